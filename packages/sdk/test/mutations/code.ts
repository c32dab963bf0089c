import type { GeneratedCode } from "./generated-code.ts";
import type { Mutation } from "./mutation.ts";

/** The generated code is broken. */
export const codeMutations: Mutation<GeneratedCode>[] = [
  {
    name: "wrong path",
    operationId: "getHealth",
    break: (code) => code.editOperation("system", "getHealth", "/health/", "/healthz/"),
    reported: /the path is "\/healthz\/", and should be "\/health\/"/,
  },
  {
    name: "a trailing slash less",
    operationId: "getProfile",
    break: (code) => code.editOperation("auth", "getProfile", "/profile/", "/profile"),
    reported: /the mock answers 404 of its own/,
  },
  {
    name: "wrong method",
    operationId: "updateProject",
    break: (code) => code.editOperation("projects", "updateProject", '"PATCH"', '"PUT"'),
    reported: /the method is "PUT", and should be "PATCH"/,
  },
  {
    name: "wrong operationId",
    operationId: "getProject",
    break: (code) => code.editOperation("projects", "getProject", '"getProject"', '"readProject"'),
    reported: /the operationId of the error is "readProject"/,
  },
  {
    name: "a query parameter less",
    operationId: "listProjects",
    break: (code) => code.editOperation("projects", "listProjects", '"search", ', ""),
    reported: /the query is .*, and should be .*"search"/,
  },
  {
    name: "a parameter in the wrong place",
    operationId: "createAccessTokenFromKey",
    break: (code) => code.editOperation("auth", "createAccessTokenFromKey", "query:", "header:"),
    reported: /violation: request\.query: .*required property 'key'/,
  },
  {
    name: "an optional parameter in the wrong place",
    operationId: "listOrganizations",
    break: (code) => code.editOperation("organizations", "listOrganizations", "query:", "header:"),
    reported: /the query is \[\], and should be \[\["page","1"\]\]/,
  },
  {
    name: "wrong name of a path parameter",
    operationId: "updateVariable",
    break: (code) => code.editOperation("variables", "updateVariable", "{id}", "{variable_id}"),
    reported: /the detailed form throws: UsageError/,
  },
  {
    name: "no body",
    operationId: "createKey",
    break: (code) => code.editOperation("keys", "createKey", "body: jsonBody,", ""),
    reported: /the content type is null, and should be "application\/json"/,
  },
  {
    name: "wrong media type of the body",
    operationId: "createAccessToken",
    break: (code) =>
      code.editOperation(
        "auth",
        "createAccessToken",
        '{ type: "application/x-www-form-urlencoded", encode: encodeUrlencoded }',
        '"application/json"',
      ),
    reported: /the content type is "application\/json", and should be "application\/x-www-form-urlencoded"/,
  },
  {
    name: "multipart body as JSON",
    operationId: "importEnvironment",
    break: (code) =>
      code.editOperation(
        "environments",
        "importEnvironment",
        '{ type: "multipart/form-data", encode: encodeMultipart }',
        '"application/json"',
      ),
    reported: /the content type is "application\/json", and should be "multipart\/form-data"/,
  },
  {
    name: "text read as JSON",
    operationId: "getVersion",
    break: (code) => code.editOperation("system", "getVersion", "decode: decodeMedia,", ""),
    reported: /DecodeError/,
  },
  {
    name: "accept header lost",
    operationId: "exportEnvironment",
    break: (code) => code.editOperation("environments", "exportEnvironment", "accept:", "ignored:"),
    reported: /the header accept is "application\/json", and lacks text\/plain/,
  },
  {
    name: "wrong security scheme",
    operationId: "listKeys",
    break: (code) => code.editOperation("keys", "listKeys", "OAuth2PasswordBearer", "AdminKey"),
    reported: /the header x-admin-key is .*, and should be absent/,
  },
  {
    name: "one of two security schemes less",
    operationId: "getOrganization",
    break: (code) => code.editOperation("organizations", "getOrganization", ', ["JWTAuth"]', ""),
    reported: /with JWTAuth the detailed form throws: UsageError/,
  },
  {
    name: "security lost",
    operationId: "registerClient",
    break: (code) => code.editOperation("client-admin", "registerClient", 'security: [["AdminKey"]],', ""),
    reported: /a request is sent though its credential is missing/,
  },
  {
    name: "security where none belongs",
    operationId: "loginUser",
    break: (code) => code.editOperation("auth", "loginUser", "id:", 'security: [["TokenAuth"]], id:'),
    reported: /the header authorization is Token .*, and should be absent/,
  },
  {
    name: "plain function missing",
    operationId: "refreshJwt",
    break: (code) => code.edit("operations/auth.gen.ts", "export function refreshJwt(", "function refreshJwt("),
    reported: /the module "auth" exports no function refreshJwt$/,
  },
  {
    name: "detailed function missing",
    operationId: "getEnvironment",
    break: (code) =>
      code.edit(
        "operations/environments.gen.ts",
        "export function getEnvironmentDetailed(",
        "function getEnvironmentDetailed(",
      ),
    reported: /the module "environments" exports no function getEnvironmentDetailed$/,
  },
  {
    name: "plain function that throws nothing",
    operationId: "listAuditLogs",
    break: (code) =>
      code.edit(
        "operations/audit-logs.gen.ts",
        "requestData(client, listAuditLogsOperation",
        "request(client, listAuditLogsOperation",
      ),
    reported: /the plain form throws nothing/,
  },
  {
    name: "plain function that sends twice",
    operationId: "createOrganization",
    break: (code) =>
      code.edit(
        "operations/organizations.gen.ts",
        "return requestData(client, createOrganizationOperation, params, options)",
        "createOrganizationDetailed(client, params, options); $&",
      ),
    reported: /two calls send 3 requests/,
  },
  {
    name: "plain function that sends nothing",
    operationId: "getApiStatus",
    break: (code) =>
      code.edit(
        "operations/system.gen.ts",
        "return requestData(client, getApiStatusOperation, params, options)",
        "return Promise.resolve({} as never)",
      ),
    reported: /two calls send 1 requests/,
  },
  {
    name: "function of another operation",
    operationId: "deleteVariable",
    break: (code) =>
      code.edit("operations/variables.gen.ts", "client, deleteVariableOperation", "client, getVariableOperation"),
    reported: /the method is "GET", and should be "DELETE"/,
  },
  {
    name: "arguments that go nowhere",
    operationId: "updateOrganization",
    break: (code) =>
      code.edit(
        "operations/organizations.gen.ts",
        "request(client, updateOrganizationOperation, params,",
        "request(client, updateOrganizationOperation, {},",
      ),
    reported: /the detailed form throws: UsageError/,
  },
  {
    name: "arguments of the plain form that go nowhere",
    operationId: "deleteProject",
    break: (code) =>
      code.edit(
        "operations/projects.gen.ts",
        "requestData(client, deleteProjectOperation, params,",
        "requestData(client, deleteProjectOperation, {},",
      ),
    reported: /the plain form throws: UsageError/,
  },
  {
    name: "options that go nowhere",
    operationId: "deleteClient",
    break: (code) =>
      code.edit(
        "operations/client-admin.gen.ts",
        "request(client, deleteClientOperation, params, options",
        "request(client, deleteClientOperation, params",
      ),
    reported: /status is 200, and should be 401/,
  },
];
