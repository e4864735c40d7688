import type { SelectOption } from "@/components/ui/select";
import type { ScoringKind } from "@/lib/scoring/types";

/** What all fields of the editor share. */
export type Studio = Readonly<{
  kinds: readonly ScoringKind[];
  categories: readonly SelectOption[];
  /** What the checker says of the part at a path such as `when.all[1].value`. */
  faultAt: (path: string) => string | undefined;
}>;
