// Generated from the description of KeyNest by bundles.js.
import { createClient } from "../node_modules/.cache/hey-api/client/index";
import { createProject, listProjects } from "../node_modules/.cache/hey-api/sdk.gen";
import { baseUrl, newProject, token } from "./shared.js";

const options = (fetch) => ({ baseUrl, fetch, auth: () => `Token ${token}`, throwOnError: true });

export const makeList = (fetch) => {
  const client = createClient(options(fetch));
  return async () => (await listProjects({ client, query: { organization: 1, search: "web" } })).data;
};

export const makeCreate = (fetch) => {
  const client = createClient(options(fetch));
  return async () => (await createProject({ client, body: newProject })).data;
};
