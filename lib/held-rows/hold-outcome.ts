import { hash } from "node:crypto";
import type { OutcomeRow } from "@/lib/outcomes/merge-outcomes";
import type { HeldOutcome, HeldReason } from "@/lib/schemas/held-row";
import type { RowToHold } from "./hold-rows";

/** An outcome as it waits: a customer, a type and a day make one. */
export function holdOutcome(row: OutcomeRow, reason: HeldReason, fields: readonly string[]): RowToHold {
  const { customerExternalId, type, occurredOn, reasons, avoidable } = row;
  const content: HeldOutcome = { customerExternalId, type, occurredOn, reasons: [...reasons], avoidable };
  const key = hash("md5", `outcome\0${customerExternalId}\0${type}\0${occurredOn}`, "hex");
  return { row: row.row, key, reason, customerExternalId, kind: null, content, fields };
}
