import type { ModuleModel } from "../model/modules.ts";
import { HEADER } from "../typescript/code.ts";
import type { EmitContext } from "./context.ts";
import { ModuleImports } from "./module-imports.ts";
import { operationData } from "./operation-data.ts";
import { operationFunctions } from "./operation-functions.ts";
import { paramsType } from "./params-type.ts";
import { resultType } from "./result-type.ts";

/** Emits the module of a tag: types, data and functions of each operation. */
export function operationsModule({ operations }: ModuleModel, context: EmitContext): string {
  const imports = new ModuleImports(context);
  const parts = operations.flatMap((operation) => [
    paramsType(operation, imports),
    resultType(operation, imports),
    operationData(operation, imports),
    operationFunctions(operation, imports),
  ]);
  return [HEADER, "", imports.print(context.runtime, ".."), ...parts].join("\n");
}
