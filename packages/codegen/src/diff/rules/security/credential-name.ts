import type { SecuritySchemeModel } from "../../../model/security.ts";
import { camelCase } from "../../../names/names.ts";

/** The function that makes the credential of a scheme; without one, the name that it would have. */
export function credentialName({ name, credential, node }: SecuritySchemeModel): string {
  return credential?.name ?? camelCase(String(node["x-sdk-name"] ?? name));
}
