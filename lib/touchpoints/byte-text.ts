const LARGEST_ASCII = 127;
/** Longer texts go through the native encoder, whose call costs more than these loops. */
const SHORT_CHARACTERS = 64;

/** Writes text as UTF-8. @param bytes with room for three bytes a character @returns where it ends */
export function writeText(bytes: Buffer, offset: number, text: string): number {
  if (text.length > SHORT_CHARACTERS) return offset + bytes.write(text, offset, "utf8");
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index);
    if (code > LARGEST_ASCII) return offset + bytes.write(text, offset, "utf8");
    bytes[offset + index] = code;
  }
  return offset + text.length;
}
