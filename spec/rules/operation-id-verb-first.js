/** An operationId is camelCase and starts with one of the `verbs` of the rule's configuration. */
export function operationIdVerbFirst({ verbs }) {
  return {
    Operation({ operationId }, { report, location }) {
      // A missing operationId is reported by a rule of Redocly.
      if (typeof operationId !== "string") return;
      const at = location.child("operationId");
      if (!/^[a-z]+([A-Z][a-z0-9]*)+$/.test(operationId)) {
        report({
          message: `operationId \`${operationId}\` must be in camelCase: a verb and its object.`,
          location: at,
        });
        return;
      }
      const [verb] = operationId.match(/^[a-z]+/);
      if (!verbs.includes(verb)) {
        report({
          message: `operationId \`${operationId}\` must start with one of: ${verbs.join(", ")}.`,
          location: at,
        });
      }
    },
  };
}
