// Run in a process of its own: loads modules behind traps, and prints what they touched while they were evaluated.
// `node import-trap.mjs import|require <specifier> …`
import { createRequire } from "node:module";

const [kind, ...specifiers] = process.argv.slice(2);
const require = createRequire(import.meta.url);
const touched = new Set();

/** Node's loader uses globals itself; only what built packages do counts. */
function note(name) {
  if (/[/\\]dist[/\\]/.test(new Error().stack)) touched.add(name);
}

function trap(target, name, label = name) {
  const value = target[name];
  Object.defineProperty(target, name, {
    configurable: true,
    get() {
      note(label);
      return value;
    },
  });
}

const timers = ["setTimeout", "setInterval", "setImmediate", "queueMicrotask"];
const web = ["fetch", "Request", "Response", "Headers", "FormData", "Blob", "File", "URL", "URLSearchParams"];
const more = [
  "AbortController",
  "AbortSignal",
  "ReadableStream",
  "TextEncoder",
  "TextDecoder",
  "crypto",
  "performance",
];
const platform = ["navigator", "process", "Buffer"];
const names = Object.getOwnPropertyNames(globalThis).length;
for (const name of [...timers, ...web, ...more, ...platform]) trap(globalThis, name);
trap(Math, "random", "Math.random");
trap(Date, "now", "Date.now");

for (const specifier of specifiers) await (kind === "require" ? require(specifier) : import(specifier));

if (Object.getOwnPropertyNames(globalThis).length !== names) touched.add("new globals");
console.log(JSON.stringify([...touched]));
