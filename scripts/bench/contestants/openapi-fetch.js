import createClient from "openapi-fetch";
import { baseUrl, headers, newProject } from "./shared.js";

export const makeList = (fetch) => {
  const client = createClient({ baseUrl, fetch, headers });
  return async () =>
    (await client.GET("/api/projects/", { params: { query: { organization: 1, search: "web" } } })).data;
};

export const makeCreate = (fetch) => {
  const client = createClient({ baseUrl, fetch, headers });
  return async () => (await client.POST("/api/projects/", { body: newProject })).data;
};
