import { execFileSync } from "node:child_process";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as sdk from "@keynest/sdk";
import * as sync from "@keynest/sdk/sync";
import { afterAll, beforeAll, describe, expect, expectTypeOf, test } from "vitest";
import { describedOperations } from "./contract/operations.ts";
import { variantsOf } from "./contract/variants.ts";
import { loadDescription } from "./load-package.ts";
import { type MockProcess, startMockProcess } from "./sync/mock-process.ts";
import { serveElsewhere } from "./sync/serve-elsewhere.ts";
import { createFolder } from "./type-check.ts";

const { createSyncClient } = sync;
const root = fileURLToPath(new URL("..", import.meta.url));
const auth = [sdk.tokenAuth("a-token"), sdk.oauth2Auth("an-access-token"), sdk.adminKeyAuth("an-admin-key")];

let mock: MockProcess;
beforeAll(async () => {
  mock = await startMockProcess();
});
afterAll(() => mock[Symbol.dispose]());

const thrown = (work: () => unknown): Error & Record<string, unknown> => {
  try {
    work();
  } catch (error) {
    return error as Error & Record<string, unknown>;
  }
  throw new Error("expected an error");
};

describe("every operation", () => {
  const document = loadDescription();
  const functions = sync as unknown as Record<string, (...args: unknown[]) => unknown>;
  const promises = sdk as unknown as Record<string, (...args: unknown[]) => Promise<unknown>>;

  test.for(describedOperations(document))("$id gives what its promise gives, in both forms", async (operation) => {
    const [{ params } = { params: {} }] = variantsOf(document, operation);
    const client = createSyncClient({ baseUrl: mock.url, auth });
    const waiting = sdk.createClient({ baseUrl: mock.url, auth });
    expect(functions[`${operation.id}Sync`]?.(client, params)).toEqual(await promises[operation.id]?.(waiting, params));
    const result = functions[`${operation.id}DetailedSync`]?.(client, params) as Record<string, unknown>;
    const expected = (await promises[`${operation.id}Detailed`]?.(waiting, params)) as Record<string, unknown>;
    expect(result).toEqual(expected);
    expect((result.headers as Headers).get("content-type")).toBe((expected.headers as Headers).get("content-type"));
    expect(result.response).toMatchObject({ status: result.status, url: (expected.response as Response).url });
    expect((result.request as Request).url).toBe((expected.request as Request).url);
    expect([...(result.request as Request).headers.keys()]).not.toContain("authorization");
  });

  test("has its blocking variants, in the module of its tag too", async () => {
    for (const { id, tags } of describedOperations(document)) {
      const module = (await import(/* @vite-ignore */ `@keynest/sdk/sync/${tags[0]}`)) as Record<string, unknown>;
      for (const name of [`${id}Sync`, `${id}DetailedSync`]) expect(module[name]).toBe(functions[name]);
    }
  });
});

