/** Every operation under `paths` has its place in the client, and no two share one. */
export function sdkNameUnique() {
  const taken = new Set();
  return {
    // Webhooks are received, not called, so they have no place in the client.
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
          report({ message: `Another operation is \`${name}\` already.`, location: location.child("x-sdk-method") });
        }
        taken.add(name);
      },
    },
  };
}
