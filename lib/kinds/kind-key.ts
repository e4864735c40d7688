const MAX_KEY_CHARS = 100;

/**
 * The key of a kind that came with a name only: `Support Ticket` becomes `support-ticket`.
 * @returns "" for a name without a letter or digit
 */
export function kindKey(name: string): string {
  const plain = name
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-");
  return plain.replace(/^-+|-+$/g, "").slice(0, MAX_KEY_CHARS);
}
