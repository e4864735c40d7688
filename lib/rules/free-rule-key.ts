const LONGEST_KEY = 90;

/** A key made of a label that no other entry has: `late-payments`, `late-payments-2`, … */
export function freeRuleKey(label: string, taken: readonly Readonly<{ key: string }>[]): string {
  const keys = new Set(taken.map(({ key }) => key));
  const words = label
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, LONGEST_KEY);
  const stem = words === "" ? "rule" : words;
  for (let at = 1; ; at++) {
    const key = at === 1 ? stem : `${stem}-${at}`;
    if (!keys.has(key)) return key;
  }
}
