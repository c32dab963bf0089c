import { headers, listUrl, newProject, projectsUrl } from "./shared.js";

export const makeList = (fetch) => async () => (await fetch(listUrl, { headers })).json();

export const makeCreate = (fetch) => async () => {
  const init = { method: "POST", headers: { ...headers, "content-type": "application/json" } };
  return (await fetch(projectsUrl, { ...init, body: JSON.stringify(newProject) })).json();
};
