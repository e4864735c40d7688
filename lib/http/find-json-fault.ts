/** How deep a body may nest: far more than any schema of ours, far less than what hurts. */
export const MAX_JSON_DEPTH = 64;

const QUOTE = 34;
const BACKSLASH = 92;

/**
 * What JSON.parse takes silently and we do not: nesting without end, and a key that comes twice in one object (of which
 * readers differ on which one counts). Text that is not JSON at all is left to JSON.parse.
 * @returns the fault in words, or undefined
 */
export function findJsonFault(text: string): string | undefined {
  const keysByLevel: (Set<string> | null)[] = [];
  for (let index = 0; index < text.length; index++) {
    const character = text.charAt(index);
    if (character === "{" || character === "[") {
      if (keysByLevel.length === MAX_JSON_DEPTH) return `The body nests deeper than ${MAX_JSON_DEPTH} levels.`;
      keysByLevel.push(character === "{" ? new Set() : null);
    } else if (character === "}" || character === "]") {
      keysByLevel.pop();
    } else if (character === '"') {
      const end = endOfString(text, index);
      const keys = keysByLevel.at(-1);
      if (keys && isKey(text, end)) {
        const key = keyText(text.slice(index, end));
        if (keys.has(key)) return `The key ${JSON.stringify(key.slice(0, 80))} comes twice in one object.`;
        keys.add(key);
      }
      index = end - 1;
    }
  }
  return undefined;
}

/** The index after the closing quote, or the length of the text when there is none. */
function endOfString(text: string, start: number): number {
  for (let index = start + 1; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === BACKSLASH) index++;
    else if (code === QUOTE) return index + 1;
  }
  return text.length;
}

function isKey(text: string, end: number): boolean {
  let index = end;
  while (" \t\r\n".includes(text.charAt(index)) && index < text.length) index++;
  return text.charAt(index) === ":";
}

/** The key as JSON.parse will see it: `"a"` and `"\u0061"` are the same. */
function keyText(literal: string): string {
  if (!literal.includes("\\")) return literal.slice(1, -1);
  try {
    return String(JSON.parse(literal));
  } catch {
    // A broken escape: JSON.parse will refuse the whole text with its position.
    return literal;
  }
}
