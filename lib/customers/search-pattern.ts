const SHORT = /^[\p{L}\p{N}]{1,2}$/u;

/**
 * The regular expression of PostgreSQL that a search asks for: the text anywhere in a name or an id. One or two letters or
 * digits are looked for only where a word begins: anywhere, they fit too many to be a search, and an index of trigrams cannot
 * look them up.
 */
export function searchPattern(text: string): string {
  return SHORT.test(text) ? `(^|[ -])${text}` : text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
