"use client";

import { FloatingDialog } from "@/components/ui/floating-dialog";
import type { Place } from "./command-palette";

export type ShortcutWords = Readonly<
  Record<"title" | "down" | "up" | "select" | "bulk" | "open" | "search" | "palette" | "help" | "close", string>
>;

const KEYS = [
  ["j", "down"],
  ["k", "up"],
  ["x", "select"],
  ["b", "bulk"],
  ["Enter", "open"],
  ["/", "search"],
  ["Ctrl K", "palette"],
  ["?", "help"],
  ["Esc", "close"],
] as const satisfies readonly (readonly [string, keyof ShortcutWords])[];

type ShortcutHelpProps = Readonly<{ places: readonly Place[]; words: ShortcutWords; onClose: () => void }>;

/** Every key that does something, and what. */
export function ShortcutHelp({ places, words, onClose }: ShortcutHelpProps) {
  const keys = [
    ...KEYS.map(([key, word]) => ({ key, what: words[word] })),
    ...places.flatMap((place) => (place.key ? [{ key: `g ${place.key}`, what: place.label }] : [])),
  ];
  return (
    <FloatingDialog title={words.title} showTitle onClose={onClose}>
      <dl className="grid grid-cols-[auto_1fr] items-baseline gap-x-4 gap-y-2 text-base">
        {keys.map(({ key, what }) => (
          <div key={key} className="contents">
            <dt>
              <kbd className="rounded-md border border-line bg-sunken px-1.5 py-0.5 text-sm">{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
    </FloatingDialog>
  );
}
