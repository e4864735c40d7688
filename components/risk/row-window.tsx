"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useState } from "react";

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
  const [top, setTop] = useState(0);
  useLayoutEffect(() => {
    if (table.current) setTop(table.current.getBoundingClientRect().top + window.scrollY);
  }, [table]);
  const virtualizer = useWindowVirtualizer({
    count: ids.length,
    estimateSize: () => ROW_PIXELS,
    overscan: OVERSCAN_ROWS,
    scrollMargin: top,
    getItemKey: (index) => ids[index] ?? index,
  });
  // Rows that turn out lower than thought must not move the page while somebody scrolls: that would end the scrolling.
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = (_row, _pixels, { isScrolling }) => !isScrolling;
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  const from = first?.index ?? 0;
  const to = (last?.index ?? -1) + 1;
  const before = (first?.start ?? top) - top;
  const after = last ? virtualizer.getTotalSize() - (last.end - top) : 0;
  useLayoutEffect(() => {
    const reveal = (index: number) => virtualizer.scrollToIndex(index, { align: "auto" });
    onSpan({ from, to, before, after, measure: virtualizer.measureElement, reveal });
  }, [virtualizer, onSpan, from, to, before, after]);
  return null;
}
