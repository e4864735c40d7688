import { readFileSync } from "node:fs";
import { resolve } from "node:path";

/** One `@@id`, `@@unique` or `@@index`, or an `@id` or `@unique` at a field. */
export type SchemaKey = Readonly<{ type: "id" | "unique" | "index"; fields: readonly string[] }>;

/** The side of a relation that holds the foreign key. */
export type SchemaRelation = Readonly<{
  fields: readonly string[];
  references: readonly string[];
  onDelete: string | undefined;
  onUpdate: string | undefined;
}>;

export type SchemaModel = Readonly<{
  name: string;
  fields: readonly string[];
  keys: readonly SchemaKey[];
  relations: readonly SchemaRelation[];
}>;

const SCHEMA = resolve(import.meta.dirname, "../../prisma/schema.prisma");

/** The models of prisma/schema.prisma, as far as the rules about data need them. */
export function readPrismaSchema(text = readFileSync(SCHEMA, "utf8")): SchemaModel[] {
  const code = text.replaceAll(/\/\/.*$/gm, "");
  return [...code.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gm)].map(([, name = "", body = ""]) =>
    readModel(name, body),
  );
}

function readModel(name: string, body: string): SchemaModel {
  const lines = body
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
  const fieldLines = lines.filter((line) => !line.startsWith("@@"));
  const ownKeys = fieldLines.flatMap((line) =>
    [...line.matchAll(/\s@(id|unique)\b/g)].map(([, type]) => keyOf(type, [firstWord(line)])),
  );
  const groupKeys = [...body.matchAll(/@@(id|unique|index)\(\[(.*)\]/g)].map(([, type, list]) =>
    keyOf(type, names(list)),
  );
  const relations = fieldLines.flatMap((line) => readRelation(/@relation\((.*)\)/.exec(line)?.[1]));
  return { name, fields: fieldLines.map(firstWord), keys: [...ownKeys, ...groupKeys], relations };
}

function readRelation(text: string | undefined): SchemaRelation[] {
  const fields = /fields: \[([^\]]*)\]/.exec(text ?? "")?.[1];
  if (text === undefined || fields === undefined) return [];
  const references = names(/references: \[([^\]]*)\]/.exec(text)?.[1]);
  const action = (event: string) => new RegExp(`${event}: (\\w+)`).exec(text)?.[1];
  return [{ fields: names(fields), references, onDelete: action("onDelete"), onUpdate: action("onUpdate") }];
}

function keyOf(type: string | undefined, fields: readonly string[]): SchemaKey {
  return { type: type === "id" || type === "unique" ? type : "index", fields };
}

/** `a, b(sort: Desc)` is a and b. */
function names(list: string | undefined): string[] {
  return (list ?? "")
    .replaceAll(/\([^)]*\)/g, "")
    .split(",")
    .map((part) => part.trim());
}

function firstWord(line: string): string {
  return line.split(/\s+/)[0] ?? "";
}
