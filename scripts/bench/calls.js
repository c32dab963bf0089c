import { print } from "./table.js";

const page = JSON.stringify({
  count: 10,
  next: null,
  previous: null,
  results: Array.from({ length: 10 }, (_, id) => ({
    id,
    name: "Web Application",
    organization: 1,
    environment_count: 3,
  })),
});
/** Responds at once, so that only the client takes time. */
const fetch = async () => new Response(page, { headers: { "content-type": "application/json" } });

const CALLS = 4_000;
const ROUNDS = 15;

/** Time added to a call: the contestants take turns, and the median of the rounds counts. */
export default async function calls(bundles) {
  const names = Object.keys(bundles);
  const contestants = await Promise.all(names.map((name) => import(bundles[name])));
  const medians = {};
  for (const kind of ["makeList", "makeCreate"]) {
    const works = contestants.map((contestant) => contestant[kind](fetch));
    const times = works.map(() => []);
    for (let round = -2; round < ROUNDS; round++) {
      for (const [at, work] of works.entries()) {
        const started = performance.now();
        for (let n = 0; n < CALLS; n++) await work();
        if (round >= 0) times[at].push(((performance.now() - started) / CALLS) * 1000);
      }
    }
    medians[kind] = times.map((all) => all.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)]);
  }
  const row = (kind, at) => [medians[kind][at].toFixed(1), (medians[kind][at] / medians[kind][0]).toFixed(2)];
  print(
    "Time of a call with a fetch that responds at once (µs; ratio to raw fetch; ours should be at most 1.5 and 1.7)",
    ["", "list GET", "ratio", "POST JSON", "ratio"],
    names.map((name, at) => [name, ...row("makeList", at), ...row("makeCreate", at)]),
  );
}
