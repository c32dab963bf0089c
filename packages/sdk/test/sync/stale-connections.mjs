// Sends POST, blocks for longer than the server keeps connections, and sends POST again. Prints the second's outcome.
import { createRequire } from "node:module";
import * as esm from "@keynest/sdk";
import { createClient as createNodeClient } from "@keynest/sdk/node";
import * as sync from "@keynest/sdk/sync";

const { API_URL: baseUrl, TRANSPORT, BUILDS, FROM } = process.env;
const cjs = createRequire(import.meta.url)("@keynest/sdk/sync");
const { createSyncClient, getHealthSync } = BUILDS === "mixed" ? cjs : sync;
const createClient = TRANSPORT === "nodeFetch" ? createNodeClient : esm.createClient;

const client = createClient({ baseUrl, maxRetries: 0 });
const blocking = createSyncClient({ baseUrl });
const body = { email: "user@example.com", password: "securepassword123" };

async function run() {
  await esm.loginUser(client, { body });
  if (FROM === "an I/O callback") await readSomething();
  if (FROM === "a timer") await new Promise((resolve) => setTimeout(resolve, 1));
  getHealthSync(blocking);
  const { token } = await esm.loginUser(client, { body });
  console.log(token);
}

/** Goes on within the phase in which Node.js looks at connections. */
async function readSomething() {
  const { connect } = await import("node:net");
  const { hostname, port } = new URL(baseUrl);
  const socket = connect(Number(port), hostname, () => socket.write("GET /health/ HTTP/1.0\r\n\r\n"));
  await new Promise((resolve) => socket.once("data", resolve));
  socket.destroy();
}

await run();
await client[Symbol.asyncDispose]();
