import { z } from "zod";
import type { Kind } from "@/lib/db/generated/client";
import { CATEGORIES } from "@/lib/kinds/categories";
import type { ScoringKind } from "@/lib/scoring/types";

const category = z.enum(CATEGORIES);
const valence = z.union([z.literal(-1), z.literal(0), z.literal(1)]);

/** A kind of the catalogue as the scoring core takes it. @throws ZodError for a category or valence that is none */
export function toScoringKind(
  kind: Omit<Kind, "organisationId" | "importId" | "mergedIntoId" | "movedAt" | "createdAt">,
): ScoringKind {
  return {
    id: kind.id,
    key: kind.key,
    label: kind.label,
    category: category.parse(kind.category),
    valence: valence.parse(kind.valence),
    halfLifeDays: kind.halfLifeDays,
  };
}
