import { type Described, moduleOf } from "./operations.ts";
import type { Callable, Subject } from "./sdk.ts";

export interface Functions {
  plain: Callable;
  detailed: Callable;
}

/** The two functions of an operation, in the module of its first tag. Throws a sentence if one is not there. */
export function functionsOf({ modules }: Subject, operation: Described): Functions {
  const module = moduleOf(operation);
  const find = (name: string): Callable => {
    const found = modules[module]?.[name];
    if (typeof found === "function") return found as Callable;
    throw new Error(`the module "${module}" exports no function ${name}`);
  };
  return { plain: find(operation.id), detailed: find(`${operation.id}Detailed`) };
}
