import { pino, type Logger } from 'pino';

/** Structured logs on standard output; never personal data, never a query string. */
export function createLogger(level: string = process.env['LOG_LEVEL'] ?? 'info'): Logger {
  return pino({ level, base: undefined, timestamp: pino.stdTimeFunctions.isoTime });
}
