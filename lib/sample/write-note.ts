import { CHANGE_NOTES } from "@/lib/sample/note-templates-change";
import { EVERYDAY_NOTES } from "@/lib/sample/note-templates-everyday";
import { TROUBLE_NOTES } from "@/lib/sample/note-templates-trouble";
import type { Random } from "@/lib/sample/random";

const TEMPLATES: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({ ...TROUBLE_NOTES, ...CHANGE_NOTES, ...EVERYDAY_NOTES }),
);

const MODULES = [
  "slot booking",
  "planning board",
  "yard list",
  "driver app",
  "customs papers module",
  "label printing",
  "pallet account",
  "carrier portal",
  "invoice sync",
  "gate terminal",
];

const SITES = [
  "main warehouse",
  "north gate",
  "cold store",
  "cross-dock",
  "harbour depot",
  "return centre",
  "night hub",
  "second plant",
  "container yard",
];

/** Tones that change the sentence of a conversation. */
export type Tone = "tense" | "courtship" | "farewell";

/** A short sentence for a touchpoint, or null for kinds that come without words. */
export function writeNote(
  random: Random,
  { kind, tone, contact, percent }: { kind: string; tone: Tone | null; contact: string; percent: number | null },
): string | null {
  const templates = TEMPLATES.get(`${kind}:${tone}`) ?? TEMPLATES.get(kind);
  if (templates === undefined) return null;
  const note = random
    .choice(templates)
    .replaceAll("{contact}", contact)
    .replaceAll("{module}", random.choice(MODULES))
    .replaceAll("{site}", random.choice(SITES))
    .replaceAll("{count}", String(random.integer(2, 9)))
    .replaceAll("{days}", String(random.integer(3, 21)))
    .replaceAll("{percent}", String(percent ?? random.integer(4, 28)));
  return note.charAt(0).toUpperCase() + note.slice(1);
}
