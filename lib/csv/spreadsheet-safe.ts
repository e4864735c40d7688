const RUNS_AS_FORMULA = /^'*[=+\-@\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
const APOSTROPHE = 39;

/** Text that a spreadsheet shows instead of running: a leading apostrophe more, which the import takes off again. */
export function spreadsheetSafe(text: string): string {
  return RUNS_AS_FORMULA.test(text) ? `'${text}` : text;
}

/** What spreadsheetSafe was given. */
export function fromSpreadsheetSafe(text: string): string {
  return text.charCodeAt(0) === APOSTROPHE && RUNS_AS_FORMULA.test(text) ? text.slice(1) : text;
}
