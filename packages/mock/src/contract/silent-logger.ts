const ignore = (): void => {};

/**
 * The methods that Prism calls on its logger. Prism requires a logger; its own one, a pino, writes to standard output.
 */
export interface SilentLogger {
  child(): SilentLogger;
  fatal(): void;
  error(): void;
  warn(): void;
  success(): void;
  info(): void;
  debug(): void;
  trace(): void;
}

export const silentLogger: SilentLogger = {
  child: () => silentLogger,
  fatal: ignore,
  error: ignore,
  warn: ignore,
  // A level of Prism between info and warn.
  success: ignore,
  info: ignore,
  debug: ignore,
  trace: ignore,
};
