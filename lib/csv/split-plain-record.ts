/** Splits a line without quotes. @param end where its line end stands @param delimiter one character */
export function splitPlainRecord(text: string, start: number, end: number, delimiter: string): string[] {
  const delimiterCode = delimiter.charCodeAt(0);
  const fields: string[] = [];
  let from = start;
  for (let at = start; at < end; at += 1) {
    if (text.charCodeAt(at) !== delimiterCode) continue;
    fields.push(text.slice(from, at));
    from = at + 1;
  }
  fields.push(text.slice(from, end));
  return fields;
}
