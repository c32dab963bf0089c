import { expect, test } from "vitest";
import { PASSWORD, type Reply, startKeyNest } from "../../support/start-keynest.ts";

const START_SECONDS = 1_767_225_600;

const quota = ({ headers }: Reply) =>
  ["limit", "remaining", "reset"].map((name) => Number(headers.get(`x-ratelimit-${name}`) ?? Number.NaN));

test("a user has so many requests an hour", async () => {
  await using keynest = await startKeyNest({ rateLimits: { requestsPerHour: 3 } });
  const ann = await keynest.register("ann");
  keynest.wait(500);
  for (const remaining of [2, 1, 0]) {
    expect(quota(await ann.get("/api/projects/"))).toEqual([3, remaining, START_SECONDS + 3601]);
  }
  keynest.wait(1_000);
  const refused = await ann.post("/api/organizations/", { name: "Acme" });
  expect([refused.status, refused.body]).toEqual([
    429,
    { error: "Rate limit exceeded", details: "Too many requests. Try again in 3599 seconds." },
  ]);
  expect(refused.headers.get("retry-after")).toBe("3599");
  expect(quota(refused)).toEqual([3, 0, START_SECONDS + 3601]);
  // The description has no 429 here.
  expect((await ann.get("/api/auth/profile/")).status).toBe(200);
  const bob = await keynest.register("bob");
  expect((await bob.get("/api/projects/")).status).toBe(200);
  keynest.wait(3_599_000);
  expect((await ann.get("/api/organizations/")).body.count).toBe(1);
});

test("an address has five logins and registrations a minute", async () => {
  await using keynest = await startKeyNest({ rateLimits: true });
  await keynest.register("ann");
  const login = (password: string) => keynest.anybody.post("/api/auth/login/", { email: "ann@example.com", password });
  for (const remaining of [3, 2, 1]) expect(quota(await login(PASSWORD))[1]).toBe(remaining);
  expect((await login("wrong")).status).toBe(401);
  const refused = await login(PASSWORD);
  expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "60"]);
  expect((await keynest.anybody.post("/api/auth/register/", {})).status).toBe(429);
  keynest.wait(60_000);
  expect((await login(PASSWORD)).status).toBe(200);
});

test("without limits the window is always new", async () => {
  await using keynest = await startKeyNest();
  const ann = await keynest.register("ann");
  await ann.get("/api/projects/");
  expect(quota(await ann.get("/api/projects/"))).toEqual([1000, 999, START_SECONDS + 3600]);
  expect((await ann.get("/api/auth/profile/")).headers.has("x-ratelimit-limit")).toBe(false);
});
