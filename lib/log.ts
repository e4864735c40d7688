import pino, { type Logger } from "pino";
import { env } from "@/lib/env";

let logger: Logger | undefined;

/** The process's log: JSON lines on standard error. Never give it secrets, cookies or a customer's details. */
export function log(): Logger {
  logger ??= pino({ level: env().LOG_LEVEL }, pino.destination(2));
  return logger;
}
