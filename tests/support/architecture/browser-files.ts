import type { ImportEdge } from "./import-graph";
import type { SourceFile } from "./source-files";

/** The files that end up in the browser: client components and all they import, as far as the next server action. */
export function findBrowserFiles(files: readonly SourceFile[], edges: readonly ImportEdge[]): Set<string> {
  const text = new Map(files.map((file) => [file.path, file.text]));
  const found = new Set(files.filter((file) => /^"use client";/m.test(file.text)).map((file) => file.path));
  for (const path of found) {
    for (const edge of edges) {
      const isCode = edge.from === path && !edge.isPackage && !edge.isTypeOnly;
      if (isCode && !/^"use server";/m.test(text.get(edge.to) ?? "")) found.add(edge.to);
    }
  }
  return found;
}
