/** Sentences about what Prism found wrong, which it may tell in a header beside an answer that looks as asked for. */
export async function checkMock(response: Response): Promise<string[]> {
  const problems: string[] = [];
  const violations = response.headers.get("sl-violations");
  if (violations) problems.push(`the mock finds a violation: ${messagesOf(violations)}`);
  if (response.headers.get("content-type")?.startsWith("application/problem+json")) {
    problems.push(`the mock answers ${response.status} of its own: ${await response.text()}`);
  }
  return problems;
}

function messagesOf(violations: string): string {
  try {
    const list = JSON.parse(violations) as { location: string[]; message: string }[];
    return list.map(({ location, message }) => `${location.join(".")}: ${message}`).join("; ");
  } catch {
    return violations;
  }
}
