import { mediaTypeExample } from "./media-type-example.js";
import { operationIdVerbFirst } from "./operation-id-verb-first.js";
import { operationOneDeclaredTag } from "./operation-one-declared-tag.js";
import { sdkNameUnique } from "./sdk-name-unique.js";
import { securedOperation401 } from "./secured-operation-401.js";
import { sensitiveMarked } from "./sensitive-marked.js";

// Redocly takes a plugin as the default export.
export default function keynestPlugin() {
  return {
    id: "keynest",
    rules: {
      oas3: {
        "media-type-example": mediaTypeExample,
        "operation-id-verb-first": operationIdVerbFirst,
        "operation-one-declared-tag": operationOneDeclaredTag,
        "sdk-name-unique": sdkNameUnique,
        "secured-operation-401": securedOperation401,
        "sensitive-marked": sensitiveMarked,
      },
    },
  };
}
