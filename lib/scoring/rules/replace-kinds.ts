import type { RuleSetDefinition } from "@/lib/scoring/rule-definition";

/** Where filters name their kinds. */
const PLACE = "kinds";

/** The same rules with other kinds in their filters, by key; a filter that would name one twice names it once. */
export function replaceKinds(
  { rules, groups }: RuleSetDefinition,
  keyByKey: ReadonlyMap<string, string>,
): RuleSetDefinition {
  const replaced = JSON.parse(JSON.stringify(rules), (name, part) =>
    name === PLACE && Array.isArray(part) ? [...new Set(part.map((key) => keyByKey.get(key) ?? key))] : part,
  );
  return { rules: replaced, groups };
}

/** Whether a filter anywhere in rules, or in what was learned, names the kind. */
export function namesKind(definition: object, kindKey: string): boolean {
  let isNamed = false;
  JSON.stringify(definition, (name, part) => {
    if (name === PLACE && Array.isArray(part) && part.includes(kindKey)) isNamed = true;
    return part;
  });
  return isNamed;
}
