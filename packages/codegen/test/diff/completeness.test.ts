import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseYaml } from "@redocly/openapi-core";
import { expect, it } from "vitest";
import { compareSides } from "../../src/diff/compare/compare-sides.ts";
import { readSide } from "../../src/diff/side.ts";
import { isFile } from "../../src/document/file-schema.ts";
import { GenerateError } from "../../src/index.ts";
import { scratch, writeFiles } from "../support/scratch.ts";
import type { Part } from "./descriptions.ts";

const FIXTURES = ["parameters", "bodies", "responses", "security", "schemas", "resources"];

it.each(FIXTURES)("reports every removal from the fixture %s, unless it has no meaning", async (name) => {
  const text = await readFile(new URL(`../fixtures/${name}/openapi.yaml`, import.meta.url), "utf8");
  const whole = parseYaml(text) as Part;
  const folder = await scratch({ "base.json": text, "head.json": "" });
  const base = await readSide(join(folder, "base.json"));
  const unnoticed: string[] = [];
  let noticed = 0;
  for (const path of placesIn(whole)) {
    if (saysNothing(whole, path)) continue;
    // What is broken by it, such as a reference, is noticed, too.
    await writeFiles(folder, { "head.json": JSON.stringify(without(whole, path)) });
    const head = await readSide(join(folder, "head.json")).catch((error: unknown) => {
      if (error instanceof GenerateError) return undefined;
      throw error;
    });
    if (head && compareSides(base, head, "").length === 0) unnoticed.push(path.join(" "));
    else noticed++;
  }
  expect(unnoticed).toEqual([]);
  expect(noticed).toBeGreaterThan(20);
});

type Path = readonly string[];

/** Everything but the insides of examples. */
function placesIn(node: unknown, path: Path = []): Path[] {
  if (typeof node !== "object" || node === null || /^examples?$/.test(path.at(-1) ?? "")) return [];
  return Object.entries(node).flatMap(([key, child]) => [[...path, key], ...placesIn(child, [...path, key])]);
}

function at(whole: unknown, path: Path): Part {
  return path.reduce((node, key) => (node as Part)[key], whole) as Part;
}

function without(whole: Part, path: Path): Part {
  const copy = structuredClone(whole);
  const holder: unknown = at(copy, path.slice(0, -1));
  const key = path.at(-1) ?? "";
  if (Array.isArray(holder)) holder.splice(Number(key), 1);
  else delete (holder as Part)[key];
  return copy;
}

/** Whether a description means the same without this: the generator has it so, or the keywords beside it say it. */
function saysNothing(whole: Part, path: Path): boolean {
  const [key = "", holder] = [path.at(-1), at(whole, path.slice(0, -1))];
  const value: unknown = holder[key];
  return (
    (typeof value === "object" && Object.keys(value as object).every((one) => saysNothing(whole, [...path, one]))) ||
    holder.readOnly === true ||
    path.join("/") === "info/version" ||
    (key === "type" && isImplied(holder)) ||
    (key === "additionalProperties" && holder[key] === true) ||
    // A type that nothing refers to is not on the wire.
    (path.length === 3 && path[1] === "schemas" && !JSON.stringify(whole).includes(`schemas/${key}"`)) ||
    isOfParameter(whole, path) ||
    isOfEmptyResponse(path) ||
    isReadOnly(holder, key, at(whole, path.slice(0, -2)))
  );
}

function isImplied(schema: Part): boolean {
  const beside = Object.keys(schema).filter((key) => key !== "type");
  // A file is one with a type or without.
  if (isFile(schema)) return true;
  return beside.some((key) => /^(properties|required|additionalProperties|items|prefixItems|enum)$/.test(key));
}

/** The content of a response that has no body, whatever a description says (RFC 9110, section 6.4.1). */
function isOfEmptyResponse(path: Path): boolean {
  const [root, , method, responses, status, key] = path;
  return root === "paths" && responses === "responses" && key === "content" && (method === "head" || status === "204");
}

/** Parameters are text, those of the path are required, and need not be declared; some headers are left out. */
function isOfParameter(whole: Part, path: Path): boolean {
  const start = path.indexOf("parameters");
  if (start < 0 || path.length < start + 2) return false;
  const parameter = at(whole, path.slice(0, start + 2));
  const rest = path.slice(start + 2).join("/");
  const isText = JSON.stringify(parameter.schema ?? parameter.content) === '{"type":"string"}';
  if (parameter.in === "header" && /^(accept|content-type|authorization)$/i.test(String(parameter.name))) return true;
  if (rest === "schema" && isText) return true;
  if (/^content\/[^/]+\/[^/]+\/schema$/.test(rest) && JSON.stringify(at(whole, path)) === '{"type":"string"}')
    return true;
  return parameter.in === "path" && (rest === "required" || (isText && /^(name|in)?$/.test(rest)));
}

/** What only the server sends is not required of callers. */
function isReadOnly(required: unknown, position: string, schema: Part): boolean {
  const name = Array.isArray(required) ? String(required[Number(position)]) : "";
  return (schema.properties as Record<string, Part> | undefined)?.[name]?.readOnly === true;
}
