import { z } from "zod";
import { AppError, type ErrorCode, type Issue } from "@/lib/errors";

/** The part of a request that is parsed; it decides what a fault in it means. */
export type InputPlace = "address" | "query" | "body" | "form";

const FAULT: Readonly<Record<InputPlace, readonly [ErrorCode, string]>> = {
  address: ["not-found", "There is nothing at this address."],
  query: ["bad-request", "The query of the address is not as expected."],
  body: ["unprocessable", "The body is not as expected."],
  form: ["unprocessable", "Some fields need another look."],
};

const MAX_ISSUES = 100;

/**
 * Parses what came from outside. An object schema is read strictly: a field it does not name is refused by its name.
 * @param schema nothing is expected when absent, and nothing is read
 * @throws AppError with every fault, at most 100, as `customers[3].mrr`
 */
export function parseInput<T>(schema: z.ZodType<T> | undefined, input: unknown, place: InputPlace): T {
  if (!schema) return undefined as T;
  const result = strictly(schema).safeParse(input);
  if (result.success) return result.data;
  const [code, message] = FAULT[place];
  throw new AppError(code, message, { issues: toIssues(result.error, input).slice(0, MAX_ISSUES) });
}

/** The faults of a Zod error in our words: one per unknown field, paths as text, codes in kebab-case. */
export function toIssues(error: z.ZodError, input: unknown): Issue[] {
  return error.issues.flatMap((issue): Issue[] => {
    if (issue.code === "unrecognized_keys") {
      return issue.keys.map((key) => ({
        path: pathText([...issue.path, key]),
        code: "unknown-field",
        message: `There is no field “${shorten(key)}” here.`,
      }));
    }
    const own = issue.code === "custom" ? issue.params?.code : undefined;
    const missing = issue.code === "invalid_type" && valueAt(input, issue.path) === undefined;
    const code = missing ? "missing" : typeof own === "string" ? own : issue.code.replaceAll("_", "-");
    return [{ path: pathText(issue.path), code, message: missing ? "This is needed." : issue.message }];
  });
}

function strictly<T>(schema: z.ZodType<T>): z.ZodType<T> {
  if (!(schema instanceof z.ZodObject) || schema.def.catchall) return schema;
  return schema.strict() as z.ZodType<T>;
}

function valueAt(input: unknown, path: readonly PropertyKey[]): unknown {
  let value = input;
  for (const key of path) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = Reflect.get(value, key);
  }
  return value;
}

function pathText(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${shorten(String(key))}`))
    .join("");
}

function shorten(name: string): string {
  return name.length > 80 ? `${name.slice(0, 80)}…` : name;
}
