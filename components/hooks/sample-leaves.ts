import type { HookMapping } from "@/lib/schemas/hook";

/** A value in a sample, and the path to it. */
export type SampleLeaf = Readonly<{ path: string; text: string }>;

/** What stands in a sample: where its list is, and the values of one touchpoint in it. */
export type SampleFacts = Readonly<{ lists: readonly string[]; leaves: readonly SampleLeaf[] }>;

const MAX_LEAVES = 60;
const MAX_DEPTH = 8;
const SHOWN_CHARS = 80;

/** @returns undefined for a text that is no JSON */
export function sampleFacts(sample: string, items: string): SampleFacts | undefined {
  const payload = parse(sample);
  if (payload === undefined) return undefined;
  const lists: string[] = [];
  const everything: Leaf[] = [];
  walk(payload, "", 0, everything, lists);
  const inItems = items === "" && !lists.includes("") ? "" : `${items}[0]`;
  const leaves = everything
    .filter(({ path }) => inItems === "" || path.startsWith(inItems))
    .map(({ path, text }) => ({ path: inItems === "" ? path : path.slice(inItems.length).replace(/^\./, ""), text }));
  return { lists, leaves: leaves.slice(0, MAX_LEAVES) };
}

type Leaf = { path: string; text: string };

function walk(value: unknown, path: string, depth: number, leaves: Leaf[], lists: string[]): void {
  if (depth > MAX_DEPTH || leaves.length > MAX_LEAVES * 4) return;
  if (Array.isArray(value)) {
    if (value.some((item) => typeof item === "object" && item !== null)) lists.push(path);
    if (value.length > 0) walk(value[0], `${path}[0]`, depth + 1, leaves, lists);
  } else if (typeof value === "object" && value !== null) {
    for (const [name, inner] of Object.entries(value)) walk(inner, step(path, name), depth + 1, leaves, lists);
  } else leaves.push({ path, text: String(value).slice(0, SHOWN_CHARS) });
}

/** As writeJsonPath does on the server. */
function step(path: string, name: string): string {
  if (name === "" || /[.[\]"]/.test(name)) return `${path}["${name.replace(/["\\]/g, "\\$&")}"]`;
  return path === "" ? name : `${path}.${name}`;
}

function parse(sample: string): unknown {
  try {
    return JSON.parse(sample);
  } catch {
    // Still being typed.
    return undefined;
  }
}

/** The fields that a value can become, the needed ones first. */
export const HOOK_FIELDS = [
  "customerExternalId",
  "kind",
  "occurredAt",
  "id",
  "value",
  "sentiment",
  "details",
] as const satisfies readonly string[];

/** What the form holds; `fields` says for each path which field it becomes. */
export type HookState = Readonly<{
  name: string;
  sample: string;
  items: string;
  fields: Readonly<Record<string, string>>;
  constantKind: string;
  dateFormat: string;
  timeZone: string;
  kinds: HookMapping["kinds"];
  unknownCustomer: string;
  unknownKind: string;
}>;

/** The mapping that the form describes. Empty choices are left out. */
export function toHookMapping({ items, fields, constantKind, dateFormat, timeZone, kinds }: HookState): object {
  const chosen = Object.entries(fields).flatMap(([path, field]) => (field === "" ? [] : [[field, { path }] as const]));
  const hasKind = chosen.some(([field]) => field === "kind");
  const constant = !hasKind && constantKind !== "" ? [["kind", { constant: constantKind }] as const] : [];
  return {
    items,
    fields: Object.fromEntries([...chosen, ...constant]),
    ...(dateFormat === "" ? {} : { dateFormat }),
    ...(timeZone.trim() === "" ? {} : { timeZone: timeZone.trim() }),
    kinds: kinds.filter(({ said, kind }) => said !== "" && kind !== ""),
  };
}
