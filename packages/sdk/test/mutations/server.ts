import type { Document } from "../contract/document.ts";
import { bodyOf, exampleOf, find, move, responseOf, schemaOf } from "./document.ts";
import type { Mutation } from "./mutation.ts";

/** The server went another way than the description: the mock serves the broken copy, the suite knows the good one. */
export const serverMutations: Mutation<Document>[] = [
  {
    name: "another path",
    operationId: "getHealth",
    break: (document) => move(document, "getHealth", { path: "/healthz/" }),
    reported: /answers 404 of its own/,
  },
  {
    name: "a trailing slash less",
    operationId: "getProfile",
    break: (document) => move(document, "getProfile", { path: "/api/auth/profile" }),
    reported: /answers 404 of its own/,
  },
  {
    name: "another method",
    operationId: "createVariable",
    break: (document) => move(document, "createVariable", { method: "put" }),
    reported: /answers 405 of its own/,
  },
  {
    name: "another required field in the request",
    operationId: "createProject",
    break(document) {
      schemaOf(document, bodyOf(document, "createProject")).required.push("slug");
    },
    reported: /violation: request\.body: .*required property 'slug'/,
  },
  {
    name: "another type of a field in the request",
    operationId: "createEnvironment",
    break(document) {
      schemaOf(document, bodyOf(document, "createEnvironment")).properties.project = { type: "string" };
    },
    reported: /violation: request\.body\.project: .*must be string/,
  },
  {
    name: "another type of a parameter",
    operationId: "listAuditLogs",
    break(document) {
      const { operation } = find(document, "listAuditLogs");
      operation.parameters = [{ name: "user", in: "query", schema: { type: "boolean" } as object }];
    },
    reported: /query parameter user must be boolean/,
  },
  {
    name: "a new required header",
    operationId: "updateVariable",
    break(document) {
      find(document, "updateVariable").operation.parameters = [{ name: "if-match", in: "header", required: true }];
    },
    reported: /violation: request\.header: .*if-match/,
  },
  {
    name: "another media type of the body",
    operationId: "createJwt",
    break(document) {
      const { content } = bodyOf(document, "createJwt");
      content["application/x-www-form-urlencoded"] = content["application/json"] ?? {};
      delete content["application/json"];
    },
    reported: /answers 415 of its own|violation: request\.body/,
  },
  {
    name: "another security scheme",
    operationId: "deleteKey",
    break(document) {
      find(document, "deleteKey").operation.security = [{ AdminKey: [] }];
    },
    reported: /violation: request|answers 401 of its own/,
  },
  {
    name: "another status of an error",
    operationId: "getKeyUsage",
    break(document) {
      const { responses = {} } = find(document, "getKeyUsage").operation;
      responses["403"] = responses["401"] ?? {};
      delete responses["401"];
    },
    reported: /status is 404, and should be 401/,
  },
  {
    name: "another status of the success",
    operationId: "registerUser",
    break(document) {
      const { responses = {} } = find(document, "registerUser").operation;
      responses["202"] = responses["201"] ?? {};
      delete responses["201"];
    },
    reported: /status is 404, and should be 201/,
  },
  {
    name: "a field less in the answer",
    operationId: "getProject",
    break(document) {
      const response = responseOf(document, "getProject", "200");
      delete exampleOf(response).name;
      schemaOf(document, response).required = [];
    },
    reported: /data is .*, and should be .*"name"/,
  },
  {
    name: "another type in an error",
    operationId: "loginWithApiKey",
    break(document) {
      const { content } = responseOf(document, "loginWithApiKey", "401");
      content["application/json"] = { example: { error: 7 } };
    },
    reported: /the body of the error is \{"error":7\}/,
  },
  {
    name: "JSON instead of text",
    operationId: "getVersion",
    break(document) {
      const response = responseOf(document, "getVersion", "200");
      response.content = { "application/json": { example: { version: "1.0.0" } } };
    },
    reported: /the detailed form throws|violation/,
  },
  {
    name: "a header less",
    operationId: "listOrganizations",
    break(document) {
      responseOf(document, "listOrganizations", "429").headers = {};
    },
    reported: /the header Retry-After is null/,
  },
];
