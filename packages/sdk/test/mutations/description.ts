import type { Document, Parameter } from "../contract/document.ts";
import { bodyOf, exampleOf, find, move, responseOf } from "./document.ts";
import type { Mutation } from "./mutation.ts";

/** The description itself is broken, or says what the generated code does not know: mock and suite have the copy. */
export const descriptionMutations: Mutation<Document>[] = [
  {
    name: "a required field less in the example of the request",
    operationId: "createOrganization",
    break(document) {
      delete exampleOf(bodyOf(document, "createOrganization")).name;
    },
    reported: /violation: request\.body: .*required property 'name'/,
  },
  {
    name: "another type in the example of the request",
    operationId: "updateOrganizationMemberRole",
    break(document) {
      exampleOf(bodyOf(document, "updateOrganizationMemberRole")).user_id = "two";
    },
    reported: /violation: request\.body\.user_id: .*integer/,
  },
  {
    name: "a required field less in the example of the answer",
    operationId: "getOrganization",
    break(document) {
      delete exampleOf(responseOf(document, "getOrganization", "200")).name;
    },
    reported: /answers 500 of its own: .*required property 'name'/,
  },
  {
    name: "another type in the example of the answer",
    operationId: "listProjects",
    break(document) {
      exampleOf(responseOf(document, "listProjects", "200")).count = "one";
    },
    reported: /answers 500 of its own: .*count must be integer/,
  },
  {
    name: "no example of the answer",
    operationId: "refreshJwt",
    break(document) {
      delete responseOf(document, "refreshJwt", "200").content["application/json"]?.example;
    },
    reported: /cannot be covered: the application\/json response has no example/,
  },
  {
    name: "no example of the request",
    operationId: "blacklistJwt",
    break(document) {
      delete bodyOf(document, "blacklistJwt").content["application/json"]?.example;
    },
    reported: /cannot be covered: the application\/json body has no example/,
  },
  {
    name: "no example of a parameter",
    operationId: "listEnvironments",
    break(document) {
      const [parameter] = find(document, "listEnvironments").operation.parameters as Parameter[];
      delete parameter?.example;
    },
    reported: /cannot be covered: parameter "project" has no example/,
  },
  {
    name: "an answer that is no text",
    operationId: "exportEnvironment",
    break(document) {
      const { content } = responseOf(document, "exportEnvironment", "200");
      content["application/zip"] = content["text/plain"] ?? {};
      delete content["text/plain"];
    },
    reported: /cannot be covered: a response in application\/zip/,
  },
  {
    name: "two tags",
    operationId: "getVariable",
    break: (document) => find(document, "getVariable").operation.tags?.push("system"),
    reported: /cannot be covered: the operation has several tags/,
  },
  {
    name: "another tag",
    operationId: "getApiStatus",
    break(document) {
      find(document, "getApiStatus").operation.tags = ["keys"];
    },
    reported: /the module "keys" exports no function getApiStatus/,
  },
  {
    name: "no operationId",
    operationId: "GET /health/",
    break(document) {
      delete find(document, "getHealth").operation.operationId;
    },
    reported: /cannot be covered: the operation has no operationId/,
  },
  {
    name: "an operation that nobody generated",
    operationId: "readHealthHistory",
    break(document) {
      const { operation } = find(document, "getVersion");
      document.paths["/health/history/"] = { get: { ...structuredClone(operation), operationId: "readHealthHistory" } };
    },
    reported: /the module "system" exports no function readHealthHistory/,
  },
  {
    name: "an operation with another path than the generated one",
    operationId: "listKeys",
    break: (document) => move(document, "listKeys", { path: "/api/keys/" }),
    reported: /the path is "\/keys\/", and should be "\/api\/keys\/"/,
  },
  {
    name: "no status at all",
    operationId: "deleteVariable",
    break(document) {
      find(document, "deleteVariable").operation.responses = {};
    },
    reported: /cannot be covered: the operation declares no status/,
  },
  {
    name: "a security scheme that nobody knows",
    operationId: "listClients",
    break(document) {
      find(document, "listClients").operation.security = [{ JWTAuth: [] }];
    },
    reported: /the header x-admin-key is .*, and should be absent/,
  },
  {
    name: "security where the generated code knows of none",
    operationId: "registerUser",
    break(document) {
      find(document, "registerUser").operation.security = [{ TokenAuth: [] }];
    },
    reported: /the header authorization is absent, and should be Token/,
  },
];
