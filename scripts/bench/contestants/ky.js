import ky from "ky";
import { headers, listUrl, newProject, projectsUrl } from "./shared.js";

export const makeList = (fetch) => () => ky.get(listUrl, { fetch, headers }).json();

export const makeCreate = (fetch) => () => ky.post(projectsUrl, { fetch, headers, json: newProject }).json();
