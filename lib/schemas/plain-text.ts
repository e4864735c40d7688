import { z } from "zod";

/** One line of text that people read: trimmed, not empty, without control characters (PostgreSQL cannot hold NUL). */
export function plainText(maxLength: number) {
  return z
    .string()
    .trim()
    .min(1, "This is needed.")
    .max(maxLength)
    .regex(/^\P{Cc}*$/u, "This contains characters that cannot be shown.");
}
