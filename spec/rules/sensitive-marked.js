// `token_type`, `total_count` or `access_level` are no credentials, so the last word of a name decides, and short words
// count only when they are the whole name.
const secretName = /(^|[_-])(password|secret|token|api[_-]?key|credential|private[_-]?key)s?$|^(access|refresh)$/i;

// What a variable holds. No other `…_value` in the description is harmless either.
const valueName = /(^|_)value$/i;

// A parameter called `key` is an API key; a property called `key` is the name of a variable.
const keyName = /^key$/i;

/**
 * Whatever is named like a credential says with `x-sensitive` whether it is one. `x-sensitive: false` is the deliberate
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
  return `${kind} \`${name}\` is named like a credential and needs \`x-sensitive: true\`, or \`false\` if it is none.`;
}
