/** Expected output of the program, against the examples of the mock. */
export const EXPECTED: Readonly<Record<string, unknown>> = {
  name: "Web Application",
  status: 404,
  message: "getProject: Not found: The requested resource does not exist. (404 Not Found)",
  names: ["Web Application"],
  imported: 5,
};

const NAMES =
  "createClient, getProject, getProjectDetailed, importEnvironment, isNotFoundError, listProjects, paginate, tokenAuth";

/** A program with the plain and detailed form, a guard, pages, and a file upload; valid JavaScript and strict TypeScript. */
const BODY = `
  const client = createClient({ baseUrl, auth: tokenAuth("0123456789") });
  const missing = { headers: { Prefer: "code=404" } };
  const { name } = await getProject(client, { id: 1 });
  const { status } = await getProjectDetailed(client, { id: 1 }, missing);
  let message = "";
  try {
    await getProject(client, { id: 1 }, missing);
  } catch (error) {
    if (!isNotFoundError(error)) throw error;
    message = error.message;
  }
  const names = [];
  for await (const project of paginate(listProjects, client)) names.push(project.name);
  const file = new File(["DEBUG=true"], "production.env");
  const { summary } = await importEnvironment(client, { environment_id: 1, body: { file, overwrite: true } });
  return { name, status, message, names, imported: summary.imported };
`;

/** Modules that export the program as `program`, by file extension. */
export const PROGRAMS: Readonly<Record<"mjs" | "cjs" | "mts" | "cts", string>> = {
  mjs: `import { ${NAMES} } from "@keynest/sdk";\nexport async function program(baseUrl) {${BODY}}\n`,
  cjs: `const { ${NAMES} } = require("@keynest/sdk");\nexports.program = async function (baseUrl) {${BODY}};\n`,
  mts: `import { ${NAMES} } from "@keynest/sdk";\nexport async function program(baseUrl: string) {${BODY}}\n`,
  cts: `import sdk = require("@keynest/sdk");\nconst { ${NAMES} } = sdk;\nexport async function program(baseUrl: string) {${BODY}}\n`,
};

/** Modules that run the program of the same format, against the server at MOCK_URL. */
export const MAINS: Readonly<Record<"mjs" | "cjs", string>> = {
  mjs: `import { program } from "./program.mjs";\nconsole.log(JSON.stringify(await program(process.env.MOCK_URL)));\n`,
  cjs: `const { program } = require("./program.cjs");\nprogram(process.env.MOCK_URL).then((result) => console.log(JSON.stringify(result)));\n`,
};
