import type { ServerAction } from "@/lib/http/action-state";

/** What may be done with held rows, and the catalogue to choose a kind from. Absent for someone who may only look. */
export type HeldActions = Readonly<{
  release: ServerAction<void>;
  discard: ServerAction<void>;
  kinds: readonly Readonly<{ key: string; label: string }>[];
}>;
