import { createHash } from "node:crypto";

import { ownColumns } from "./own-columns";

/** The same for all files whose columns have the same names in the same order, in any case. */
export function shapeFingerprint(columns: readonly Readonly<{ name: string }>[]): string {
  const names = ownColumns(columns).map(({ name }) => name.normalize("NFKC").toLowerCase().trim());
  return createHash("sha256").update(JSON.stringify(names)).digest("hex");
}
