import type { Client } from "../client/client.ts";
import type { Operation } from "../operation/operation.ts";
import type { RequestOptions } from "../options.ts";
import { attempts } from "./attempts.ts";
import { prepare } from "./prepare.ts";
import { DetailedResult } from "./result.ts";
import { dataOf } from "./unwrap.ts";

/**
 * Calls an operation. Generated functions with detailed results are made of it.
 *
 * @returns the detailed result, whatever the status of the response
 * @throws {UsageError} before anything is sent, if the arguments are invalid
 * @throws {ConnectionError} if no complete response came
 * @throws {TimeoutError} if a time limit passed
 * @throws {RedirectError} if a redirect was refused
 * @throws {DecodeError} if a success is in another format than the documented one
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
 * The same for the plain form, so that programs of plain functions go without detailed results.
 *
 * @returns the data of a success
 * @throws {ApiError} of the class of the status, if it was no success; and whatever {@link request} rejects with
 */
export async function requestData<Data>(
  client: Client,
  operation: Operation,
  params?: object,
  options?: RequestOptions,
): Promise<Data> {
  return dataOf(await attempts(prepare(client, operation, params, options)));
}
