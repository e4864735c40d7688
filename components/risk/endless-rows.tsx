"use client";

import { lazy, type ReactNode, Suspense, startTransition, useActionState, useRef, useState } from "react";
import type { ActionState, ServerAction } from "@/lib/http/action-state";
import { BoardKeys } from "./board-keys";
import { NearEnd } from "./near-end";
import { RowPages } from "./row-pages";
import type { RowSpan } from "./row-window";

const loadRowWindow = () => import("./row-window");
const RowWindow = lazy(() => loadRowWindow().then((module) => ({ default: module.RowWindow })));

/** A row that the server has drawn already. */
export type RowNode = Readonly<{ id: string; node: ReactNode }>;
export type RowPage = Readonly<{ rows: readonly RowNode[]; nextCursor: string | null }>;

type Words = Readonly<Record<"label" | "next" | "start" | "shown" | "loading" | "failed", string>>;

type EndlessRowsProps = Readonly<{
  /** What is asked, without a cursor. */
  query: string;
  first: readonly RowNode[];
  nextCursor: string | null;
  /** The address of the next page, for where scripts do not run. */
  nextHref: string | null;
  startHref: string | null;
  more?: ServerAction<RowPage>;
  words: Words;
  /** More columns than usual: they scroll sideways rather than squeeze the reasons. */
  wide: boolean;
  /** Caption and headings. */
  children: ReactNode;
}>;

/** The first page that further ones follow: when the server draws it anew, so must they be. */
type Loaded = Readonly<{
  after: readonly RowNode[];
  rows: readonly RowNode[];
  nextCursor: string | null;
  failed: boolean;
}>;

/**
 * A table that goes on as one goes down: rows come in pages from the server, and once they are many, only those near the
 * window are in the document. Before scripts run, or without them, it is one page with a link to the next.
 */
export function EndlessRows({ query, first, nextCursor, nextHref, startHref, more, words, ...look }: EndlessRowsProps) {
  const table = useRef<HTMLTableElement>(null);
  const [span, setSpan] = useState<RowSpan | null>(null);
  const begun: Loaded = { after: first, rows: first, nextCursor, failed: false };
  const [loaded, load, loading] = useActionState(loadMore, begun);
  const shown = loaded.after === first ? loaded : begun;

  async function loadMore(last: Loaded): Promise<Loaded> {
    const before = last.after === first ? last : begun;
    if (!more || before.nextCursor === null) return before;
    const [answer]: [ActionState<RowPage>, unknown] = await Promise.all([
      more(null, { query, cursor: before.nextCursor }),
      loadRowWindow(),
    ]);
    if (!answer?.ok) return { ...before, failed: true };
    const { rows, nextCursor: next } = answer.result;
    return { after: first, rows: [...before.rows, ...rows], nextCursor: next, failed: false };
  }

  const goOn = () => startTransition(() => load());
  // The first page is always whole: it prints, it is found by the browser's search, and most days it is all one reads.
  const isLong = shown.rows.length > first.length;
  const near = isLong ? span : null;
  const from = near?.from ?? 0;
  const mayLoad = more !== undefined && shown.nextCursor !== null && !shown.failed;
  return (
    <>
      <BoardKeys rows={shown.rows.length} reveal={(index) => near?.reveal(index)} />
      {isLong ? (
        <Suspense fallback={null}>
          <RowWindow table={table} ids={shown.rows.map((row) => row.id)} onSpan={setSpan} />
        </Suspense>
      ) : null}
      <div className={`[overflow-anchor:none] ${look.wide ? "@4xl:overflow-x-auto" : ""}`}>
        <table
          ref={table}
          className={`block w-full border-collapse text-base @4xl:table @4xl:table-fixed ${look.wide ? "@4xl:min-w-[84rem]" : ""}`}
        >
          {look.children}
          <Gap pixels={near?.before ?? 0} />
          {shown.rows.slice(from, near?.to).map((row, index) => (
            <tbody key={row.id} ref={near?.measure} data-index={from + index} className="board-body">
              {row.node}
            </tbody>
          ))}
          <Gap pixels={near?.after ?? 0} />
        </table>
      </div>
      <RowPages
        label={words.label}
        start={startHref && { href: startHref, text: words.start }}
        next={nextHref && shown.nextCursor !== null ? { href: nextHref, text: words.next } : null}
        onNext={more && goOn}
      >
        {loading
          ? words.loading
          : shown.failed
            ? words.failed
            : words.shown.replace("{count}", String(shown.rows.length))}
      </RowPages>
      {mayLoad ? <NearEnd key={shown.rows.length} onNear={goOn} /> : null}
    </>
  );
}

/** The room of rows that are not in the document. */
function Gap({ pixels }: Readonly<{ pixels: number }>) {
  if (pixels <= 0) return null;
  return (
    <tbody aria-hidden="true" className="block @4xl:table-row-group">
      <tr className="block @4xl:table-row">
        <td className="block p-0 @4xl:table-cell" style={{ height: pixels }} />
      </tr>
    </tbody>
  );
}
