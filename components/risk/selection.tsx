"use client";

import { createContext, type ReactNode, useContext, useMemo, useState } from "react";

type Selection = Readonly<{
  selected: ReadonlySet<string>;
  toggle: (id: string) => void;
  replace: (ids: readonly string[]) => void;
}>;

const SelectionContext = createContext<Selection | null>(null);

/** Which customers are selected, for as long as the same list is shown. */
export function SelectionProvider({ children }: Readonly<{ children: ReactNode }>) {
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const selection = useMemo(
    () => ({
      selected,
      toggle: (id: string) =>
        setSelected((before) => {
          const after = new Set(before);
          if (!after.delete(id)) after.add(id);
          return after;
        }),
      replace: (ids: readonly string[]) => setSelected(new Set(ids)),
    }),
    [selected],
  );
  return <SelectionContext value={selection}>{children}</SelectionContext>;
}

/** Null where nothing can be selected. */
export function useSelection(): Selection | null {
  return useContext(SelectionContext);
}
