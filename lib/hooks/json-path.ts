/** A way into JSON: names of objects and places of lists. */
export type JsonPath = readonly (string | number)[];

const STEP = /^(?:\.?([^.[\]"]+)|\[(\d{1,6})\]|\.?\["((?:[^"\\]|\\["\\])*)"\])/;
const MAX_STEPS = 32;

/**
 * Reads `customer.id`, `items[0].name` or `["a.b"].c`; nothing is the payload itself.
 * @returns undefined when the text is no path
 */
export function parseJsonPath(text: string): JsonPath | undefined {
  const path: (string | number)[] = [];
  for (let rest = text; rest !== ""; ) {
    const step = STEP.exec(rest);
    const isMissingDot = step?.[1] !== undefined && path.length > 0 && !step[0].startsWith(".");
    const isLeadingDot = path.length === 0 && rest.startsWith(".");
    if (!step || isMissingDot || isLeadingDot || path.length === MAX_STEPS) return undefined;
    const [whole, name, place, quoted] = step;
    path.push(name ?? (place === undefined ? (quoted ?? "").replace(/\\(["\\])/g, "$1") : Number(place)));
    rest = rest.slice(whole.length);
  }
  return path;
}

/** The text of a path, which parseJsonPath reads back. */
export function writeJsonPath(path: JsonPath): string {
  return path
    .map((step, index) => {
      if (typeof step === "number") return `[${step}]`;
      if (step !== "" && !/[.[\]"]/.test(step)) return `${index === 0 ? "" : "."}${step}`;
      return `["${step.replace(/["\\]/g, "\\$&")}"]`;
    })
    .join("");
}

/** What stands at a path, or undefined. Only what the payload itself holds is found, never what every object inherits. */
export function readJsonPath(value: unknown, path: JsonPath): unknown {
  let found = value;
  for (const step of path) {
    if (typeof found !== "object" || found === null || !Object.hasOwn(found, step)) return undefined;
    if (Array.isArray(found) && typeof step !== "number") return undefined;
    found = Reflect.get(found, step);
  }
  return found;
}
