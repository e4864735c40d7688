"use client";

import { useEffect, useRef } from "react";
import { hasKeyboard } from "@/components/shell/has-keyboard";

type BoardKeysProps = Readonly<{ rows: number; reveal: (index: number) => void }>;

const LINK = "[data-row-link]";

/** Walks the rows by `j` and `k`, selects by `x`, goes to what can be done by `b` and to the search by `/`, unless somebody is typing. */
export function BoardKeys({ rows, reveal }: BoardKeysProps) {
  const state = useRef({ rows, reveal });
  useEffect(() => {
    state.current = { rows, reveal };
  });
  useEffect(() => {
    function onKey(event: KeyboardEvent) {
      if (event.metaKey || event.ctrlKey || event.altKey || hasKeyboard(event.target)) return;
      const action = KEYS.get(event.key);
      if (action?.(state.current)) event.preventDefault();
    }
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
  return null;
}

const KEYS: ReadonlyMap<string, (board: BoardKeysProps) => boolean> = new Map<
  string,
  (board: BoardKeysProps) => boolean
>([
  ["j", (board) => step(board, 1)],
  ["k", (board) => step(board, -1)],
  ["x", () => selectCurrent()],
  ["b", () => focusBulk()],
  ["/", () => focusSearch()],
]);

function step({ rows, reveal }: BoardKeysProps, by: 1 | -1): boolean {
  const current = currentIndex();
  const next = current === null ? 0 : Math.min(rows - 1, Math.max(0, current + by));
  const link = linkOf(next);
  if (link) {
    focus(link);
    return true;
  }
  reveal(next);
  requestAnimationFrame(() => requestAnimationFrame(() => focus(linkOf(next))));
  return true;
}

function currentIndex(): number | null {
  const body = document.activeElement?.closest("tbody[data-index]");
  return body instanceof HTMLElement ? Number(body.dataset.index) : null;
}

function linkOf(index: number): HTMLElement | null {
  return document.querySelector<HTMLElement>(`tbody[data-index="${index}"] ${LINK}`);
}

function focus(link: HTMLElement | null): void {
  link?.focus({ preventScroll: true });
  link?.scrollIntoView({ block: "nearest" });
}

function selectCurrent(): boolean {
  const body = document.activeElement?.closest("tbody[data-index]");
  const box = body?.querySelector<HTMLInputElement>("input[data-select]");
  box?.click();
  return box !== null && box !== undefined;
}

/** Below up to fifty rows it would be a long way by Tab. */
function focusBulk(): boolean {
  const what = document.querySelector<HTMLElement>("[data-bulk] select");
  what?.focus();
  return what !== null;
}

function focusSearch(): boolean {
  const search = document.querySelector<HTMLInputElement>("input[type=search]");
  search?.focus();
  search?.select();
  return search !== null;
}
