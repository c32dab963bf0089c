import type { OperationModel } from "../model/operation.ts";
import type { TypeNames } from "../model/schema-names.ts";
import { HEADER } from "../typescript/code.ts";
import { ModuleImports } from "./module-imports.ts";
import { operationData } from "./operation-data.ts";
import { operationFunctions } from "./operation-functions.ts";
import { paramsType } from "./params-type.ts";
import { resultType } from "./result-type.ts";

/** The module of a tag: for each operation its types, its data and its two functions. */
export function operationsModule(models: readonly OperationModel[], names: TypeNames, runtime: string): string {
  const imports = new ModuleImports(names);
  const parts = models.flatMap((model) => [
    paramsType(model, imports),
    resultType(model, imports),
    operationData(model, imports),
    operationFunctions(model, imports),
  ]);
  return [HEADER, "", imports.print(runtime, ".."), ...parts].join("\n");
}
