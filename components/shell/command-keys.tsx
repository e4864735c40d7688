"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import type { PaletteWords, Place } from "./command-palette";
import { hasKeyboard } from "./has-keyboard";
import type { ShortcutWords } from "./shortcut-help";

const CommandPalette = dynamic(() => import("./command-palette").then((module) => module.CommandPalette), {
  ssr: false,
});
const ShortcutHelp = dynamic(() => import("./shortcut-help").then((module) => module.ShortcutHelp), { ssr: false });

/** So long after `g`, the next letter still says where to. */
const GO_MS = 1_500;

type CommandKeysProps = Readonly<{
  places: readonly Place[];
  open: string;
  palette: PaletteWords;
  help: ShortcutWords;
}>;

/** The keys that work on every page, and the button for who has none: Ctrl or Cmd and K, `?`, and `g` with a letter. */
export function CommandKeys({ places, open, palette, help }: CommandKeysProps) {
  const router = useRouter();
  const [shown, show] = useState<"palette" | "help" | null>(null);
  const goneAtMs = useRef(Number.NEGATIVE_INFINITY);
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if ((event.metaKey || event.ctrlKey) && event.key.toLowerCase() === "k") {
        event.preventDefault();
        show("palette");
        return;
      }
      if (event.metaKey || event.ctrlKey || event.altKey || hasKeyboard(event.target)) return;
      if (event.key === "?") {
        show("help");
        event.preventDefault();
        return;
      }
      const place = places.find((one) => one.key === event.key);
      if (place && event.timeStamp - goneAtMs.current < GO_MS) {
        event.preventDefault();
        router.push(place.href);
      }
      goneAtMs.current = event.key === "g" ? event.timeStamp : Number.NEGATIVE_INFINITY;
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [places, router]);
  const close = () => show(null);
  return (
    <>
      <button
        type="button"
        onClick={() => show("palette")}
        aria-keyshortcuts="Control+K Meta+K"
        className="no-print flex h-10 items-center gap-2.5 rounded-md px-2.5 text-base text-muted transition-colors hover:bg-sunken hover:text-ink lg:h-9"
      >
        <Search aria-hidden className="size-5 lg:size-4" strokeWidth={1.75} />
        <span className="sr-only lg:not-sr-only lg:whitespace-nowrap">{open}</span>
      </button>
      {shown === "palette" ? (
        <CommandPalette places={places} words={palette} onClose={close} onHelp={() => show("help")} />
      ) : null}
      {shown === "help" ? <ShortcutHelp places={places} words={help} onClose={close} /> : null}
    </>
  );
}
