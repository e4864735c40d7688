/** What tells the line of a kind from the others: a kind may both come and be taken back in one change. */
export function kindLineKey({ kindKey, takenBack }: Readonly<{ kindKey: string; takenBack: boolean }>): string {
  return `${takenBack ? "gone" : "new"} ${kindKey}`;
}
