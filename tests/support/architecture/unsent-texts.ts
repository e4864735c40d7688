import { posix } from "node:path";
import { groupBy } from "@/lib/charts/group-by";
import { findBrowserFiles } from "./browser-files";
import type { ImportEdge } from "./import-graph";
import { readMessageUses } from "./read-message-uses";
import type { SourceFile } from "./source-files";

const SENT = /<ClientTexts(?: of=\{\[([^\]]*)\]\})?>/g;
const EVERYWHERE = /const EVERYWHERE = \[([^\]]*)\]/;

/**
 * What client components of a page ask for that neither the page sends to the browser nor, where it sends nothing, the
 * nearest layout above it, as "page: component: text".
 */
export function findUnsentTexts(files: readonly SourceFile[], edges: readonly ImportEdge[]): string[] {
  const text = new Map(files.map((file) => [file.path, file.text]));
  const everywhere = namesIn(EVERYWHERE.exec(text.get("app/language/client-texts.tsx") ?? "")?.[1]);
  const browser = findBrowserFiles(files, edges);
  const uses = groupBy(files.filter((file) => browser.has(file.path)).flatMap(readMessageUses), (use) => use.path);
  const pages = files.filter(({ path }) => /^app\/(.*\/)?(page|layout|error|not-found|forbidden)\.tsx$/.test(path));
  return pages.flatMap((page) => {
    const sent = [...everywhere, ...sentTo(page.path, text)];
    const isSent = (asked: string) => sent.some((name) => asked === name || asked.startsWith(`${name}.`));
    return [...reachable(page.path, edges, text)]
      .flatMap((path) => uses.get(path) ?? [])
      .flatMap(({ path, namespaces, key }) => namespaces.map((space) => ({ path, asked: `${space}.${key}` })))
      .filter(({ asked }) => !isSent(asked))
      .map(({ path, asked }) => `${page.path}: ${path}: ${asked}`);
  });
}

/** What the page sends itself, else the nearest layout that sends anything. */
function sentTo(page: string, text: ReadonlyMap<string, string>): string[] {
  const own = sentBy(text.get(page));
  if (own) return own;
  for (let folder = posix.dirname(page); folder !== "."; folder = posix.dirname(folder)) {
    const above = sentBy(text.get(`${folder}/layout.tsx`));
    if (above) return above;
  }
  return [];
}

function sentBy(source = ""): string[] | undefined {
  const found = [...source.matchAll(SENT)];
  return found.length === 0 ? undefined : found.flatMap(([, names]) => namesIn(names));
}

function namesIn(list = ""): string[] {
  return [...list.matchAll(/"([^"]+)"/g)].map(([, name = ""]) => name);
}

/** The files that a page shows: what it imports, and so on, as far as the next server action. */
function reachable(from: string, edges: readonly ImportEdge[], text: ReadonlyMap<string, string>): Set<string> {
  const found = new Set([from]);
  for (const path of found) {
    for (const edge of edges) {
      const isCode = edge.from === path && !edge.isPackage && !edge.isTypeOnly;
      if (isCode && !/^"use server";/m.test(text.get(edge.to) ?? "")) found.add(edge.to);
    }
  }
  return found;
}
