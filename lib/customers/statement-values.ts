/** Collects the values of a statement and gives each its place: `$1`, `$2` … */
export class StatementValues {
  readonly list: unknown[] = [];

  add(value: unknown): string {
    this.list.push(value);
    return `$${this.list.length}`;
  }
}
