import type { ResourceModel } from "../../../model/resources.ts";
import type { TypesPair } from "../../match/pairs.ts";
import { inBackticks } from "../../report/quote.ts";
import type { Side } from "../../side.ts";
import { type Difference, defineRule, type Rule } from "../rule.ts";

export const resourceTypeRenamed: Rule<TypesPair> = defineRule(
  {
    id: "resource-type-renamed",
    noun: "type",
    checks:
      "The class of a resource, or the type of a method's arguments, has a new name, because another type took its name.",
    levels: { both: { breaking: "Programs that import the type by its old name no longer compile." } },
  },
  ({ sides }) => {
    const after = resourceTypes(sides.head);
    return [...resourceTypes(sides.base)].flatMap(([owner, { name }]): Difference[] => {
      const renamed = after.get(owner);
      // A resource or method that was renamed or removed is reported as that.
      if (renamed === undefined || renamed.name === name) return [];
      return [
        {
          level: "breaking",
          pointer: renamed.pointer,
          before: name,
          after: renamed.name,
          message: () => `The type ${inBackticks(name)} is now ${inBackticks(renamed.name)}`,
          migration: { what: "type", before: name, after: renamed.name },
        },
      ];
    });
  },
);

/** Exported types of resources and methods, with a pointer to an operation, by the resource or method that they belong to. */
function resourceTypes({ model }: Side): Map<string, { readonly name: string; readonly pointer: string }> {
  const typesOf = ({ name, className, methods }: ResourceModel): [string, { name: string; pointer: string }][] => [
    [name, { name: className, pointer: methods[0]?.operation.pointer ?? "#" }],
    ...methods.flatMap(({ name: method, argumentsType, operation }): [string, { name: string; pointer: string }][] => {
      if (argumentsType === undefined) return [];
      return [[`${name}.${method}`, { name: argumentsType, pointer: operation.pointer }]];
    }),
  ];
  return new Map(model.resources?.resources.flatMap(typesOf));
}
