// Makes calls of every kind, and prints what came of them. `node program.mjs <base URL> [polluted]`
import { createHmac } from "node:crypto";
import KeyNest, * as sdk from "@keynest/sdk";
import * as node from "@keynest/sdk/node";
import * as sync from "@keynest/sdk/sync";
import { unwrapWebhook } from "@keynest/sdk/webhooks";
import { pollute, taken } from "./pollute.mjs";

const [, , baseUrl, mode] = process.argv;
if (mode === "polluted") pollute();

const auth = sdk.tokenAuth("a-token");
const client = sdk.createClient({ baseUrl, auth });
const project = { id: "0b1c9a52-4a1c-4b6e-8e6a-0d6f3f1f2a11" };
const results = {};

/** Notes what the work resolves to, or how it fails. */
async function note(name, work) {
  try {
    results[name] = await work();
  } catch (error) {
    results[name] = `${error.name}: ${error.message} ${error.status} ${error.code}`;
  }
}

await note("plain", () => sdk.listProjects(client));
await note("with parameters", () => sdk.listProjects(client, { search: "a b" }, { headers: { "x-call": "1" } }));
await note("with a body", () => sdk.createProject(client, { body: { name: "a" } }));
await note("of an extended client", () => sdk.listProjects(sdk.extendClient(client, { headers: { "x-team": "a" } })));
await note("with a form", () => {
  const body = { file: new Blob(["A=b"]), conflict_resolution: "skip" };
  return sdk.importEnvironment(client, { environment_id: project.id, body });
});
await note("text", () => sdk.exportEnvironment(client, { environment_id: project.id }));
await note("detailed", async () => {
  const { ok, status, data, request } = await sdk.listProjectsDetailed(client);
  return { ok, status, data, url: request.url, sent: await request.text() };
});
await note("refused", () => sdk.getProject(client, project));
await note("not reached", () =>
  sdk.listProjects(sdk.createClient({ baseUrl: "http://127.0.0.1:1", auth }), {}, { maxRetries: 0 }),
);
await note("without credentials", () => sdk.listProjects(sdk.createClient({ baseUrl }), {}, { maxRetries: 0 }));
await note("with hooks", () => {
  const hooks = [sdk.idempotencyKey(), sdk.rateLimiter({ requestsPerMinute: 60 }), { response: () => undefined }];
  const fetch = (url, init) => {
    results["what fetch is handed inherits"] = [init, init.headers].map(Object.getPrototypeOf);
    return globalThis.fetch(url, init);
  };
  const hooked = sdk.createClient({ baseUrl, auth, hooks, fetch });
  return sdk.createProject(hooked, { body: { name: "a" } }, { headers: { "idempotency-key": "one" } });
});
await note("page by page", async () => {
  const items = [];
  for await (const item of sdk.paginate(sdk.listProjects, client, {}, { limit: 3 })) items.push(item);
  return items;
});

const keynest = new KeyNest({ baseUrl, token: "a-token" });
await note("a resource", () => keynest.projects.list());
await note("the items of a resource", async () => {
  const items = [];
  for await (const item of keynest.projects.list()) items.push(item);
  return items;
});
await note("a resource with a body", () => keynest.projects.create({ name: "a" }));
await note("raw", async () => (await keynest.httpGet("api/projects/?page=1")).text());
await note("raw with a body", async () => (await keynest.httpPost("/api/projects/", { name: "a" })).text());
await note("nobody", () => new KeyNest({ baseUrl }).isAuthenticated);
await note("a login", async () => {
  const one = new KeyNest({ baseUrl });
  await one.login({ username: "user", password: "a-password" });
  const list = await one.projects.list();
  await one.logout();
  return { list, left: one.isAuthenticated };
});
await note("an API key", () => new KeyNest({ baseUrl, apiKey: "a-key" }).projects.list());
await note("a JWT", () => new KeyNest({ baseUrl, token: "aa.e30.cc" }).projects.list());

await note("connections of its own", async () => {
  const own = node.createClient({ baseUrl, auth });
  const list = await sdk.listProjects(own);
  await own[Symbol.asyncDispose]();
  return list;
});

const blocking = sync.createSyncClient({ baseUrl, auth });
await note("blocking", () => sync.listProjectsSync(blocking, { search: "a" }));
await note("blocking, detailed", () => sync.listProjectsDetailedSync(blocking));
await note("blocking, refused", () => sync.getProjectSync(blocking, project));

await note("a webhook", () => {
  const body = JSON.stringify({ event: "variable.deleted", data: {} });
  const at = `${Math.floor(Date.now() / 1000)}`;
  const signature = createHmac("sha256", "a-secret").update(`m.${at}.${body}`).digest("base64");
  const headers = { "webhook-id": "m", "webhook-timestamp": at, "webhook-signature": `v1,${signature}` };
  return unwrapWebhook(body, headers, "a-secret");
});

console.log(JSON.stringify({ results, taken: [...taken] }));
