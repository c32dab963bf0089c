import { afterAll, beforeAll, expect, test } from "vitest";
import { startKeyNest, type TestKeyNest } from "../../support/start-keynest.ts";

let keynest: TestKeyNest;
beforeAll(async () => {
  keynest = await startKeyNest();
});
afterAll(() => keynest.mock.close());

test("what is planned to get lost on its way back is done all the same", async () => {
  const ann = await keynest.register("ann");
  keynest.mock.next("createProject", { fault: "reset" });
  await expect(ann.post("/api/projects/", { name: "Web", organization: ann.organization })).rejects.toThrow();
  keynest.mock.next("listProjects", { headers: { "X-Late": "yes" }, delayMs: 5 });
  const { headers, body } = await ann.get("/api/projects/");
  expect([headers.get("x-late"), body.results[0].name]).toEqual(["yes", "Web"]);
});

test("a status that is planned comes from the description, and nothing is done", async () => {
  const bob = await keynest.register("bob");
  keynest.mock.next("createProject", { status: 201 });
  expect((await bob.post("/api/projects/", { name: "Web", organization: bob.organization })).body.id).toBe(2);
  expect((await bob.get("/api/projects/")).body.count).toBe(0);
});
