/** What a consumer writes in TypeScript, under the strictest settings. Prints what it got. */
export const typescript = `
import { createClient, isNotFoundError, listProjects, type PaginatedProjectList, type Project, tokenAuth } from "@keynest/sdk";
import { getProject, listProjectsDetailed, type ListProjectsResult } from "@keynest/sdk/projects";

const client = createClient({ baseUrl: process.env["MOCK_URL"] ?? "", auth: tokenAuth("token") });

const page: PaginatedProjectList = await listProjects(client, { search: "web", page: 1 });
const [first]: Project[] = page.results;
if (!first) throw new Error("no project");
const description: string | null = first.description;

const result: ListProjectsResult = await listProjectsDetailed(client);
if (!result.ok) throw new Error(String(result.status));
const count: number = result.data.count;

const limited = await listProjectsDetailed(client, {}, { headers: { Prefer: "code=429" } });
const reason: string = limited.status === 429 ? limited.error.error : "";

let missing = "";
try {
  await getProject(client, { id: 1 }, { headers: { Prefer: "code=404" } });
} catch (error) {
  if (isNotFoundError(error)) missing = error.message;
}

// @ts-expect-error: no credential
const refused: unknown = await listProjects(createClient()).catch((error: Error) => error.name);

console.log(JSON.stringify({ name: first.name, description, count, reason, missing, refused }));
`;

/** The same in CommonJS, types included. */
export const typedCommonJs = `
import sdk = require("@keynest/sdk");
import projects = require("@keynest/sdk/projects");

async function main(baseUrl: string): Promise<sdk.Project | undefined> {
  const client = sdk.createClient({ baseUrl, auth: sdk.tokenAuth("token") });
  const page: sdk.PaginatedProjectList = await projects.listProjects(client);
  const result = await projects.listProjectsDetailed(client);
  return result.ok ? result.data.results[0] : page.results[0];
}

export = main;
`;

const body = `
const client = createClient({ baseUrl: process.env.MOCK_URL, auth: tokenAuth("token") });

async function main() {
  const page = await listProjects(client);
  const result = await listProjectsDetailed(client);
  const error = await projects.getProject(client, { id: 1 }, { headers: { Prefer: "code=404" } }).catch((thrown) => thrown);
  const refused = await listProjects(createClient()).catch((thrown) => thrown.name);
  console.log(JSON.stringify({
    name: page.results[0].name,
    description: page.results[0].description,
    count: result.data.count,
    reason: (await listProjectsDetailed(client, {}, { headers: { Prefer: "code=429" } })).error.error,
    missing: isNotFoundError(error) ? error.message : "",
    refused,
  }));
}

main();
`;
const names = "{ createClient, isNotFoundError, listProjects, listProjectsDetailed, tokenAuth }";

export const commonJs: string = `
const ${names} = require("@keynest/sdk");
const projects = require("@keynest/sdk/projects");
if (!require("@keynest/sdk/openapi.json").paths["/api/projects/"]) throw new Error("no description");
${body}`;

export const esm: string = `
import ${names} from "@keynest/sdk";
import * as projects from "@keynest/sdk/projects";
import description from "@keynest/sdk/openapi.json" with { type: "json" };
if (!description.paths["/api/projects/"]) throw new Error("no description");
${body}`;
