import { pino } from "pino";

/** Where the lab says what it does. Not the emulated Event Log: that belongs to a peer and is kept in its store. */
export interface Log {
  info(message: string, details?: Record<string, unknown>): void;
  /** Something that whoever runs the lab should know, and that does no harm. */
  warn(message: string, details?: Record<string, unknown>): void;
  error(message: string, error: unknown): void;
  /** A log whose lines carry these values as well. */
  child(bindings: Record<string, string>): Log;
}

/** JSON lines on standard error. */
export function createProcessLog(level: "info" | "warn"): Log {
  return wrap(pino({ level, base: null }, pino.destination({ fd: 2, sync: true })));
}

/** Keeps what was logged: tests fail when a handler failed. */
export class MemoryLog implements Log {
  readonly errors: { message: string; error: unknown }[] = [];
  readonly warnings: string[] = [];

  info(): void {}

  warn(message: string): void {
    this.warnings.push(message);
  }

  error(message: string, error: unknown): void {
    this.errors.push({ message, error });
  }

  child(): Log {
    return this;
  }
}

function wrap(logger: pino.Logger): Log {
  return {
    info: (message, details) => logger.info(details ?? {}, message),
    warn: (message, details) => logger.warn(details ?? {}, message),
    error: (message, error) => logger.error({ err: error }, message),
    child: (bindings) => wrap(logger.child(bindings)),
  };
}
