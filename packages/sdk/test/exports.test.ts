import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { allModuleNames, loadDescription, loadPackage, manifest } from "./load-package.ts";
import { runNode } from "./run-node.ts";
import { createFolder } from "./type-check.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const require = createRequire(import.meta.url);
const { sdk, modules } = await loadPackage();

describe("the exports map", () => {
  test("lists the package, a module for each tag, the description and the manifest", () => {
    const tags = (loadDescription().tags as { name: string }[]).map(({ name }) => `./${name}`);
    const blocking = tags.map((tag) => tag.replace("./", "./sync/"));
    const own = [".", "./node", "./openapi.json", "./package.json", "./sync", "./webhooks"];
    expect(Object.keys(manifest.exports).sort()).toEqual([...own, ...tags, ...blocking].sort());
  });

  test.for(Object.entries(manifest.exports))("%s leads to files that exist", ([path, target]) => {
    const files = filesOf(target);
    expect(files.length).toBe(path.endsWith(".json") ? 1 : 4);
    expect(files.filter((file) => !existsSync(root + file))).toEqual([]);
  });

  test.for(["", ...allModuleNames()])("%s imports and requires the same names", async (name) => {
    const specifier = name ? `${manifest.name}/${name}` : manifest.name;
    const imported = Object.keys(await import(specifier)).filter((each) => each !== "default");
    const required = Object.keys(require(specifier)).filter((each) => each !== "default");
    expect(imported.sort()).toEqual(required.sort());
  });

  test("nothing else can be reached", () => {
    expect(() => require.resolve(`${manifest.name}/dist/index.js`)).toThrow("is not defined by");
    expect(() => require.resolve(`${manifest.name}/generated/index.gen.js`)).toThrow("is not defined by");
  });

  test("the description is the bundled one", () => {
    const bundled = readFileSync(require.resolve("@keynest/spec/openapi.json"), "utf8");
    expect(loadDescription()).toEqual(JSON.parse(bundled));
  });
});

describe("the names of the package", () => {
  // What does not come from the description. A name more or less is a decision about the public interface.
  const own = [
    ...["KeyNest", "default", "createClient", "defaultBaseUrl", "extendClient", "paginate", "request", "unwrap"],
    ...["clientFetch", "idempotencyKey", "logger", "rateLimiter"],
    ...["adminKeyAuth", "jwtAuth", "oauth2Auth", "tokenAuth"],
    ...["apiKeyAuth", "jwtLogin", "oauth2Password", "passwordLogin"],
    ...errorNames("Api", "Authentication", "BadRequest", "Conflict", "Connection", "Decode", "InternalServer"),
    ...errorNames("NotFound", "Pagination", "PermissionDenied", "RateLimit", "Redirect", "Sdk", "Timeout"),
    ...errorNames("UnprocessableEntity", "Usage"),
  ];

  /** The class of each resource, and of all. */
  const groups = Object.values(loadDescription().paths)
    .flatMap((item) => Object.values(item) as { "x-sdk-group"?: string }[])
    .flatMap(({ "x-sdk-group": group }) => group ?? []);
  const classes = [...new Set(groups)].map((group) => `${group.replace(/^./, (one) => one.toUpperCase())}Resource`);

  test("are those of all modules, and the chosen ones of the runtime", () => {
    const ofModules = Object.values(modules).flatMap((namespace) => Object.keys(namespace));
    expect(new Set(ofModules).size).toBe(ofModules.length);
    expect(Object.keys(sdk).sort()).toEqual([...ofModules, ...classes, "Resources", ...own].sort());
  });

  test("are the same things as in the modules", () => {
    for (const namespace of Object.values(modules)) expect(sdk).toMatchObject(namespace);
  });
});

describe("importing", () => {
  const specifiers = [manifest.name, ...allModuleNames().map((name) => `${manifest.name}/${name}`)];
  const trap = fileURLToPath(new URL("import-trap.mjs", import.meta.url));

  test.for(["import", "require"])("touches no global and does no work (%s)", async (kind) => {
    expect(JSON.parse(await runNode({ args: [trap, kind, ...specifiers], cwd: root }))).toEqual([]);
  });

  test.for(["import", "require"])("would be caught if it did (%s)", async (kind) => {
    using folder = createFolder("trap");
    mkdirSync(join(folder.path, "dist"));
    const file = join(folder.path, "dist/module.mjs");
    writeFileSync(file, "export const headers = new Headers(); globalThis.id = Math.random();");
    const printed = await runNode({
      args: [trap, kind, kind === "import" ? pathToFileURL(file).href : file],
      cwd: root,
    });
    expect(JSON.parse(printed)).toEqual(["Headers", "Math.random", "new globals"]);
  });

  test("works where the web's globals do not exist", async () => {
    const code = `
      const names = ["fetch", "Request", "Response", "Headers", "FormData", "Blob", "File", "URLSearchParams"];
      for (const name of names) Object.defineProperty(globalThis, name, { value: undefined });
      for (const specifier of ${JSON.stringify(specifiers)}) require(specifier);`;
    expect(await runNode({ args: ["--eval", code], cwd: root })).toBe("");
  });
});

describe("ESM and CommonJS in one process", () => {
  const common = require(manifest.name) as typeof import("@keynest/sdk");

  test("are two copies", () => {
    expect(common.SdkError).not.toBe(sdk.SdkError);
  });

  test("take each other's clients", async () => {
    const esm = await import("@keynest/sdk");
    const answer = { fetch: async () => Response.json({ count: 0, next: null, previous: null, results: [] }) };
    const ofEsm = esm.createClient({ auth: esm.tokenAuth("t"), ...answer });
    const ofCommon = common.createClient({ auth: common.tokenAuth("t"), ...answer });
    expect(await common.listProjects(ofEsm)).toMatchObject({ count: 0 });
    expect(await esm.listProjects(ofCommon)).toMatchObject({ count: 0 });
    expect(await esm.listProjects(esm.createClient({ auth: common.tokenAuth("t"), ...answer }))).toMatchObject({
      count: 0,
    });
  });

  test("know each other's errors and results", async () => {
    const esm = await import("@keynest/sdk");
    const answer = { fetch: async () => Response.json({ error: "Not found" }, { status: 404 }) };
    const client = esm.createClient({ auth: esm.tokenAuth("t"), ...answer });
    const ofEsm = await esm.getProject(client, { id: 1 }).catch((error: unknown) => error);
    const ofCommon = await common.unwrap(esm.getProjectDetailed(client, { id: 1 })).catch((error: unknown) => error);
    for (const { isApiError, isNotFoundError, isSdkError, isConflictError } of [esm, common]) {
      for (const error of [ofEsm, ofCommon]) {
        expect([isApiError, isNotFoundError, isSdkError, isConflictError].map((guard) => guard(error))).toEqual([
          true,
          true,
          true,
          false,
        ]);
      }
    }
  });
});

function errorNames(...kinds: string[]): string[] {
  return kinds.flatMap((kind) => [`${kind}Error`, `is${kind}Error`]);
}

function filesOf(target: unknown): string[] {
  const files = typeof target === "string" ? [target] : Object.values(target as object).flatMap(filesOf);
  return [...new Set(files)];
}
