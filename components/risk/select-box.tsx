"use client";

import { useSelection } from "./selection";

/** Selects a customer; above the link that covers the row. */
export function SelectBox({ id, label }: Readonly<{ id: string; label: string }>) {
  const selection = useSelection();
  if (!selection) return null;
  return (
    <input
      type="checkbox"
      data-select
      aria-label={label}
      checked={selection.selected.has(id)}
      onChange={() => selection.toggle(id)}
      className="relative z-10 mt-1 block size-6 accent-accent @4xl:size-4"
    />
  );
}
