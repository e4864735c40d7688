import type { ReasonText } from "@/lib/scoring/types";

/** Fills a message of the namespace `reasons`. */
export type Say = (id: string, values: Readonly<Record<string, string | number>>) => string;

/** What formatters of messages write before a number below zero; a hyphen within a word is none. */
const HYPHEN_FOR_MINUS = /(?<![\p{L}\p{N}])-(?=\d)/gu;

/** A text in words: its parts are said first and put in their places. Numbers below zero have a true minus. */
export function sayText({ id, values, parts = {} }: ReasonText, say: Say): string {
  const said = Object.entries(parts).map(([place, part]) => [place, sayText(part, say)] as const);
  const text = say(id, { ...values, ...Object.fromEntries(said) });
  const isBelowZero = Object.values(values).some((value) => typeof value === "number" && value < 0);
  return isBelowZero ? text.replaceAll(HYPHEN_FOR_MINUS, "−") : text;
}
