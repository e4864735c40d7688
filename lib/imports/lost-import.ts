/** The import was taken over by another worker or cancelled: this one stops, and what it had not committed is undone. */
export class LostImport extends Error {
  constructor() {
    super("The import was taken over or cancelled");
    this.name = "LostImport";
  }
}
