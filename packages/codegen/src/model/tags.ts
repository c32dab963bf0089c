import { isObject, type OpenApiDocument } from "../document/openapi.ts";

/** A tag that the description declares. */
export interface TagModel {
  readonly name: string;
  readonly description: string | undefined;
}

/** Returns the tags in the order of the description. */
export function modelTags({ tags }: OpenApiDocument): TagModel[] {
  const list: readonly unknown[] = Array.isArray(tags) ? tags : [];
  return list.filter(isObject).map(({ name, description }) => ({
    name: String(name ?? ""),
    description: typeof description === "string" ? description : undefined,
  }));
}
