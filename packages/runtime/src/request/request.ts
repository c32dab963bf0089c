import type { Client } from "../client/client.ts";
import type { Operation } from "../operation/operation.ts";
import type { RequestOptions } from "../options.ts";
import { attempts } from "./attempts.ts";
import { prepare } from "./prepare.ts";
import { DetailedResult } from "./result.ts";
import { dataOf } from "./unwrap.ts";

/**
 * Calls an operation. Generated functions with detailed results call it.
 *
 * @returns the detailed result, for any status of the response
 * @throws {UsageError} before anything is sent, if the arguments are invalid
 * @throws {ConnectionError} if no complete response came
 * @throws {TimeoutError} if a time limit passed
 * @throws {RedirectError} if a redirect was refused
 * @throws {DecodeError} if a success has another format than the documented one
 */
export async function request<Result>(
  client: Client,
  operation: Operation,
  params?: object,
  options?: RequestOptions,
): Promise<Result> {
  return new DetailedResult(await attempts(prepare(client, operation, params, options))) as Result;
}

/**
 * Calls an operation, for plain functions. Bundles of plain functions do not contain detailed results.
 *
 * @returns the data of a success
 * @throws {ApiError} if the response is not a success: the class of its status. Also throws the errors of {@link request}.
 */
export async function requestData<Data>(
  client: Client,
  operation: Operation,
  params?: object,
  options?: RequestOptions,
): Promise<Data> {
  return dataOf(await attempts(prepare(client, operation, params, options)));
}
