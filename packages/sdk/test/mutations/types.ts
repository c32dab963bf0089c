import type { GeneratedCode } from "./generated-code.ts";
import type { Mutation } from "./mutation.ts";

/** The generated types are broken. */
export const typeMutations: Mutation<GeneratedCode>[] = [
  {
    name: "wrong status of a success",
    operationId: "createProject",
    break: (code) => code.edit("operations/projects.gen.ts", "Success<201, Project>", "Success<200, Project>"),
    reported: /^201: .*never/,
  },
  {
    name: "a status less",
    operationId: "deleteProject",
    break: (code) =>
      code.edit("operations/projects.gen.ts", /(type DeleteProjectResult =[^;]*?)\| Failure<404, ErrorResponse>/, "$1"),
    reported: /^404: .*never/,
  },
  {
    name: "wrong body of an error",
    operationId: "importEnvironment",
    break: (code) =>
      code.edit(
        "operations/environments.gen.ts",
        "Failure<409, ImportConflictResponse>",
        "Failure<409, { reason: string }>",
      ),
    reported: /^409: .*conflicts|^409: .*reason|^409: .*does not/,
  },
  {
    name: "wrong data of a success",
    operationId: "getProject",
    break: (code) =>
      code.edit(
        "operations/projects.gen.ts",
        /(type GetProjectResult =\s*\| )Success<200, Project>/,
        "$1Success<200, ErrorResponse>",
      ),
    reported: /^200: .*does not satisfy|^200: .*does not exist/,
  },
  {
    name: "wrong data of the plain form",
    operationId: "getEnvironment",
    break: (code) =>
      code.edit(
        "operations/environments.gen.ts",
        /(export function getEnvironment\([\s\S]*?)Promise<Environment>/,
        "$1Promise<string>",
      ),
    reported: /^200: .*string/,
  },
  {
    name: "a required field of the request more",
    operationId: "createVariable",
    break: (code) =>
      code.edit("operations/variables.gen.ts", "body: VariableCreate;", "body: VariableCreate & { note: string };"),
    reported: /^arguments: .*note/,
  },
  {
    name: "a parameter of another type",
    operationId: "getVariable",
    break: (code) =>
      code.edit(
        "operations/variables.gen.ts",
        /type GetVariableParams = \{[^}]*\}/,
        "type GetVariableParams = { id: string }",
      ),
    reported: /^arguments: .*not assignable to type 'string'/,
  },
  {
    name: "a parameter less",
    operationId: "listAuditLogs",
    break: (code) =>
      code.edit(
        "operations/audit-logs.gen.ts",
        /type ListAuditLogsParams = \{[^}]*\}/,
        "type ListAuditLogsParams = { page?: number }",
      ),
    reported: /^arguments: .*user.* does not exist/,
  },
  {
    name: "another security scheme",
    operationId: "listKeys",
    break: (code) =>
      code.edit("operations/keys.gen.ts", /(function listKeys\([^)]*?)OAuth2PasswordBearer/, "$1AdminKey"),
    reported: /^security: .*OAuth2PasswordBearer/,
  },
  {
    name: "no security scheme",
    operationId: "createKey",
    break: (code) =>
      code.edit(
        "operations/keys.gen.ts",
        /(function createKey\([^)]*?)Client<\{ OAuth2PasswordBearer: true \}>/,
        "$1Client",
      ),
    reported: /^security: .*Unused '@ts-expect-error'/,
  },
  {
    name: "function missing",
    operationId: "getVersion",
    break: (code) => code.edit("operations/system.gen.ts", "export function getVersion(", "function getVersion("),
    reported: /^arguments: .*'getVersion' does not exist/,
  },
];
