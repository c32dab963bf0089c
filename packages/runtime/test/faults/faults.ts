import { answer, type Behaviour } from "./fault-server.ts";

/** What came of a call: how often the server was asked, and the status or the class of the error. */
export type Outcome = `${number} × ${string}`;

export interface Fault {
  readonly name: string;
  readonly behave: Behaviour;
  /** What a GET must come to, with two retries; and a POST, which the server may have acted on. */
  readonly get: Outcome;
  readonly post: Outcome;
}

const head = (length: number) =>
  `HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: ${length}\r\n\r\n`;
const ok = '{"ok":true}';
const limited = (headers: Record<string, string>): Behaviour => {
  return (socket, nth) =>
    nth === 1 ? answer(socket, 429, '{"error":"Slow down."}', headers) : answer(socket, 200, ok);
};
const once = (status: number, body = "", headers: Record<string, string> = {}): Behaviour => {
  return (socket, nth) => (nth === 1 ? answer(socket, status, body, headers) : answer(socket, 200, ok));
};
const redirect = (status: number, location: (path: string, url: string) => string): Behaviour => {
  return (socket, nth, request, url) => {
    const path = /^\w+ (\S+)/.exec(request)?.[1] ?? "";
    if (nth === 1) answer(socket, status, "", { location: location(path, url) });
    else answer(socket, 200, ok);
  };
};
const withSlash = (path: string) => `${path}/`;

