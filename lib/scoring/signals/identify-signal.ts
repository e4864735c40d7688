import type { SignalSpec } from "@/lib/scoring/signal-spec";

/** A text that is equal for specifications that differ only in the order of their properties. */
export function identifySignal(spec: SignalSpec): string {
  return JSON.stringify(spec, (_key, part) =>
    typeof part === "object" && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}
