import { afterAll, beforeAll, expect, test } from "vitest";
import { startKeyNest, type TestKeyNest } from "../../support/start-keynest.ts";

let keynest: TestKeyNest;
beforeAll(async () => {
  keynest = await startKeyNest();
});
afterAll(() => keynest.mock.close());

test("a request is carried out even if its response is planned to get lost", async () => {
  const ann = await keynest.register("ann");
  keynest.mock.next("createProject", { fault: "reset" });
  await expect(ann.post("/api/projects/", { name: "Web", organization: ann.organization })).rejects.toThrow();
  keynest.mock.next("listProjects", { headers: { "X-Late": "yes" }, delayMs: 5 });
  const { headers, body } = await ann.get("/api/projects/");
  expect([headers.get("x-late"), body.results[0].name]).toEqual(["yes", "Web"]);
});

test("a planned status comes from the description, and the request is not carried out", async () => {
  const bob = await keynest.register("bob");
  keynest.mock.next("createProject", { status: 201 });
  expect((await bob.post("/api/projects/", { name: "Web", organization: bob.organization })).body.id).toBe(2);
  expect((await bob.get("/api/projects/")).body.count).toBe(0);
});
