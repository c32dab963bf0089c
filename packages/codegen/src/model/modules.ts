import { formatPointer } from "../document/openapi.ts";
import { kebabCase, NameRegistry } from "../names/names.ts";
import type { Report } from "../problem.ts";
import type { OperationModel } from "./operation.ts";
import type { TagModel } from "./tags.ts";

/** A module of functions: the operations of a tag. */
export interface ModuleModel {
  /** Name of the file, without its extension. */
  readonly file: string;
  /** The tag in the spelling of the description; absent for operations without a tag. */
  readonly tag: string | undefined;
  readonly description: string | undefined;
  readonly operations: readonly OperationModel[];
}

/** Groups operations by their first tag. Operations without a tag are in `default`. */
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
      const where = tag === undefined ? "operations without a tag are" : `the tag ${JSON.stringify(tag)} is`;
      const message = `The module ${wanted} is taken by a tag with nearly the same name; ${where} in ${file}.`;
      report({ level: "warning", message, pointer: formatPointer(["paths", first.path, first.method, "tags"]) });
    }
    const description = tag === undefined ? undefined : tags.find(({ name }) => name === tag)?.description;
    return { file, tag, description, operations: members };
  });
}
