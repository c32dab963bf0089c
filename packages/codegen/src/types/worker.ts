import { parentPort } from "node:worker_threads";
import type { OpenApiDocument } from "../description/openapi.ts";
import { printOpenApiTypes } from "./openapi-types.ts";

parentPort?.once("message", (document: OpenApiDocument) => parentPort?.postMessage(printOpenApiTypes(document)));
