import type { PanelSetup } from "@/lib/scoring/learning/panel-setup";

/** The ids of the kinds that keep a relationship alive; undefined where any touchpoint does. */
export function activeKindIds({
  breakUp,
  kinds,
}: Pick<PanelSetup, "breakUp" | "kinds">): ReadonlySet<number> | undefined {
  if (breakUp.type === "recorded") return undefined;
  return new Set(kinds.filter((kind) => breakUp.kinds.includes(kind.key)).map((kind) => kind.id));
}
