import type { JsonSchema } from "./json-schema";

/** One field of a body, a query or an address: `path` is `touchpoints[].kind`. */
export type SchemaField = Readonly<{ path: string; type: string; isRequired: boolean; note: string }>;

const DEEPEST = 6;
const MOST = 80;

/** The fields of a schema in reading order, with what their type and limits are. */
export function schemaFields(schema: JsonSchema, prefix = "", depth = 0): SchemaField[] {
  const object = objectIn(schema);
  if (!object?.properties || depth > DEEPEST) return [];
  const fields = Object.entries(object.properties).flatMap(([name, field]) => {
    const path = prefix + name;
    const isRequired = object.required?.includes(name) ?? false;
    const list = listIn(field);
    const below = list?.items
      ? schemaFields(list.items, `${path}[].`, depth + 1)
      : schemaFields(field, `${path}.`, depth + 1);
    return [{ path, type: typeName(field), isRequired, note: noteOf(field) }, ...below];
  });
  return fields.slice(0, MOST);
}

function objectIn(schema: JsonSchema): JsonSchema | undefined {
  if (schema.properties) return schema;
  return (schema.anyOf ?? schema.oneOf)?.find((one) => one.properties);
}

function listIn(schema: JsonSchema): JsonSchema | undefined {
  if (schema.type === "array") return schema;
  return (schema.anyOf ?? schema.oneOf)?.find((one) => one.type === "array");
}

/** `string or null`, `“create” or “reject”`, `list of object`. */
export function typeName(schema: JsonSchema): string {
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return schema.enum.map((one) => JSON.stringify(one)).join(" or ");
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) return [...new Set(choices.map(typeName))].join(" or ");
  if (schema.type === "array") return `list of ${schema.items ? typeName(schema.items) : "anything"}`;
  if (typeof schema.type === "object") return schema.type.join(" or ");
  return schema.format ?? schema.type ?? "anything";
}

/** What a field is, what it is when it is left out, and its limits. */
export function noteOf({ description, default: usual, maxLength, maxItems, minimum, maximum }: JsonSchema): string {
  const limits = [
    ...(usual === undefined ? [] : [`Otherwise ${JSON.stringify(usual)}.`]),
    ...(maxLength === undefined ? [] : [`At most ${maxLength.toLocaleString("en")} characters.`]),
    ...(maxItems === undefined ? [] : [`At most ${maxItems.toLocaleString("en")}.`]),
    ...(minimum !== undefined && maximum !== undefined && maximum < 1e9
      ? [`From ${minimum} to ${maximum.toLocaleString("en")}.`]
      : []),
  ];
  return [...(description ? [`${description}.`.replace(/([.!?])\.$/, "$1")] : []), ...limits].join(" ");
}
