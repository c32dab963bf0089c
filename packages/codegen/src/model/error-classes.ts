/** Error classes of the runtime by status. */
export const STATUS_ERRORS: Readonly<Record<string, string>> = {
  400: "BadRequestError",
  401: "AuthenticationError",
  403: "PermissionDeniedError",
  404: "NotFoundError",
  409: "ConflictError",
  422: "UnprocessableEntityError",
  429: "RateLimitError",
};

/** Returns the class of the error for a status, a range of statuses, or `default`. */
export function errorName(status: string): string {
  return STATUS_ERRORS[status] ?? (status.startsWith("5") ? "InternalServerError" : "ApiError");
}
