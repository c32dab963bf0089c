import { existsSync } from "node:fs";
import { relative, resolve } from "node:path";
import {
  BaseResolver,
  bundle,
  createConfig,
  type Document,
  getLineColLocation,
  type NormalizedProblem,
  type ResolveError,
  type Source,
  YamlParseError,
} from "@redocly/openapi-core";
import { sha256 } from "../hash.ts";
import { GenerateError, type Problem } from "../problem.ts";
import { formatPointer, isObject, type OpenApiDocument, parsePointer, resolvePointer } from "./openapi.ts";

/** A description with all its files in one document; every `$ref` left in it points into the document. */
export interface LoadedDescription {
  readonly document: OpenApiDocument;
  /** Everything that was read, root first: path or URL, and the SHA-256 of the text. */
  readonly sources: readonly { readonly file: string; readonly hash: string }[];
  /** Finds the file and the line that a pointer into the bundled document came from. */
  locate(pointer: string): Pick<Problem, "file" | "line" | "pointer">;
}

/**
 * Reads an OpenAPI 3.0 or 3.1 description, in YAML or JSON, and bundles its files into one document.
 *
 * @param input Path or http(s) URL of the root file.
 * @throws {GenerateError} When it cannot be read, is no OpenAPI 3.0/3.1, or has a `$ref` that leads nowhere.
 */
export async function loadDescription(input: string): Promise<LoadedDescription> {
  const root = rootOf(input);
  if (!isUrl(root) && !existsSync(root)) fail({ message: "There is no such file.", file: displayPath(root) });

  const config = await createConfig({});
  const resolver = new BaseResolver(config.resolve);
  const document = await resolver.resolveDocument(null, root, true);
  if (document instanceof Error) throw unreadable(document, root);
  checkVersion(document);

  const { bundle: bundled, problems } = await bundle({ doc: document, config, externalRefResolver: resolver });
  const errors = problems.filter((problem) => problem.severity === "error" && !isSchemaName(problem));
  if (errors.length > 0) throw new GenerateError(errors.map(toProblem));

  const documents = new Map<string, Source>();
  for (const loaded of await Promise.all(resolver.cache.values())) {
    if (!(loaded instanceof Error)) documents.set(loaded.source.absoluteRef, loaded.source);
  }
  return {
    document: bundled.parsed as OpenApiDocument,
    sources: [...documents.values()].map(({ absoluteRef, body }) => ({ file: absoluteRef, hash: sha256(body) })),
    locate: (pointer) => locate(documents, root, pointer),
  };
}

/** The root file as Redocly names it. */
export function rootOf(input: string): string {
  return isUrl(input) ? input : resolve(input);
}

function isUrl(path: string): boolean {
  return /^https?:\/\//.test(path);
}

function checkVersion({ parsed, source }: Document): void {
  const place = { file: displayPath(source.absoluteRef), line: 1, pointer: "#" };
  if (source.body.trim() === "")
    fail({ ...place, message: "The file is empty; an OpenAPI 3.0 or 3.1 description was expected." });
  if (!isObject(parsed)) fail({ ...place, message: "This is no OpenAPI description: its top level is not a mapping." });
  const at = (key: string) => ({ ...position(source, `#/${key}`), file: place.file });
  if (parsed.swagger !== undefined) {
    const message = `This is Swagger ${parsed.swagger}. Convert it to OpenAPI 3 first, for example with swagger2openapi.`;
    fail({ ...at("swagger"), message });
  }
  if (parsed.openapi === undefined)
    fail({ ...place, message: "This is no OpenAPI description: it has no `openapi` field." });
  if (!/^3\.[01](\.|$)/.test(String(parsed.openapi))) {
    fail({ ...at("openapi"), message: `OpenAPI ${parsed.openapi} is not supported; 3.0 and 3.1 are.` });
  }
  if (parsed.paths !== undefined && !isObject(parsed.paths)) {
    fail({ ...at("paths"), message: "`paths` must be a mapping from paths to path items." });
  }
}

function unreadable(error: ResolveError | YamlParseError, root: string): GenerateError {
  const reason = error.originalError.message.split("\n")[0];
  if (error instanceof YamlParseError) {
    const message = `This is neither YAML nor JSON: ${reason}.`;
    return new GenerateError([{ level: "error", message, file: displayPath(root), line: error.line || 1 }]);
  }
  return new GenerateError([{ level: "error", message: `It could not be read: ${reason}.`, file: displayPath(root) }]);
}

function fail(problem: Omit<Problem, "level">): never {
  throw new GenerateError([{ level: "error", ...problem }]);
}

/** A discriminator may map to the name of a schema, which Redocly takes for a file. */
function isSchemaName({ location: [place] }: NormalizedProblem): boolean {
  const value =
    place?.pointer?.includes("/discriminator/mapping/") && resolvePointer(parsed(place.source), place.pointer);
  return typeof value === "string" && !/[#/]/.test(value);
}

/** A problem of Redocly's in our form. */
export function toProblem({ message, location: [place] }: NormalizedProblem): Problem {
  const [reason = ""] = message.split("\n");
  if (!place) return { level: "error", message: reason };
  const value = resolvePointer(parsed(place.source), place.pointer ?? "#/");
  const target = isObject(value) ? value.$ref : value;
  return {
    level: "error",
    message: typeof target === "string" ? `The $ref "${target}" leads nowhere.` : reason,
    file: displayPath(place.source.absoluteRef),
    ...position(place.source, place.pointer ?? "#/"),
  };
}

function position(source: Source, pointer: string): { line: number; pointer: string } {
  const { start } = getLineColLocation({ source, pointer: pointer === "#" ? "#/" : pointer, reportOnKey: true });
  return { line: start.line, pointer: pointer === "#/" ? "#" : pointer };
}

/** The bundler changes the documents that it is given, so places are looked up in what the files say themselves. */
const pristine = new WeakMap<Source, unknown>();
function parsed(source: Source): unknown {
  if (!pristine.has(source)) pristine.set(source, new BaseResolver().parseDocument(source).parsed);
  return pristine.get(source);
}

/** Walks from the root file along the pointer, through `$ref`s into other files, as far as the text goes. */
function locate(
  sources: Map<string, Source>,
  root: string,
  pointer: string,
): Pick<Problem, "file" | "line" | "pointer"> {
  const resolver = new BaseResolver();
  let source = sources.get(root);
  if (!source) return { pointer };
  let node = parsed(source);
  let path: string[] = [];
  for (const token of parsePointer(pointer)) {
    while (isObject(node) && typeof node.$ref === "string") {
      const [file, fragment = ""] = node.$ref.split("#");
      const next: Source | undefined = file
        ? sources.get(resolver.resolveExternalRef(source.absoluteRef, file))
        : source;
      if (!next) break;
      source = next;
      path = parsePointer(fragment);
      node = resolvePointer(parsed(source), `#${fragment}`);
    }
    if (typeof node !== "object" || node === null || !Object.hasOwn(node, token)) break;
    node = (node as Record<string, unknown>)[token];
    path = [...path, token];
  }
  const found = formatPointer(path);
  return { file: displayPath(source.absoluteRef), ...position(source, found) };
}

/** Paths below the working directory are shown relative to it. */
export function displayPath(path: string): string {
  if (isUrl(path)) return path;
  const short = relative(process.cwd(), path);
  return short.startsWith("..") || short === "" ? path : short;
}
