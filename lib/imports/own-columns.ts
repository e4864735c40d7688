/** The columns that a file of rejected rows has behind those of the file they came from. */
export const REJECT_COLUMNS = ["line", "column", "code", "message"] as const;

/** The columns of a file without those that a file of rejected rows has more: it comes in again as the first file did. */
export function ownColumns<Column extends Readonly<{ name: string }>>(columns: readonly Column[]): readonly Column[] {
  const width = columns.length - REJECT_COLUMNS.length;
  const isOfRejects = width > 0 && REJECT_COLUMNS.every((name, index) => isNamed(columns[width + index]?.name, name));
  return isOfRejects ? columns.slice(0, width) : columns;
}

/** Also as the second of that name, when the file itself has such a column. */
function isNamed(given: string | undefined, name: string): boolean {
  return given?.replace(/ \(\d+\)'*$/, "").toLowerCase() === name;
}
