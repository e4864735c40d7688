import type { JsonSchema } from "./json-schema";

const DEEPEST = 8;

/** Names whose example says more than their type does. */
const BY_NAME: ReadonlyMap<string, unknown> = new Map<string, unknown>([
  ["externalId", "C-100"],
  ["customerExternalId", "C-100"],
  ["id", "T-1001"],
  ["name", "Northwind Traders"],
  ["kind", "complaint"],
  ["value", 12.5],
  ["sentiment", -0.6],
  ["ownerEmail", "ada@example.com"],
  ["currency", "EUR"],
  ["timeZone", "Europe/Berlin"],
  ["details", { note: "Invoice was wrong twice" }],
  ["traits", { plan: "Business" }],
  ["reasons", ["price"]],
  ["mapping", { customerExternalId: "Account ID", kind: "Event", occurredAt: "Date" }],
  ["kindMapping", { "Support case": "complaint" }],
  ["dateFormat", "DD-MM-YYYY"],
  ["filename", "touchpoints.csv"],
  ["importId", 42],
]);

/**
 * A value that fits a schema, to be shown in an example: fields that are needed, and those that are not where they say
 * something by themselves.
 */
export function exampleOfSchema(schema: JsonSchema, name = "", depth = 0): unknown {
  if (BY_NAME.has(name) && !isNumberWhereTextIsShown(schema, name)) return BY_NAME.get(name);
  if (schema.const !== undefined) return schema.const;
  if (schema.enum) return schema.enum[0];
  const choice = (schema.anyOf ?? schema.oneOf)?.find((one) => one.type !== "null");
  if (choice) return exampleOfSchema(choice, name, depth + 1);
  const type = typeof schema.type === "object" ? schema.type[0] : schema.type;
  if (depth > DEEPEST) return null;
  if (type === "object" || schema.properties) return objectOf(schema, depth);
  if (type === "array") return schema.items ? [exampleOfSchema(schema.items, "", depth + 1)] : [];
  if (type === "boolean") return true;
  if (type === "integer" || type === "number") return numberOf(schema);
  return textOf(schema);
}

/** Ids of ours are numbers, those of senders texts, under one name. */
function isNumberWhereTextIsShown({ type }: JsonSchema, name: string): boolean {
  return type === "integer" && typeof BY_NAME.get(name) === "string";
}

function objectOf({ properties = {}, required = [] }: JsonSchema, depth: number): object {
  const shown = Object.entries(properties).filter(
    ([name, schema]) => required.includes(name) || BY_NAME.has(name) || schema.format !== undefined,
  );
  const named = shown.length > 0 ? shown : Object.entries(properties).slice(0, 2);
  return Object.fromEntries(named.map(([name, schema]) => [name, exampleOfSchema(schema, name, depth + 1)]));
}

function numberOf({ minimum, exclusiveMinimum, default: usual }: JsonSchema): number {
  if (typeof usual === "number") return usual;
  if (exclusiveMinimum !== undefined && exclusiveMinimum >= 0) return exclusiveMinimum + 1;
  return minimum !== undefined && minimum > 0 ? minimum : 1;
}

function textOf({ format, default: usual }: JsonSchema): string {
  if (format === "date-time") return "2026-03-02T09:30:00Z";
  if (format === "date") return "2026-03-02";
  if (format === "email") return "ada@example.com";
  if (format === "uuid") return "3f1c2c9e-5d0a-4b6e-9a1f-0c2d4e6f8a10";
  return typeof usual === "string" ? usual : "text";
}
