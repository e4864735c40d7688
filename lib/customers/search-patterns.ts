const SHORT = /^[\p{L}\p{N}]{1,2}$/u;

/**
 * The patterns of ILIKE that a search asks for: the text anywhere in a name or an id. One or two letters or digits are looked
 * for only where a word begins: anywhere, they fit too many to be a search, and an index of trigrams cannot look them up.
 */
export function searchPatterns(text: string): string[] {
  const escaped = text.replace(/[\\%_]/g, "\\$&");
  return SHORT.test(text) ? [`${escaped}%`, `% ${escaped}%`, `%-${escaped}%`] : [`%${escaped}%`];
}