describe("an error", () => {
  test("is of the same class, with all that it knows", () => {
    const client = createSyncClient({ baseUrl: mock.url, auth });
    const error = thrown(() => sync.getProjectSync(client, { id: 1 }, { headers: { Prefer: "code=404" } }));
    expect(error).toBeInstanceOf(sdk.NotFoundError);
    expect(sdk.isNotFoundError(error) && sdk.isApiError(error)).toBe(true);
    expect(error).toMatchObject({ operationId: "getProject", status: 404, body: { error: "Not found" } });
    expect(error.message).toBe("getProject: Not found: The requested resource does not exist. (404 Not Found)");
    expect(error.headers).toBeInstanceOf(Headers);
    expect(error.stack).toContain("sync.test.ts");
  });

  test("of a status is a result in the detailed form", () => {
    const client = createSyncClient({ baseUrl: mock.url, auth });
    const result = sync.getProjectDetailedSync(client, { id: 1 }, { headers: { Prefer: "code=404" } });
    if (result.status === 404) expectTypeOf(result.error).toEqualTypeOf<sdk.ErrorResponse>();
    expect(result).toMatchObject({ ok: false, status: 404, error: { error: "Not found" } });
  });

  test("of a connection, of a time limit, of a decoder, of the usage", async () => {
    using server = await serveElsewhere(
      `if (request.url === "/api/") return; response.setHeader("content-type", "text/html"); response.end("<p>");`,
    );
    const client = createSyncClient({ baseUrl: server.url, auth, timeoutMs: 100, maxRetries: 0 });
    expect(thrown(() => sync.getApiStatusSync(client))).toBeInstanceOf(sdk.TimeoutError);
    const decode = thrown(() => sync.getHealthSync(client));
    expect(decode).toBeInstanceOf(sdk.DecodeError);
    expect(decode.text).toBe("<p>");
    const usage = thrown(() => sync.getProjectSync(client, { id: "" as never }));
    expect(usage).toBeInstanceOf(sdk.UsageError);
    expect(usage.message).toBe('getProject: path parameter "id" is missing or empty');
    const closed = createSyncClient({ baseUrl: "http://127.0.0.1:9", maxRetries: 0 });
    expect(thrown(() => sync.getHealthSync(closed))).toBeInstanceOf(sdk.ConnectionError);
  });

  test("shows no secret", () => {
    const client = createSyncClient({ baseUrl: mock.url, auth: sdk.tokenAuth("hunter22-token") });
    const error = thrown(() => sync.getProjectSync(client, { id: 1 }, { headers: { Prefer: "code=404" } }));
    expect(`${error.stack} ${JSON.stringify(error)}`).not.toContain("hunter22");
    expect(JSON.stringify(client)).toBe("{}");
  });
});

test("failed attempts are retried", async () => {
  using server = await serveElsewhere(
    `if (count === 1) return response.writeHead(503).end(); response.setHeader("content-type", "application/json"); response.end('{"status":"x"}');`,
  );
  const client = createSyncClient({ baseUrl: server.url });
  expect(sync.getHealthSync(client)).toEqual({ status: "x" });
});

describe("values passed between threads", () => {
  test("files with their names, forms, and many bytes", async () => {
    using server = await serveElsewhere(`response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ bytes: body.length, start: body.subarray(0, 400).toString(), headers: request.headers }));`);
    const client = createSyncClient({ baseUrl: server.url, auth });
    const received = (file: File | Blob) =>
      sync.importEnvironmentSync(client, { environment_id: 1, body: { file } }) as unknown as {
        bytes: number;
        start: string;
      };
    expect(received(new File(["A=1"], "production.env", { type: "text/x-env" })).start).toMatch(
      /filename="production.env"\r\ncontent-type: text\/x-env/i,
    );
    expect(received(new Blob([new Uint8Array(20_000_000)])).bytes).toBeGreaterThan(20_000_000);
    const form = sync.createAccessTokenSync(client, { body: { username: "ü&", password: "p" } }) as unknown as {
      start: string;
    };
    expect(form.start).toBe("username=%C3%BC%26&password=p");
  });

  test("large responses, many times", async () => {
    using server = await serveElsewhere(
      `response.setHeader("content-type", "text/plain"); response.end("x".repeat(20_000_000));`,
    );
    const client = createSyncClient({ baseUrl: server.url, auth });
    for (let n = 0; n < 3; n++) expect(sync.getVersionSync(client)).toHaveLength(20_000_000);
  });

  test("credentials that are functions, asked at each call", async () => {
    using server = await serveElsewhere(`response.setHeader("content-type", "application/json");
      response.end(JSON.stringify(request.headers.authorization));`);
    let count = 0;
    const client = createSyncClient({ baseUrl: server.url, auth: sdk.tokenAuth(() => `t${++count}`) });
    expect([sync.listProjectsSync(client), sync.listProjectsSync(client)]).toEqual(["Token t1", "Token t2"]);
  });

  test("no stream, no function, no signal", () => {
    const client = createSyncClient({ baseUrl: mock.url, auth });
    const stream = new Blob(["x"]).stream() as never;
    const refused = (work: () => unknown) => {
      const error = thrown(work);
      expect(sdk.isUsageError(error)).toBe(true);
      return error.message;
    };
    expect(refused(() => sync.importEnvironmentSync(client, { environment_id: 1, body: { file: stream } }))).toContain(
      "a stream",
    );
    expect(refused(() => sync.getProjectSync(client, { id: (() => 1) as never }))).toContain("a function");
    const options = { signal: AbortSignal.abort() } as never;
    expect(refused(() => sync.getHealthSync(client, {}, options))).toBe(
      "getHealth: a blocking call has no option signal",
    );
    expect(refused(() => createSyncClient({ fetch } as never))).toContain("the URL of a module");
    expect(refused(() => createSyncClient({ timeoutMs: -1 }))).toBe("timeoutMs must be 0 or more");
    expect(refused(() => sync.getHealthSync(sdk.createClient() as never))).toContain("a client of createSyncClient");
    const waiting = createSyncClient({ baseUrl: mock.url, auth: sdk.tokenAuth(async () => "t") });
    expect(refused(() => sync.listProjectsSync(waiting))).toContain("is asynchronous");
    const login = createSyncClient({ baseUrl: mock.url, auth: sdk.passwordLogin({ email: "e", password: "p" }) });
    expect(refused(() => sync.listProjectsSync(login))).toContain("is asynchronous");
    expect(sync.getHealthSync(login).status).toBe("healthy");
    expect(refused(() => createSyncClient("./client.mjs" as never))).toContain("new URL(");
  });

  test("nothing that contains itself, which the error of the operation says", () => {
    const client = createSyncClient({ baseUrl: mock.url, auth });
    const body: Record<string, unknown> = { name: "a" };
    body.itself = { in: [body] };
    const error = thrown(() => sync.createProjectSync(client, { body: body as never }));
    expect(error).toBeInstanceOf(sdk.UsageError);
    expect(error.message).toMatch(/^createProject: a value that contains itself cannot be passed/);
  });
});

