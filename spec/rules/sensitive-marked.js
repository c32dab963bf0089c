// `token_type` and `access_level` are not credentials, so only the last word of a name counts. Short words must be the
// whole name.
const secretName = /(^|[_-])(password|secret|token|api[_-]?key|credential|private[_-]?key)s?$|^(access|refresh)$/i;

// Values of variables. Every `…_value` in the description is sensitive.
const valueName = /(^|_)value$/i;

// A parameter called `key` is an API key; a property called `key` is the name of a variable.
const keyName = /^key$/i;

/**
 * Properties and parameters with the name of a credential declare `x-sensitive`. `x-sensitive: false` marks a deliberate
 * exception.
 */
export function sensitiveMarked() {
  return {
    Schema(schema, { report, location, resolve }) {
      for (const [name, property] of Object.entries(schema.properties ?? {})) {
        if (!secretName.test(name) && !valueName.test(name)) continue;
        if (isMarked(property) || isMarked(resolve(property).node)) continue;
        report({ message: unmarked("Property", name), location: location.child(["properties", name]) });
      }
    },
    Parameter(parameter, { report, location }) {
      const { name = "" } = parameter;
      if (!secretName.test(name) && !keyName.test(name)) return;
      if (!isMarked(parameter)) report({ message: unmarked("Parameter", name), location });
    },
  };
}

function isMarked(node) {
  return typeof node?.["x-sensitive"] === "boolean";
}

function unmarked(kind, name) {
  return `${kind} \`${name}\` has the name of a credential. It needs \`x-sensitive: true\`, or \`false\` if it is not one.`;
}
