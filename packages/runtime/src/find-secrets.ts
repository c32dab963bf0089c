/**
 * Finds the values of the named properties, at any depth. An operation carries it as `findSecrets` if it has sensitive
 * properties, so that bundles of others go without.
 *
 * Not by recursion, for bodies nest as deep as they like, and with an end, for parameters that are not sent may be
 * circular.
 *
 * @param names the properties; `*` stands for the body as a whole
 * @param all also what is inside of such a property; of a file, its lines and what they assign
 */
export async function findSecrets(value: unknown, names: readonly string[] = [], all = false): Promise<string[]> {
  const found: string[] = [];
  const queue: [value: unknown, isSecret: boolean][] = [[value, false]];
  for (const [item, isSecret] of queue) {
    if (Object.prototype.toString.call(item).match(/Blob|File/)) {
      if (isSecret && all) found.push(...secretsOfFile(await (item as Blob).slice(0, 1e6).text()));
    } else if (item && typeof item === "object") {
      if (ArrayBuffer.isView(item) || queue.length > 1e5) continue;
      const entries = (item as FormData).entries?.() ?? Object.entries(item);
      for (const [name, inner] of entries) {
        const isNamed = names.includes(`${name}`) || (name === "body" && names.includes("*"));
        queue.push([inner, isNamed || (all && isSecret)]);
      }
    } else if (isSecret && item) found.push(`${item}`);
  }
  return found;
}

/** Each line, and of `KEY=value` or `key: value` the value, without its quotes. */
function secretsOfFile(text: string): string[] {
  const lines = text.split(/[\r\n]+/).map((line) => line.trim());
  const values = lines.map((line) => /^[^=:]*[=:]\s*["']?(.*?)["']?$/.exec(line)?.[1]);
  return [...lines, ...values].filter((secret): secret is string => !!secret && secret.length > 3);
}
