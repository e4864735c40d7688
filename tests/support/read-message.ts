/** What a message is made of besides words: its arguments with their types and choices, and its tags. */
export interface MessageShape {
  /** `count: plural`, `date: text`, `<b>`, each once and in order of the alphabet. */
  readonly parts: readonly string[];
  /** The choices of each `select` or `plural`, as `count: =0, one, other`. */
  readonly choices: readonly string[];
}

/** Reads an ICU message. See https://unicode-org.github.io/icu/userguide/format_parse/messages/; quotes are not used here. */
export function readMessage(message: string): MessageShape {
  const parts = new Set([...message.matchAll(/<(\w+)>/g)].map(([tag]) => tag));
  const choices = new Map<string, Set<string>>();
  for (const inner of groupsOf(message)) readArgument(inner, parts, choices);
  return {
    parts: [...parts].sort(),
    choices: [...choices].map(([name, keys]) => `${name}: ${[...keys].sort().join(", ")}`).sort(),
  };
}

function readArgument(inner: string, parts: Set<string>, choices: Map<string, Set<string>>): void {
  const [, name = "", type = "text", rest = ""] = /^\s*(\w+)\s*(?:,\s*(\w+)\s*(?:,\s*(.*))?)?$/s.exec(inner) ?? [];
  if (name === "") throw new Error(`This is no argument: {${inner}}`);
  const style = type === "number" ? ` ${rest}` : "";
  parts.add(`${name}: ${type}${style}`.trimEnd());
  if (type !== "plural" && type !== "select") return;
  const keys = choices.get(name) ?? new Set<string>();
  choices.set(name, keys);
  for (const [key, text] of optionsOf(rest)) {
    keys.add(key);
    for (const nested of groupsOf(text)) readArgument(nested, parts, choices);
  }
}

function optionsOf(rest: string): [string, string][] {
  const texts = groupsOf(rest);
  let left = rest;
  return texts.map((text) => {
    const at = left.indexOf(`{${text}}`);
    const key = left.slice(0, at).trim();
    left = left.slice(at + text.length + 2);
    return [key, text];
  });
}

/** What stands in the outermost braces, one after the other. */
function groupsOf(text: string): string[] {
  const groups: string[] = [];
  let depth = 0;
  let start = 0;
  for (const [at, letter] of [...text].map((letter, index) => [index, letter] as const)) {
    if (letter === "{" && depth++ === 0) start = at + 1;
    if (letter === "}" && --depth === 0) groups.push([...text].slice(start, at).join(""));
  }
  if (depth !== 0) throw new Error(`Braces do not match in: ${text}`);
  return groups;
}
