import { AppError } from "@/lib/errors";

const SECRET = /password|token|secret/i;
const MAX_KEPT_LENGTH = 10_000;

/**
 * The fields of a form as an object: a name that comes several times (checkboxes) becomes a list. React's own fields
 * (`$ACTION_…`) are left out.
 * @throws AppError when a file is among them: files go to the upload route, which streams
 */
export function formToObject(form: FormData): Record<string, unknown> {
  const fields = new Map<string, unknown>();
  for (const [name, value] of form) {
    if (name.startsWith("$ACTION_")) continue;
    if (typeof value !== "string") throw new AppError("unsupported-type", "A form cannot carry a file here.");
    const earlier = fields.get(name);
    if (earlier === undefined) fields.set(name, value);
    else fields.set(name, Array.isArray(earlier) ? [...earlier, value] : [earlier, value]);
  }
  return Object.fromEntries(fields);
}

/** What was typed, to be shown again: plain texts without secrets. */
export function typedValues(raw: Readonly<Record<string, unknown>>): Record<string, string> {
  const kept = Object.entries(raw).filter(
    (entry): entry is [string, string] =>
      typeof entry[1] === "string" && !SECRET.test(entry[0]) && entry[1].length <= MAX_KEPT_LENGTH,
  );
  return Object.fromEntries(kept);
}
