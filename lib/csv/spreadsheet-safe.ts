const RUNS_AS_FORMULA = /^[=+\-@\t\r]/;

/** Text that a spreadsheet shows instead of running: a leading apostrophe, which the import takes off again. */
export function spreadsheetSafe(text: string): string {
  return RUNS_AS_FORMULA.test(text) ? `'${text}` : text;
}
