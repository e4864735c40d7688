import type { ReasonText } from "@/lib/scoring/types";

/** Fills a message of the namespace `reasons`. */
export type Say = (id: string, values: Readonly<Record<string, string | number>>) => string;

/** A text in words: its parts are said first and put in their places. */
export function sayText({ id, values, parts = {} }: ReasonText, say: Say): string {
  const said = Object.entries(parts).map(([place, part]) => [place, sayText(part, say)] as const);
  return say(id, { ...values, ...Object.fromEntries(said) });
}
