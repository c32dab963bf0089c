/** Every operation under `paths` has a unique name in the client. */
export function sdkNameUnique() {
  const taken = new Set();
  return {
    // The client does not call webhooks, so they need no name.
    Paths: {
      Operation(operation, { report, location }) {
        const { "x-sdk-group": group, "x-sdk-method": method } = operation;
        for (const [field, name] of Object.entries({ "x-sdk-group": group, "x-sdk-method": method })) {
          if (typeof name === "string" && /^[a-z][A-Za-z0-9]*$/.test(name)) continue;
          report({ message: `An operation needs \`${field}\`, a name in camelCase.`, location });
          return;
        }
        const name = `${group}.${method}`;
        if (taken.has(name)) {
          report({
            message: `Another operation already has the name \`${name}\`.`,
            location: location.child("x-sdk-method"),
          });
        }
        taken.add(name);
      },
    },
  };
}
