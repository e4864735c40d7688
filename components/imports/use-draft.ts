"use client";

import { useEffect, useState } from "react";

/**
 * State that a reload, the way back or a new sign-in in this tab does not lose. It is kept in the browser's store of the tab.
 * @param key of what the draft is about; another key is another draft
 */
export function useDraft<T>(key: string, initial: T): [T, (next: T) => void] {
  const [draft, setDraft] = useState(initial);
  useEffect(() => {
    const kept = read<T>(key);
    if (kept) setDraft(kept);
  }, [key]);
  return [
    draft,
    (next) => {
      setDraft(next);
      write(key, next);
    },
  ];
}

function read<T>(key: string): T | undefined {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? undefined : (JSON.parse(text) as T);
  } catch {
    // A browser that keeps nothing: the draft lives as long as the page.
    return undefined;
  }
}

function write(key: string, value: unknown): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(value));
  } catch {
    // As above; also when the store is full.
  }
}
