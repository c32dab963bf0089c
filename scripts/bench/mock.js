import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { Agent, request } from "node:http";
import { createServer } from "node:net";
import { fileURLToPath } from "node:url";
import { print } from "./table.js";

const ROUNDS = 5;
const CONNECTIONS = 10;
const WARM_UP_MS = 700;
const MEASURED_MS = 1_500;
const path = (relative) => fileURLToPath(new URL(relative, import.meta.url));
const description = path("../../packages/mock/dist/openapi.json");

/** Command lines that serve the description on a port, with as little output as possible. */
const servers = {
  "@keynest/mock": (port) => [path("../../packages/mock/bin/keynest-mock.js"), "--quiet", "--port", port],
  "prism mock": (port) => [
    path("node_modules/@stoplight/prism-cli/dist/index.js"),
    ...["mock", "--errors", "--verboseLevel", "silent", "--port", port, description],
  ],
};

const calls = {
  "GET/s": { method: "GET", path: "/api/projects/?search=web" },
  "POST/s": { method: "POST", path: "/api/projects/", body: JSON.stringify({ name: "Web", organization: 1 }) },
};

/** Compares the mock server with Prism: time to the first response, requests a second, and memory. */
export default async function mock() {
  const measured = Object.fromEntries(Object.keys(servers).map((name) => [name, []]));
  for (let round = 0; round < ROUNDS; round++) {
    for (const [name, args] of Object.entries(servers)) {
      const server = await start(args);
      const rates = [];
      for (const call of Object.values(calls)) rates.push(await rateOf(server.port, call));
      measured[name].push([server.ms, ...rates, memoryOf(server.pid)]);
      await server.stop();
    }
  }
  const median = (numbers) => numbers.sort((a, b) => a - b)[Math.floor(numbers.length / 2)];
  const columns = ["start ms", ...Object.keys(calls), "MiB"];
  const rows = Object.entries(measured).map(([name, runs]) => [
    name,
    ...columns.map((_, column) => median(runs.map((run) => run[column])).toFixed(0)),
  ]);
  print(
    `Mock servers (start to first response; requests over ${CONNECTIONS} connections; memory after)`,
    ["", ...columns],
    rows,
  );
}

async function start(args) {
  const port = await freePort();
  const startedAt = performance.now();
  const child = spawn(process.execPath, args(`${port}`), { stdio: "ignore" });
  const ended = once(child, "exit");
  for (let answered = false; !answered; ) {
    if (child.exitCode !== null) throw new Error(`${args(port).join(" ")} ended with ${child.exitCode}`);
    answered = await send(port, { method: "GET", path: "/health/" }).then(
      () => true,
      () => false,
    );
  }
  const ms = performance.now() - startedAt;
  const stop = async () => {
    child.kill();
    await ended;
  };
  return { port, pid: child.pid, ms, stop };
}

/** Requests a second, with every connection busy. */
async function rateOf(port, call) {
  const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  let count = 0;
  const until = async (end) => {
    while (performance.now() < end) {
      await send(port, call, agent);
      count += 1;
    }
  };
  const all = (ms) => Promise.all(Array.from({ length: CONNECTIONS }, () => until(performance.now() + ms)));
  await all(WARM_UP_MS);
  count = 0;
  await all(MEASURED_MS);
  agent.destroy();
  return (count * 1_000) / MEASURED_MS;
}

function send(port, { body, ...call }, agent) {
  const headers = { Authorization: "Token 0123", ...(body && { "Content-Type": "application/json" }) };
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, agent, headers, ...call }, (response) => {
      response.resume().once("end", () => {
        if (response.statusCode < 300) resolve();
        else reject(new Error(`${call.method} ${call.path} was answered ${response.statusCode}`));
      });
    });
    sent.once("error", reject).end(body);
  });
}

/** Resident memory, in MiB. */
function memoryOf(pid) {
  return Number(execFileSync("ps", ["-o", "rss=", "-p", `${pid}`], { encoding: "utf8" })) / 1024;
}

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}
