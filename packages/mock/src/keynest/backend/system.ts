import type { MockResponse } from "../../server/mock-response.ts";
import { ok } from "./call.ts";

const VERSION = "1.0.0";

export function getHealth(): MockResponse {
  return ok({ status: "healthy", service: "KeyNest API", version: VERSION });
}

export function getApiStatus(): MockResponse {
  const endpoints = { authentication: "/api/auth/", projects: "/api/projects/", health: "/health/", admin: "/admin/" };
  return ok({ message: "Welcome to KeyNest API", version: VERSION, endpoints });
}

export function getVersion(): MockResponse {
  return { status: 200, headers: { "Content-Type": "text/plain; charset=utf-8" }, body: VERSION };
}
