import type { ClientModel } from "../model/client-model.ts";
import type { ModuleModel } from "../model/modules.ts";
import { paramsName, resultName } from "../names/generated-names.ts";
import { fitLine, HEADER, quote, sortNames } from "../typescript/code.ts";

/** Emits the index, which exports all public names. */
export function indexModule({
  baseUrl,
  clients,
  operations,
  modules,
  resources,
  schemas,
  securitySchemes,
}: ClientModel): string {
  const credentials = securitySchemes.flatMap(({ credential }) => credential?.name ?? []);
  const classes = resources ? [resources.rootClass, ...resources.resources.map(({ className }) => className)] : [];
  const methods = resources?.resources.flatMap((resource) => resource.methods) ?? [];
  const argumentTypes = methods.flatMap(({ argumentsType }) => argumentsType ?? []);
  const lines = [
    baseUrl === undefined ? "" : exportLine(["createClient", "defaultBaseUrl"], "./client.gen.js"),
    exportLine(["components", "operations", "paths", "webhooks"].map(asType), "./openapi.gen.js"),
    ...[...modules].sort(byFile).map((module) => {
      const exported = module.operations.flatMap(({ id }) => [
        id,
        `${id}Detailed`,
        `${id}Operation`,
        asType(paramsName(id)),
        asType(resultName(id)),
      ]);
      return exportLine(exported, `./operations/${module.file}.gen.js`);
    }),
    operations.some(({ pages }) => pages) ? exportLine(["paginate"], "./paginate.gen.js") : "",
    exportLine([...classes, ...argumentTypes.map(asType)], "./resources.gen.js"),
    exportLine(
      [...schemas.values()].map(({ typeName }) => asType(typeName)),
      "./schemas.gen.js",
    ),
    exportLine([...credentials, ...[...clients.types.keys()].map(asType)], "./security.gen.js"),
  ];
  return `${HEADER}\n\n${lines.join("")}`;
}

const byFile = (a: ModuleModel, b: ModuleModel): number => (a.file < b.file ? -1 : 1);
const asType = (name: string): string => `type ${name}`;

function exportLine(names: readonly string[], from: string): string {
  if (names.length === 0) return "";
  const onlyTypes = names.every((name) => name.startsWith("type "));
  const list = onlyTypes ? names.map((name) => name.slice("type ".length)) : names;
  return fitLine(`export ${onlyTypes ? "type " : ""}{`, sortNames(list), `} from ${quote(from)};`);
}
