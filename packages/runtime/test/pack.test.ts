import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { pack, unpack } from "../src/sync/pack.ts";

/** To another thread and back: what it is handed there is a structured clone. */
const handOver = (value: unknown) => unpack(structuredClone(pack(value)));

describe("a value that blocking calls pass between threads", () => {
  test.each([
    ["URLSearchParams", { text: "a=b" }],
    ["File", { blob: "b", name: "n", type: "t", lastModified: 0 }],
    ["FormData", { entries: [["a", "b"]] }],
    ["Map", {}],
  ])("is data where JSON says that it is a packed %s", (kind, parts) => {
    for (const name of ["@keynest/runtime:kind", "kind"]) {
      const body = { inner: [{ [name]: kind, ...parts }] };
      expect(handOver(body)).toEqual(body);
    }
  });

  test("is any JSON as it was, whatever its keys", () => {
    const json = fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)));
    const keys = fc.constantFrom("@keynest/runtime:kind", "kind", "__proto__", "constructor", "entries", "text");
    const values = fc.oneof(json, fc.dictionary(keys, json));
    fc.assert(
      fc.property(values, (value) => {
        expect(JSON.stringify(handOver(value))).toBe(JSON.stringify(value));
      }),
    );
  });

  test("is a form with its files and their names", async () => {
    const form = new FormData();
    form.append("a", "1");
    form.append("file", new File(["content"], "name.txt", { type: "text/x", lastModified: 7 }));
    const { made } = handOver({ made: form }) as { made: FormData };
    const file = made.get("file") as File;
    expect([made.get("a"), file.name, file.type, file.lastModified, await file.text()]).toEqual([
      ...["1", "name.txt", "text/x", 7, "content"],
    ]);
  });

  test("is the query of URLSearchParams", () => {
    expect(`${handOver(new URLSearchParams({ a: "b c" }))}`).toBe("a=b+c");
  });
});
