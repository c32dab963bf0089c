import axios from "axios";
import { headers, newProject, projectsUrl } from "./shared.js";

const options = (fetch) => ({ adapter: "fetch", env: { fetch }, headers });

export const makeList = (fetch) => {
  const client = axios.create(options(fetch));
  return async () => (await client.get(projectsUrl, { params: { organization: 1, search: "web" } })).data;
};

export const makeCreate = (fetch) => {
  const client = axios.create(options(fetch));
  return async () => (await client.post(projectsUrl, newProject)).data;
};
