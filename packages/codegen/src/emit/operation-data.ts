import { type Media, type MediaKind, mediaKind } from "../model/media.ts";
import type { OperationModel } from "../model/operation.ts";
import type { ParameterModel } from "../model/parameters.ts";
import { docComment, fitLine, quote, quoteList } from "../typescript/code.ts";
import type { ModuleImports } from "./module-imports.ts";

const JSON_TYPE = "application/json";

/** Emits `export const listProjectsOperation: Operation = { … }`, the data for the runtime. */
export function operationData(model: OperationModel, imports: ModuleImports): string {
  const path = pathTemplate(model);
  const media = model.body?.media ?? [];
  const isJson = media.length === 1 && media[0]?.type === JSON_TYPE;
  const fields = {
    id: quote(model.id),
    method: quote(model.method.toUpperCase()),
    path: quote(path),
    query: parameterList(model, "query"),
    header: parameterList(model, "header"),
    cookie: parameterList(model, "cookie"),
    target: model.hasPlainParameters
      ? path.includes("{") && imports.runtimeValue("pathTarget")
      : imports.runtimeEntry("styledTarget"),
    body: media.length > 0 && imports.runtimeValue(isJson ? "jsonBody" : "mediaBody"),
    media: media.length > 0 && !isJson && media.map((one) => mediaType(one, imports)),
    // JSON is the default of the runtime.
    accept: model.accept !== JSON_TYPE && quote(model.accept),
    decode: model.successMedia.some(({ kind }) => kind !== "json") && imports.runtimeValue("decodeMedia"),
    security: model.security.length > 0 && model.security.map(quoteList),
    sensitive: model.sensitive.length > 0 && model.sensitive.map(quote),
    findSecrets: model.sensitive.length > 0 && imports.runtimeValue("findSecrets"),
    redirect: model.responses.some(({ status }) => status.startsWith("3")) && quote("manual"),
  };
  const lines = Object.entries(fields).flatMap(([name, value]) => {
    if (!value) return [];
    // A function of the runtime may have the name of its field.
    if (value === name) return [`  ${name},\n`];
    return [Array.isArray(value) ? fitLine(`${name}: [`, value, "],", "  ") : `  ${name}: ${value},\n`];
  });
  const comment = docComment([`{@link ${model.id}} as data.`]);
  return `${comment}export const ${model.id}Operation: ${imports.runtimeType("Operation")} = {\n${lines.join("")}};\n`;
}

/** Returns the path template of the runtime: argument names, with a prefix for the style. */
function pathTemplate({ path, parameters }: OperationModel): string {
  return path.replace(/\{([^{}]+)\}/g, (placeholder, name: string) => {
    const parameter = parameters.find((one) => one.in === "path" && one.name === name);
    if (!parameter) return placeholder;
    const { style = "simple", explode, argument } = parameter;
    const sign = { label: ".", matrix: ";" }[style] ?? "";
    return `{${sign}${argument}${explode === true ? "*" : ""}}`;
  });
}

function parameterList({ parameters }: OperationModel, place: string): string[] | undefined {
  const list = parameters.filter((parameter) => parameter.in === place);
  return list.length > 0 ? list.map(parameterData) : undefined;
}

/** Emits a parameter: only its name if everything else is the default. */
function parameterData(parameter: ParameterModel): string {
  const { name, argument, style, explode, allowReserved } = parameter;
  const usual = parameter.in === "header" ? "simple" : "form";
  const usualExplode = (style ?? usual) === "form";
  const fields = [
    argument !== name && `as: ${quote(argument)}`,
    style !== undefined && style !== usual && `style: ${quote(style)}`,
    explode !== undefined && explode !== usualExplode && `explode: ${explode === true}`,
    allowReserved === true && "allowReserved: true",
    isJson(parameter) && "json: true",
  ].filter((field) => field !== false);
  return fields.length > 0 ? `{ ${[`name: ${quote(name)}`, ...fields].join(", ")} }` : quote(name);
}

function isJson({ content }: ParameterModel): boolean {
  const [type] = Object.keys(content ?? {});
  return type !== undefined && ["json", "any"].includes(mediaKind(type));
}

/** Encoders of the runtime. JSON is the default. */
const ENCODERS: Record<Exclude<MediaKind, "json">, string> = {
  any: "encodeRaw",
  binary: "encodeRaw",
  form: "encodeUrlencoded",
  multipart: "encodeMultipart",
  text: "encodeRaw",
};

function mediaType({ type, kind }: Media, imports: ModuleImports): string {
  if (kind === "json") return quote(type);
  return `{ type: ${quote(type)}, encode: ${imports.runtimeValue(ENCODERS[kind])} }`;
}
