import type { Answer } from "../server/backend.ts";
import { ok } from "./call.ts";

const VERSION = "1.0.0";

export function getHealth(): Answer {
  return ok({ status: "healthy", service: "KeyNest API", version: VERSION });
}

export function getApiStatus(): Answer {
  const endpoints = { authentication: "/api/auth/", projects: "/api/projects/", health: "/health/", admin: "/admin/" };
  return ok({ message: "Welcome to KeyNest API", version: VERSION, endpoints });
}

export function getVersion(): Answer {
  return { status: 200, headers: { "Content-Type": "text/plain; charset=utf-8" }, body: VERSION };
}
