const QUOTE = 34;
const COLON = 58;
const OPEN_LIST = 91;
const BACKSLASH = 92;
const CLOSE_LIST = 93;
const OPEN_OBJECT = 123;
const CLOSE_OBJECT = 125;

/** How deep a JSON text nests, and how many keys stand in it, those that come twice counted twice. */
export type JsonShape = Readonly<{ depth: number; keys: number }>;

/**
 * The shape of a JSON text in UTF-8, in one pass that costs a quarter of parsing it; of bytes that are not JSON it says
 * nothing of use.
 * @param mostDepth where to stop: deeper than that is as bad
 */
export function jsonShape(bytes: Uint8Array, mostDepth: number): JsonShape {
  let level = 0;
  let depth = 0;
  let keys = 0;
  for (let index = 0; index < bytes.length && depth <= mostDepth; index += 1) {
    const byte = bytes[index];
    if (byte === QUOTE) {
      index = closingQuote(bytes, index);
    } else if (byte === COLON) {
      keys += 1;
    } else if (byte === OPEN_OBJECT || byte === OPEN_LIST) {
      level += 1;
      if (level > depth) depth = level;
    } else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) {
      level -= 1;
    }
  }
  return { depth, keys };
}

/** Where a text ends, or the length of the bytes. What is escaped does not end it; the digits of \u0022 are as any letters. */
function closingQuote(bytes: Uint8Array, start: number): number {
  let index = start + 1;
  while (index < bytes.length && bytes[index] !== QUOTE) index += bytes[index] === BACKSLASH ? 2 : 1;
  return index;
}

/** How many keys the objects of a parsed JSON value have in all. */
export function countKeys(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  let keys = 0;
  for (const item of Array.isArray(value) ? value : Object.values(value)) keys += countKeys(item);
  return Array.isArray(value) ? keys : keys + Object.keys(value).length;
}

/** The first key that comes twice in one object of a JSON text, as JSON.parse sees it. */
export function findRepeatedKey(text: string): string | undefined {
  const keysByLevel: (Set<string> | null)[] = [];
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code === QUOTE) {
      const end = endOfString(text, index);
      const keys = keysByLevel.at(-1);
      if (keys && isKey(text, end)) {
        const key = String(JSON.parse(text.slice(index, end)));
        if (keys.has(key)) return key;
        keys.add(key);
      }
      index = end - 1;
    } else if (code === OPEN_OBJECT || code === OPEN_LIST) {
      keysByLevel.push(code === OPEN_OBJECT ? new Set() : null);
    } else if (code === CLOSE_OBJECT || code === CLOSE_LIST) {
      keysByLevel.pop();
    }
  }
  return undefined;
}

/** The index after the closing quote. */
function endOfString(text: string, start: number): number {
  let quote = text.indexOf('"', start + 1);
  while (isEscaped(text, quote)) quote = text.indexOf('"', quote + 1);
  return quote + 1;
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
