import { formatPointer } from "../document/openapi.ts";
import { kebabCase, NameRegistry } from "../names/names.ts";
import type { Report } from "../problem.ts";
import type { OperationModel } from "./operation.ts";
import type { TagModel } from "./tags.ts";

/** A module of functions: the operations of a tag. */
export interface ModuleModel {
  /** Name of the file, without its ending. */
  readonly file: string;
  /** The tag as the description writes it; absent for operations without one. */
  readonly tag: string | undefined;
  readonly description: string | undefined;
  readonly operations: readonly OperationModel[];
}

/** Gathers operations by their first tag; without a tag they go to `default`. */
export function modelModules(
  operations: readonly OperationModel[],
  tags: readonly TagModel[],
  report: Report,
): ModuleModel[] {
  const files = new NameRegistry();
  const byTag = new Map<string | undefined, OperationModel[]>();
  for (const operation of operations) {
    const known = byTag.get(operation.tag);
    if (known) known.push(operation);
    else byTag.set(operation.tag, [operation]);
  }
  return [...byTag].map(([tag, members]) => {
    const wanted = kebabCase(tag ?? "default");
    const file = files.take(wanted);
    const [first] = members;
    if (file !== wanted && first) {
      const where = tag === undefined ? "what has no tag" : `the tag ${JSON.stringify(tag)}`;
      const message = `The module ${wanted} is taken by a tag of nearly the same name; ${where} goes to ${file}.`;
      report({ level: "warning", message, pointer: formatPointer(["paths", first.path, first.method, "tags"]) });
    }
    const description = tag === undefined ? undefined : tags.find(({ name }) => name === tag)?.description;
    return { file, tag, description, operations: members };
  });
}
