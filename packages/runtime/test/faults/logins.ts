// What many calls at once do to a server that gives tokens.
import {
  bearer,
  type Client,
  createClient,
  type Grant,
  jsonBody,
  request,
  type Success,
  session,
  unwrap,
} from "../../src/index.ts";
import { testClock } from "../test-clock.ts";
import { answer, startFaultServer } from "./fault-server.ts";

const secured = { id: "callThing", method: "GET", path: "/things", security: [["A"]] };
const login = { id: "login", method: "POST", path: "/login", body: jsonBody };
const refresh = { id: "refresh", method: "POST", path: "/refresh", body: jsonBody };

const ask = (client: Client, operation: typeof login, options: object) =>
  unwrap(request<Success<200, Grant>>(client, operation, { body: {} }, options));

function newSession() {
  return session((token) => bearer("A", token), {
    obtain: (client, options) => ask(client, login, options),
    renew: (client, _, options) => ask(client, refresh, options),
  });
}

export interface Logins {
  readonly succeeded: number;
  readonly logins: number;
  readonly refreshes: number;
}

/** Lets a token expire under calls that are made at once. */
export async function expireUnder(calls: number): Promise<Logins> {
  const counts = { logins: 0, refreshes: 0 };
  let valid = "none";
  await using server = await startFaultServer((socket, _, asked) => {
    const give = (count: number) => {
      valid = `t${count}-${counts.logins}`;
      answer(socket, 200, JSON.stringify({ access: valid, refresh: "r" }));
    };
    if (asked.includes("/login")) give(++counts.logins);
    else if (asked.includes("/refresh")) give(++counts.refreshes + 100);
    else answer(socket, asked.includes(`Bearer ${valid}\r\n`) ? 200 : 401, "{}");
  });
  const client = createClient({ baseUrl: server.url, auth: newSession(), clock: testClock() });
  await request(client, secured);
  valid = "none";
  const all = await Promise.all(Array.from({ length: calls }, () => request<{ ok: boolean }>(client, secured)));
  return { succeeded: all.filter(({ ok }) => ok).length, ...counts };
}

/** Starts programs that log in at once where the server allows five logins a minute. */
export async function logInAtOnce(programs: number): Promise<Logins> {
  const clock = testClock();
  const accepted: number[] = [];
  await using server = await startFaultServer((socket, _, asked) => {
    if (!asked.includes("/login")) return answer(socket, 200, "{}");
    const [oldest = 0] = accepted.slice(-5);
    if (accepted.length >= 5 && clock.time - oldest < 60_000) {
      return answer(socket, 429, "{}", { "retry-after": `${Math.ceil((60_000 - (clock.time - oldest)) / 1000)}` });
    }
    accepted.push(clock.time);
    return answer(socket, 200, '{"access":"t"}');
  });
  const all = Array.from({ length: programs }, async () => {
    const client = createClient({ baseUrl: server.url, auth: newSession(), clock, maxRetries: 9 });
    return (await request<{ ok: boolean }>(client, secured)).ok;
  });
  return { succeeded: (await Promise.all(all)).filter(Boolean).length, logins: accepted.length, refreshes: 0 };
}
