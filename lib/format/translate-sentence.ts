/** A sentence of the server with places such as {a}, and what it is in another language. */
export type Sentences = Readonly<Record<string, Readonly<{ from: string; to: string }>>>;

type Pattern = Readonly<{ found: RegExp; to: string }>;

const patternsOf = new WeakMap<Sentences, readonly Pattern[]>();

/**
 * A sentence that the server made in English, such as why a row was rejected, in the reader's language: what stands in its
 * places is kept. One that is not known is returned as it is, and a first letter or a full stop may differ.
 */
export function translateSentence(english: string, sentences: Sentences | undefined): string {
  if (!sentences) return english;
  for (const { found, to } of patterns(sentences)) {
    const places = found.exec(english)?.groups;
    if (!places) continue;
    const said = to.replaceAll(/\{(\w+)\}/g, (place, name: string) => places[name] ?? place);
    const stop = english.endsWith(".") && !said.endsWith(".") ? "." : "";
    return `${isCapital(english) ? said.charAt(0).toUpperCase() + said.slice(1) : said}${stop}`;
  }
  return english;
}

/** The more of a sentence is written out, the earlier it is tried, so that none hides a longer one. */
function patterns(sentences: Sentences): readonly Pattern[] {
  const known = patternsOf.get(sentences);
  if (known) return known;
  const made = Object.values(sentences)
    .toSorted((one, other) => wordsOf(other.from) - wordsOf(one.from))
    .map(({ from, to }) => ({ found: new RegExp(`^${sourceOf(from)}$`, "isu"), to }));
  patternsOf.set(sentences, made);
  return made;
}

function wordsOf(from: string): number {
  return from.replaceAll(/\{\w+\}/g, "").length;
}

function sourceOf(from: string): string {
  const written = from.replace(/\.$/, "").split(/\{(\w+)\}/);
  const parts = written.map((part, at) =>
    at % 2 === 1 ? `(?<${part}>.*?)` : part.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&"),
  );
  // An empty group makes `groups` exist for sentences without places.
  return `(?<none>)${parts.join("")}\\.?`;
}

function isCapital(text: string): boolean {
  return /^\p{Lu}/u.test(text);
}