describe("a client of a module", () => {
  const write = (path: string, code: string) => {
    const file = join(path, "client.mjs");
    writeFileSync(file, code);
    return new URL(`file://${file}`);
  };

  test("may log in, and have hooks", async () => {
    using folder = createFolder("sync");
    const module = write(
      folder.path,
      `import { createClient, passwordLogin } from "@keynest/sdk";
      export const client = createClient({
        baseUrl: ${JSON.stringify(mock.url)},
        auth: passwordLogin({ email: "user@example.com", password: "securepassword123" }),
        hooks: { request: ({ request }) => ({ request: { ...request, headers: { ...request.headers, prefer: "code=200" } } }) },
      });`,
    );
    using client = createSyncClient(module);
    expect(sync.listProjectsSync(client).count).toBe(1);
  });

  test("may be that of the class", () => {
    using folder = createFolder("sync");
    const code = `import KeyNest from "@keynest/sdk";
      export default new KeyNest({ baseUrl: ${JSON.stringify(mock.url)}, token: "a-token" });`;
    using client = createSyncClient(write(folder.path, code));
    expect(sync.listProjectsSync(client).count).toBe(1);
  });

  test("that cannot be imported fails the call, not the end of its block", () => {
    const call = () => {
      using client = createSyncClient(new URL(`file://${root}/missing.mjs`));
      return sync.getHealthSync(client);
    };
    expect(thrown(call).message).toContain("Cannot find module");
  });

  test("that ends the thread after a call leaves the next one to another thread", () => {
    using folder = createFolder("sync");
    const ended = join(folder.path, "ended");
    const code = `import { existsSync, writeFileSync } from "node:fs";
      import { createClient } from "@keynest/sdk";
      process.on("exit", () => writeFileSync(${JSON.stringify(ended)}, ""));
      async function fetch() {
        if (!existsSync(${JSON.stringify(ended)})) setTimeout(() => process.exit(1), 50);
        return Response.json({ status: "healthy" });
      }
      export const client = createClient({ fetch });`;
    const client = createSyncClient(write(folder.path, code));
    expect(sync.getHealthSync(client).status).toBe("healthy");
    const pause = new Int32Array(new SharedArrayBuffer(4));
    for (let looks = 0; !existsSync(ended) && looks < 1000; looks++) Atomics.wait(pause, 0, 0, 10);
    expect(sync.getHealthSync(client).status).toBe("healthy");
  });

  test("that throws an uncaught error says why the thread has ended", () => {
    using folder = createFolder("sync");
    const code = `import { createClient } from "@keynest/sdk";
      setTimeout(() => { throw new TypeError("too late"); });
      export const client = createClient({ fetch: () => new Promise(() => setInterval(() => {}, 1000)) });`;
    const ended = thrown(() => sync.getHealthSync(createSyncClient(write(folder.path, code))));
    expect(ended).toMatchObject({ name: "TypeError", message: "too late" });
  });

  test("that fails, or exports no client, is an error that says so", () => {
    using folder = createFolder("sync");
    expect(
      thrown(() => sync.getHealthSync(createSyncClient(write(folder.path, "export default 1;")))).message,
    ).toContain("must export a client");
    const missing = createSyncClient(new URL(`file://${folder.path}/missing.mjs`));
    expect(thrown(() => sync.getHealthSync(missing)).message).toContain("missing.mjs");
  });

  test("that makes a blocking call itself, or ends the thread, does not hang the caller", () => {
    using folder = createFolder("sync");
    const nested = `import { createSyncClient, getHealthSync } from "@keynest/sdk/sync"; getHealthSync(createSyncClient());`;
    expect(thrown(() => sync.getHealthSync(createSyncClient(write(folder.path, nested)))).message).toContain(
      "in the thread that carries out blocking calls",
    );
    using other = createFolder("sync");
    const ended = thrown(() => sync.getHealthSync(createSyncClient(write(other.path, "process.exit(1);"))));
    expect(ended).toBeInstanceOf(sdk.ConnectionError);
    expect(ended.message).toContain("ended before the call was done");
    expect(sync.getHealthSync(createSyncClient({ baseUrl: mock.url })).status).toBe("healthy");
  });
});

