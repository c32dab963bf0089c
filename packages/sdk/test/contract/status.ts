/** A status to ask the mock for: that of the description, or the first of a range or of the errors that is not declared. */
export function statusToAsk(declared: string, all: string[]): number {
  if (/^[1-5]\d\d$/.test(declared)) return Number(declared);
  const range = /^([1-5])XX$/.exec(declared)?.[1] ?? (declared === "default" ? "5" : undefined);
  if (!range) throw new Error(`cannot be covered: ${declared} is no status`);
  for (let status = Number(range) * 100; status < Number(range) * 100 + 100; status++) {
    if (!all.includes(`${status}`)) return status;
  }
  throw new Error(`cannot be covered: every status of ${declared} is declared by itself`);
}
