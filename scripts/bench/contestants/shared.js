// What every contestant does: lists projects with two parameters, and creates one, with a token.
export const baseUrl = "http://localhost:8000";
export const projectsUrl = `${baseUrl}/api/projects/`;
export const listUrl = `${projectsUrl}?organization=1&search=web`;
export const token = "9944b09199c62bcf9418ad846dd0e4bbdfc6ee4b";
export const headers = { accept: "application/json", authorization: `Token ${token}` };
export const newProject = { name: "New Project", organization: 1 };
