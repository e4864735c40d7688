/** The properties of views that carry the label of a kind, a rule or a group, in words that an organisation may change. */
const LABELLED = new Set(["label", "kindLabel", "what"]);

/** Among the values of a sentence `kind` is a label too; elsewhere it is a key. */
const LABELLED_VALUES = new Set([...LABELLED, "kind"]);

const BETWEEN_LABELS = /(, | → )/u;

/**
 * A view with the labels that a new organisation starts with in the reader's language. What somebody has written otherwise
 * stays as it is written.
 * @param words a label as the defaults have it, and how the reader's language says it
 */
export function translateLabels<T>(view: T, words: Readonly<Record<string, string>>): T {
  return translated(view, words, LABELLED) as T;
}

function translated(value: unknown, words: Readonly<Record<string, string>>, labelled: ReadonlySet<string>): unknown {
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return value;
  if (Array.isArray(value)) return value.map((one) => translated(one, words, labelled));
  if (value instanceof Map) return new Map([...value].map(([key, one]) => [key, translated(one, words, labelled)]));
  if (Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [
      key,
      labelled.has(key) && typeof one === "string"
        ? translateLabel(one, words)
        : translated(one, words, key === "values" ? LABELLED_VALUES : LABELLED),
    ]),
  );
}

/** One label, or several put together as "Complaint, Outage" or "Complaint → Apology". */
function translateLabel(label: string, words: Readonly<Record<string, string>>): string {
  if (Object.hasOwn(words, label)) return words[label] ?? label;
  const parts = label.split(BETWEEN_LABELS);
  return parts.every((part, at) => at % 2 === 1 || Object.hasOwn(words, part))
    ? parts.map((part) => words[part] ?? part).join("")
    : label;
}
