const ignore = (): void => {};

/**
 * What Prism calls on its logger. Prism requires one and keeps the one that it is given; its own is a pino that
 * writes to standard output.
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
  // Prism's own level between info and warn.
  success: ignore,
  info: ignore,
  debug: ignore,
  trace: ignore,
};
