import { createClient, createProject, listProjects, tokenAuth } from "@keynest/sdk";
import { newProject, token } from "./shared.js";

export const makeList = (fetch) => {
  const client = createClient({ auth: tokenAuth(token), fetch });
  return () => listProjects(client, { organization: 1, search: "web" });
};

export const makeCreate = (fetch) => {
  const client = createClient({ auth: tokenAuth(token), fetch });
  return () => createProject(client, { body: newProject });
};