/** Servers that misbehave on purpose. */
export const faults: readonly Fault[] = [
  {
    name: "resets before an answer",
    behave: (socket) => socket.resetAndDestroy(),
    get: "3 × ConnectionError",
    post: "1 × ConnectionError",
  },
  {
    name: "closes without a byte",
    behave: (socket) => socket.end(),
    get: "3 × ConnectionError",
    post: "1 × ConnectionError",
  },
  {
    name: "resets in the middle of the head",
    behave: (socket) => socket.write("HTTP/1.1 200 OK\r\ncontent-", () => socket.resetAndDestroy()),
    get: "3 × ConnectionError",
    post: "1 × ConnectionError",
  },
  {
    name: "resets in the middle of the body",
    behave: (socket) => socket.write(`${head(100)}{"ok`, () => socket.resetAndDestroy()),
    get: "3 × ConnectionError",
    post: "1 × ConnectionError",
  },
  {
    name: "closes in the middle of the body",
    behave: (socket) => socket.end(`${head(100)}{"ok`),
    get: "3 × ConnectionError",
    post: "1 × ConnectionError",
  },
  {
    name: "resets once, then answers",
    behave: (socket, nth) => (nth === 1 ? socket.resetAndDestroy() : answer(socket, 200, ok)),
    get: "2 × 200",
    post: "1 × ConnectionError",
  },
  { name: "answers nothing", behave: () => {}, get: "3 × TimeoutError", post: "1 × TimeoutError" },
  {
    name: "stalls after the head",
    behave: (socket) => socket.write(head(100)),
    get: "3 × TimeoutError",
    post: "1 × TimeoutError",
  },
  {
    name: "stalls in the middle of the body",
    behave: (socket) => socket.write(`${head(100)}{"ok`),
    get: "3 × TimeoutError",
    post: "1 × TimeoutError",
  },
  {
    name: "drips the body, byte by byte",
    behave(socket) {
      socket.write(head(ok.length));
      const drip = (left: string) =>
        socket.write(left.slice(0, 1), () => left.length > 1 && setTimeout(drip, 2, left.slice(1)));
      drip(ok);
    },
    get: "1 × 200",
    post: "1 × 200",
  },
  {
    name: "answers half a JSON as if it were whole",
    behave: (socket) => answer(socket, 200, '{"ok":'),
    get: "1 × DecodeError",
    post: "1 × DecodeError",
  },
  {
    name: "answers HTML with 200",
    behave: (socket) => answer(socket, 200, "<h1>Hi</h1>", { "content-type": "text/html" }),
    get: "1 × DecodeError",
    post: "1 × DecodeError",
  },
  { name: "answers nothing with 200", behave: (socket) => answer(socket, 200), get: "1 × 200", post: "1 × 200" },
  {
    name: "answers HTML with 500",
    behave: (socket) => answer(socket, 500, "<title>Oops</title>", { "content-type": "text/html" }),
    get: "3 × 500",
    post: "1 × 500",
  },
  { name: "answers nothing with 500", behave: (socket) => answer(socket, 500), get: "3 × 500", post: "1 × 500" },
  { name: "is unavailable once", behave: once(503), get: "2 × 200", post: "1 × 503" },
  { name: "times out at a gateway once", behave: once(504), get: "2 × 200", post: "1 × 504" },
  { name: "limits, without a word", behave: limited({}), get: "2 × 200", post: "2 × 200" },
  { name: "limits for 2 seconds", behave: limited({ "retry-after": "2" }), get: "2 × 200", post: "2 × 200" },
  {
    name: "limits until a date",
    behave: limited({ "retry-after": "Thu, 01 Jan 2026 00:00:05 GMT", date: "Thu, 01 Jan 2026 00:00:00 GMT" }),
    get: "2 × 200",
    post: "2 × 200",
  },
  { name: "limits for -1 seconds", behave: limited({ "retry-after": "-1" }), get: "2 × 200", post: "2 × 200" },
  { name: "limits for an hour", behave: limited({ "retry-after": "3600" }), get: "1 × 429", post: "1 × 429" },
  {
    name: "limits until X-RateLimit-Reset",
    behave: limited({ "x-ratelimit-reset": "1767225607", date: "Thu, 01 Jan 2026 00:00:00 GMT" }),
    get: "2 × 200",
    post: "2 × 200",
  },
  { name: "limits for ever", behave: limited({ "retry-after": "1e99" }), get: "1 × 429", post: "1 × 429" },
  {
    name: "redirects by 301 to the slash",
    behave: redirect(301, withSlash),
    get: "2 × 200",
    post: "1 × RedirectError",
  },
  {
    name: "redirects by 302 to the slash",
    behave: redirect(302, withSlash),
    get: "2 × 200",
    post: "1 × RedirectError",
  },
  {
    name: "redirects by 303 to the slash",
    behave: redirect(303, withSlash),
    get: "2 × 200",
    post: "1 × RedirectError",
  },
  { name: "redirects by 307 to the slash", behave: redirect(307, withSlash), get: "2 × 200", post: "2 × 200" },
  { name: "redirects by 308 to the slash", behave: redirect(308, withSlash), get: "2 × 200", post: "2 × 200" },
  {
    name: "redirects to another host",
    behave: redirect(307, (path, url) => url.replace("127.0.0.1", "localhost") + path),
    get: "1 × RedirectError",
    post: "1 × RedirectError",
  },
  {
    name: "redirects to https",
    behave: redirect(308, (path, url) => url.replace("http:", "https:") + path),
    get: "1 × RedirectError",
    post: "1 × RedirectError",
  },
  {
    name: "redirects for ever",
    behave: (socket, nth) => answer(socket, 307, "", { location: `/${nth}` }),
    get: "6 × RedirectError",
    post: "6 × RedirectError",
  },
  {
    name: "speaks no HTTP",
    behave: (socket) => socket.end("220 smtp.example.com\r\n"),
    get: "3 × ConnectionError",
    post: "1 × ConnectionError",
  },
  {
    name: "sends a head of 100 kB",
    behave: (socket) => answer(socket, 200, ok, { "x-filler": "x".repeat(100_000) }),
    get: "3 × ConnectionError",
    post: "1 × ConnectionError",
  },
  {
    name: "answers with a status of its own",
    behave: (socket) => answer(socket, 599, '{"error":"Own."}'),
    get: "1 × 599",
    post: "1 × 599",
  },
];
