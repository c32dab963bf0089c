// Calls of openapi-fetch stay as they are, and get the client's credentials, retries, hooks, limits and redirect rules.
import { clientFetch, createClient, getProject, type paths, tokenAuth } from "@keynest/sdk";
import createOpenApiClient from "openapi-fetch";

const client = createClient({ auth: tokenAuth(process.env.KEYNEST_TOKEN ?? "") });
const api = createOpenApiClient<paths>({ baseUrl: client.baseUrl, fetch: clientFetch(client) });

// A call that has not moved yet:
const { data, error } = await api.GET("/api/projects/{id}/", { params: { path: { id: 1 } } });
console.log(data ? data.name : error);

// The same call, moved:
const project = await getProject(client, { id: 1 });
console.log(project.name);