describe("a program", () => {
  const run = (...args: string[]) =>
    execFileSync(process.execPath, args, {
      cwd: root,
      encoding: "utf8",
      timeout: 30_000,
      env: { ...process.env, URL: mock.url },
    });
  const body = `console.log(getHealthSync(createSyncClient({ baseUrl: process.env.URL })).status);`;

  test("ends at once, as a module, as CommonJS, and given on the command line", () => {
    const esm = `import { createSyncClient, getHealthSync } from "@keynest/sdk/sync"; ${body}`;
    const common = `const { createSyncClient, getHealthSync } = require("@keynest/sdk/sync"); ${body}`;
    expect(run("--input-type=module", "-e", esm)).toBe("healthy\n");
    expect(run("-e", common)).toBe("healthy\n");
    using folder = createFolder("sync");
    writeFileSync(join(folder.path, "config.cjs"), common);
    expect(run(join(folder.path, "config.cjs"))).toBe("healthy\n");
  });

  test("may call when it exits, and in a worker", () => {
    const imports = `import { createSyncClient, getHealthSync } from "@keynest/sdk/sync";`;
    expect(run("--input-type=module", "-e", `${imports} process.on("exit", () => { ${body} });`)).toBe("healthy\n");
    const inWorker = `const { Worker } = require("node:worker_threads");
      new Worker(${JSON.stringify(`const { createSyncClient, getHealthSync } = require("@keynest/sdk/sync"); ${body}`)}, { eval: true });`;
    expect(run("-e", inWorker)).toBe("healthy\n");
  });

  test("without permission for threads gets an error that says so", () => {
    const code = `const { createSyncClient, getHealthSync } = require("@keynest/sdk/sync");
      try { getHealthSync(createSyncClient()); } catch (error) { console.log(error.name, error.message); }`;
    expect(run("--permission", "--allow-fs-read=*", "-e", code)).toMatch(
      /^UsageError the thread that makes blocking calls cannot be started: .*--allow-worker/,
    );
  });

  test("shares its classes with CommonJS", () => {
    const code = `const { createSyncClient, getProjectSync } = require("@keynest/sdk/sync");
      const { NotFoundError, tokenAuth } = require("@keynest/sdk");
      const client = createSyncClient({ baseUrl: process.env.URL, auth: tokenAuth("t") });
      try { getProjectSync(client, { id: 1 }, { headers: { Prefer: "code=404" } }); } catch (error) { console.log(error instanceof NotFoundError); }`;
    expect(run("-e", code)).toBe("true\n");
  });
});
