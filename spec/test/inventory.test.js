import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bundle } from "./redocly.js";

// What the servers offer: operationId, method, path, tag, security and statuses. `user` stands for a login token or a
// JWT. This table is written by hand on purpose, so that no slip in the description goes unseen.
const inventory = `
  registerUser                 POST   /api/auth/register/                              auth          none                201 400 429
  loginUser                    POST   /api/auth/login/                                 auth          none                200 400 401 429
  logoutUser                   POST   /api/auth/logout/                                auth          user                200 401
  getProfile                   GET    /api/auth/profile/                               auth          user                200 401
  createJwt                    POST   /authentication/new/                             auth          none                200 401
  refreshJwt                   POST   /authentication/refresh/                         auth          none                200 401
  blacklistJwt                 POST   /authentication/blacklist/                       auth          none                200 401
  loginWithApiKey              POST   /auth/login                                      auth          none                200 401
  createAccessToken            POST   /auth/access-token                               auth          none                200 400 422
  refreshAccessToken           POST   /auth/refresh-token                              auth          none                200 400 404 422
  createAccessTokenFromKey     GET    /auth/access-token                               auth          none                200 400 422
  listOrganizations            GET    /api/organizations/                              organizations user                200 401 429
  createOrganization           POST   /api/organizations/                              organizations user                201 400 401 429
  getOrganization              GET    /api/organizations/{id}/                         organizations user                200 401 403 404 429
  updateOrganization           PATCH  /api/organizations/{id}/                         organizations user                200 400 401 403 404
  deleteOrganization           DELETE /api/organizations/{id}/                         organizations user                204 401 403 404
  listOrganizationMembers      GET    /api/organizations/{id}/members/                 organizations user                200 401 403 404
  inviteOrganizationMember     POST   /api/organizations/{id}/invite_member/           organizations user                201 400 401 403 404
  updateOrganizationMemberRole PATCH  /api/organizations/{id}/update_member_role/      organizations user                200 400 401 403 404
  removeOrganizationMember     DELETE /api/organizations/{id}/remove_member/           organizations user                200 400 401 403 404
  listProjects                 GET    /api/projects/                                   projects      user                200 401 429
  createProject                POST   /api/projects/                                   projects      user                201 400 401 403 429
  getProject                   GET    /api/projects/{id}/                              projects      user                200 401 403 404 429
  updateProject                PATCH  /api/projects/{id}/                              projects      user                200 400 401 403 404 429
  deleteProject                DELETE /api/projects/{id}/                              projects      user                204 401 403 404 429
  listEnvironments             GET    /api/environments/                               environments  user                200 401 429
  listProjectEnvironments      GET    /api/projects/{project_id}/environments/         environments  user                200 401 403 404
  createEnvironment            POST   /api/environments/                               environments  user                201 400 401 403
  getEnvironment               GET    /api/environments/{id}/                          environments  user                200 401 403 404
  updateEnvironment            PATCH  /api/environments/{id}/                          environments  user                200 400 401 403 404
  deleteEnvironment            DELETE /api/environments/{id}/                          environments  user                204 401 403 404
  exportEnvironment            GET    /api/environments/{environment_id}/export/       environments  user                200 401 403 404
  importEnvironment            POST   /api/environments/{environment_id}/import/       environments  user                200 400 401 403 404 409
  listEnvironmentVariables     GET    /api/environments/{environment_id}/variables/    variables     user                200 401 403 404
  createVariable               POST   /api/variables/                                  variables     user                201 400 401 403 409
  getVariable                  GET    /api/variables/{id}/                             variables     user                200 401 403 404
  updateVariable               PATCH  /api/variables/{id}/                             variables     user                200 400 401 403 404
  deleteVariable               DELETE /api/variables/{id}/                             variables     user                204 401 403 404
  listKeys                     GET    /keys/                                           keys          OAuth2PasswordBearer 200 401
  createKey                    PUT    /keys/                                           keys          OAuth2PasswordBearer 200 401 422
  deleteKey                    DELETE /keys/{uuid}                                     keys          OAuth2PasswordBearer 200 401 422
  getKeyUsage                  GET    /keys/{uuid}/usage                               keys          OAuth2PasswordBearer 200 401 422
  registerClient               POST   /auth/create_client                              client-admin  AdminKey            200 400 401 403 409
  listClients                  GET    /auth/list_clients                               client-admin  AdminKey            200 401 403
  revokeClientKey              POST   /auth/revoke_client_key                          client-admin  AdminKey            200 401 403 404
  recreateClientKey            POST   /auth/create_client_key                          client-admin  AdminKey            200 401 403 404
  deleteClient                 DELETE /auth/delete_client                              client-admin  AdminKey            200 401 403 404
  listAuditLogs                GET    /api/audit-logs/                                 audit-logs    user                200 401 403
  getHealth                    GET    /health/                                         system        none                200
  getApiStatus                 GET    /api/                                            system        none                200
  getVersion                   GET    /version/                                        system        none                200
`;

const methods = ["get", "put", "post", "patch", "delete"];

let folder;
let description;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "keynest-spec-"));
  description = await bundle(join(folder, "openapi.json"));
});
afterAll(() => rm(folder, { recursive: true }));

test("the description has the operations of the inventory and no others", () => {
  const described = operations().map(({ operation, method, path }) =>
    [
      operation.operationId,
      method.toUpperCase(),
      path,
      operation.tags.join(),
      securityOf(operation),
      ...Object.keys(operation.responses),
    ].join(" "),
  );
  const listed = inventory
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/ +/).join(" "));
  expect(described.toSorted()).toEqual(listed.toSorted());
});

test("the description has the webhooks of the inventory and no others", () => {
  const described = Object.entries(description.webhooks).map(([event, { post }]) => [event, post.operationId]);
  expect(described).toEqual([
    ["variable.created", "notifyVariableCreated"],
    ["variable.updated", "notifyVariableUpdated"],
    ["variable.deleted", "notifyVariableDeleted"],
  ]);
  expect(description.components.schemas).toHaveProperty("WebhookSubscription");
});

test("an operation with a rate limit sends its headers", () => {
  const headers = ["X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset"];
  for (const { operation } of operations()) {
    for (const [status, reference] of Object.entries(operation.responses)) {
      const sent = Object.keys(resolve(reference).headers ?? {}).toSorted();
      const limited = "429" in operation.responses && status.startsWith("2");
      const expected = status === "429" ? ["Retry-After", ...headers] : limited ? headers : [];
      expect(sent, `${operation.operationId} ${status}`).toEqual(expected);
    }
  }
});

test("the name of every component is PascalCase and says what it is", () => {
  const { securitySchemes, ...components } = description.components;
  for (const name of Object.values(components).flatMap(Object.keys)) expect(name).toMatch(/^[A-Z][A-Za-z]*$/);
  expect(Object.keys(securitySchemes)).toEqual(["TokenAuth", "JWTAuth", "OAuth2PasswordBearer", "AdminKey"]);
});

function operations() {
  return Object.entries(description.paths).flatMap(([path, item]) =>
    methods.filter((method) => method in item).map((method) => ({ operation: item[method], method, path })),
  );
}

function securityOf({ security }) {
  const names = security.flatMap(Object.keys).join();
  return { "": "none", "TokenAuth,JWTAuth": "user" }[names] ?? names;
}

function resolve(node) {
  if (!node.$ref) return node;
  const [, , group, name] = node.$ref.split("/");
  return description.components[group][name];
}
