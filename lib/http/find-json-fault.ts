/** How deep a body may nest: far more than any schema of ours, far less than what hurts. */
export const MAX_JSON_DEPTH = 64;

const QUOTE = 34;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/**
 * What JSON.parse takes silently and we do not: nesting without end, and a key that comes twice in one object (of which
 * readers differ on which one counts). Text that is not JSON at all is left to JSON.parse.
 * @returns the fault in words, or undefined
 */
export function findJsonFault(text: string): string | undefined {
  const keysByLevel: (Set<string> | null)[] = [];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) {
      const end = endOfString(text, index);
      const keys = keysByLevel.at(-1);
      if (keys && isKey(text, end)) {
        const key = keyText(text.slice(index, end));
        if (keys.has(key)) return `The key ${JSON.stringify(key.slice(0, 80))} comes twice in one object.`;
        keys.add(key);
      }
      index = end - 1;
    } else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      if (keysByLevel.length === MAX_JSON_DEPTH) return `The body nests deeper than ${MAX_JSON_DEPTH} levels.`;
      keysByLevel.push(code === OPEN_OBJECT ? new Set() : null);
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
      keysByLevel.pop();
    }
  }
  return undefined;
}

/** The index after the closing quote, or the length of the text when there is none. */
function endOfString(text: string, start: number): number {
  for (let quote = text.indexOf('"', start + 1); quote !== -1; quote = text.indexOf('"', quote + 1)) {
    if (!isEscaped(text, quote)) return quote + 1;
  }
  return text.length;
}

/** An odd number of backslashes before a quote takes it into the string. */
function isEscaped(text: string, quote: number): boolean {
  let first = quote;
  while (text.charCodeAt(first - 1) === BACKSLASH) first--;
  return (quote - first) % 2 === 1;
}

function isKey(text: string, end: number): boolean {
  let index = end;
  let code = text.charCodeAt(index);
  while (code === 32 || code === 9 || code === 10 || code === 13) code = text.charCodeAt(++index);
  return code === COLON;
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
