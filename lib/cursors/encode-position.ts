/** Where a page ended, as a cursor for the next. It grants no access to anything. */
export function encodePosition(position: readonly (string | number)[]): string {
  return Buffer.from(JSON.stringify(position)).toString("base64url");
}
