import type { NameParts } from "@/lib/sample/name-parts";
import { NORTHERN_NAME_PARTS } from "@/lib/sample/name-parts-north";
import { SOUTHERN_NAME_PARTS } from "@/lib/sample/name-parts-south";

/** Parts by language. They are ordinary words and names; a likeness to a real company is chance. */
export const NAME_PARTS = { ...NORTHERN_NAME_PARTS, ...SOUTHERN_NAME_PARTS } satisfies Record<string, NameParts>;

export type LanguageKey = keyof typeof NAME_PARTS;

/** Names that stretch a table: very long, very short, with accents and digits; the first fitting customer gets one. */
export const UNUSUAL_NAMES: readonly { readonly language: LanguageKey; readonly name: string }[] = [
  { language: "german", name: "Oberrheinische Binnenschifffahrtsbedarfsgesellschaft mbH" },
  { language: "nordic", name: "Øre AS" },
  { language: "french", name: "Établissements Lhéritier-Bessières et Fils, Négoce de Matériaux" },
  { language: "english", name: "4 Winds Dry Bulk Handling (Tees) Ltd" },
  { language: "german", name: "Niedersächsische Kühlkettenüberwachungstechnik GmbH & Co. KG" },
];
