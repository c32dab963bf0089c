import type { OperationModel } from "../model/operation.ts";
import type { TypeNames } from "../model/schema-names.ts";
import { paramsName, resultName } from "../names/generated-names.ts";
import { fitLine, HEADER, quote, sortNames } from "../typescript/code.ts";
import type { ResourcesModule } from "./resources-module.ts";

/** What the index gathers. */
export interface IndexParts {
  /** Operations by the file name of their module. */
  readonly modules: ReadonlyMap<string, readonly OperationModel[]>;
  readonly hasClient: boolean;
  readonly hasPages: boolean;
  readonly credentials: readonly string[];
  readonly names: TypeNames;
  readonly resources: ResourcesModule | undefined;
}

/** The index: everything generated, by name, so that a name that is not here is not public. */
export function indexModule({ modules, hasClient, hasPages, credentials, names, resources }: IndexParts): string {
  const lines = [
    hasClient ? exportLine(["createClient", "defaultBaseUrl"], "./client.gen.js") : "",
    exportLine(["components", "operations", "paths", "webhooks"].map(asType), "./openapi.gen.js"),
    ...[...modules].sort(byName).map(([file, models]) => {
      const exported = models.flatMap(({ id }) => [
        id,
        `${id}Detailed`,
        `${id}Operation`,
        asType(paramsName(id)),
        asType(resultName(id)),
      ]);
      return exportLine(exported, `./operations/${file}.gen.js`);
    }),
    hasPages ? exportLine(["paginate"], "./paginate.gen.js") : "",
    resources ? exportLine([...resources.classes, ...resources.types.map(asType)], "./resources.gen.js") : "",
    exportLine([...names.schemas.values()].map(asType), "./schemas.gen.js"),
    exportLine(credentials, "./security.gen.js"),
  ];
  return `${HEADER}\n\n${lines.join("")}`;
}

const asType = (name: string): string => `type ${name}`;
const byName = ([a]: [string, unknown], [b]: [string, unknown]): number => (a < b ? -1 : 1);

function exportLine(names: readonly string[], from: string): string {
  if (names.length === 0) return "";
  const onlyTypes = names.every((name) => name.startsWith("type "));
  const list = onlyTypes ? names.map((name) => name.slice("type ".length)) : names;
  return fitLine(`export ${onlyTypes ? "type " : ""}{`, sortNames(list), `} from ${quote(from)};`);
}
