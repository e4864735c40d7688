"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useState } from "react";

/** Until a row is measured. */
const ROW_PIXELS = 52;
const OVERSCAN_ROWS = 15;

/** Which rows of a long list are in the document, and the room that the others take before and after them, in pixels. */
export type RowSpan = Readonly<{
  from: number;
  to: number;
  before: number;
  after: number;
  measure: (row: Element | null) => void;
  reveal: (index: number) => void;
}>;

/** How the first rows stand, before any is taken out: where they begin, and how high one is, in pixels. */
type Drawn = Readonly<{ top: number; rowPixels: number }>;

type RowWindowProps = Readonly<{
  table: RefObject<HTMLElement | null>;
  ids: readonly string[];
  onSpan: (span: RowSpan) => void;
}>;

/**
 * Tells which rows are near the window. It shows nothing itself, so that it can come when a list has become long: a page
 * of rows does without it, and the rows that are there stay as they are.
 */
export function RowWindow({ table, ids, onSpan }: RowWindowProps) {
  "use no memo";
  const [drawn, setDrawn] = useState<Drawn | null>(null);
  const top = drawn?.top ?? 0;
  const virtualizer = useWindowVirtualizer({
    count: ids.length,
    estimateSize: () => drawn?.rowPixels ?? ROW_PIXELS,
    overscan: OVERSCAN_ROWS,
    scrollMargin: top,
    getItemKey: (index) => ids[index] ?? index,
  });
  // Rows stand in the flow of the page: learning how high one is moves nothing, and moving the page would end a scrolling
  // under way.
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = () => false;
  // Rows that are there before any is taken out of the document are measured, not guessed: they must leave as much room.
  useLayoutEffect(() => {
    const rows = [...(table.current?.querySelectorAll<HTMLElement>("[data-index]") ?? [])];
    for (const row of rows) virtualizer.measureElement(row);
    const [start, end] = [rows[0]?.getBoundingClientRect().top ?? 0, rows.at(-1)?.getBoundingClientRect().bottom ?? 0];
    setDrawn({ top: start + window.scrollY, rowPixels: rows.length > 0 ? (end - start) / rows.length : ROW_PIXELS });
  }, [table, virtualizer]);
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  const from = first?.index ?? 0;
  const to = (last?.index ?? -1) + 1;
  const before = (first?.start ?? top) - top;
  const after = last ? virtualizer.getTotalSize() - (last.end - top) : 0;
  useLayoutEffect(() => {
    if (!drawn) return;
    const reveal = (index: number) => virtualizer.scrollToIndex(index, { align: "auto" });
    onSpan({ from, to, before, after, measure: virtualizer.measureElement, reveal });
  }, [virtualizer, onSpan, drawn, from, to, before, after]);
  return null;
}
