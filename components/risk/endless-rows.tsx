"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import Link from "next/link";
import { type ReactNode, startTransition, useActionState, useEffect, useRef, useState } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import type { ActionState, ServerAction } from "@/lib/http/action-state";
import { BoardKeys } from "./board-keys";

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

const ROW_PIXELS = 52;
const OVERSCAN_ROWS = 15;
/** So far above the end of what is there, more is asked for. */
const AHEAD_PIXELS = 900;

/** The first page that further ones follow: when the server draws it anew, so must they be. */
type Loaded = Readonly<{
  after: readonly RowNode[];
  rows: readonly RowNode[];
  nextCursor: string | null;
  failed: boolean;
}>;

/**
 * A table that goes on as one goes down: rows come in pages from the server, and only those near the window are in the
 * document. Before scripts run, or without them, it is one page with a link to the next.
 */
export function EndlessRows({
  query,
  first,
  nextCursor,
  nextHref,
  startHref,
  more,
  words,
  wide,
  children,
}: EndlessRowsProps) {
  "use no memo";
  const table = useRef<HTMLTableElement>(null);
  const [top, setTop] = useState<number | null>(null);
  const begun: Loaded = { after: first, rows: first, nextCursor, failed: false };
  const [loaded, load, loading] = useActionState(loadMore, begun);
  const shown = loaded.after === first ? loaded : begun;
  useEffect(() => setTop(table.current ? table.current.getBoundingClientRect().top + window.scrollY : 0), []);

  async function loadMore(last: Loaded): Promise<Loaded> {
    const before = last.after === first ? last : begun;
    if (!more || before.nextCursor === null) return before;
    const answer: ActionState<RowPage> = await more(null, { query, cursor: before.nextCursor });
    if (!answer?.ok) return { ...before, failed: true };
    const { rows, nextCursor: next } = answer.result;
    return { after: first, rows: [...before.rows, ...rows], nextCursor: next, failed: false };
  }

  const virtualizer = useWindowVirtualizer({
    count: shown.rows.length,
    estimateSize: () => ROW_PIXELS,
    overscan: OVERSCAN_ROWS,
    scrollMargin: top ?? 0,
    getItemKey: (index) => shown.rows[index]?.id ?? index,
  });
  // Rows that turn out lower than thought must not move the page while somebody scrolls: that would end the scrolling.
  virtualizer.shouldAdjustScrollPositionOnItemSizeChange = (_row, _pixels, { isScrolling }) => !isScrolling;
  // The first page is always whole: it prints, it is found by the browser's search, and most days it is all one reads.
  const isLong = top !== null && shown.rows.length > first.length;
  const items = isLong ? virtualizer.getVirtualItems() : null;
  const before = items?.[0] ? items[0].start - virtualizer.options.scrollMargin : 0;
  const last = items?.at(-1);
  const after = last ? virtualizer.getTotalSize() - (last.end - virtualizer.options.scrollMargin) : 0;
  const mayLoad = more !== undefined && shown.nextCursor !== null && !shown.failed;
  return (
    <>
      <BoardKeys rows={shown.rows.length} reveal={(index) => virtualizer.scrollToIndex(index, { align: "auto" })} />
      <div className={`[overflow-anchor:none] ${wide ? "@4xl:overflow-x-auto" : ""}`}>
        <table
          ref={table}
          className={`block w-full border-collapse text-base @4xl:table @4xl:table-fixed ${wide ? "@4xl:min-w-[84rem]" : ""}`}
        >
          {children}
          <Gap pixels={before} />
          {items
            ? items.map((item) => (
                <tbody key={item.key} ref={virtualizer.measureElement} data-index={item.index} className={BODY}>
                  {shown.rows[item.index]?.node}
                </tbody>
              ))
            : shown.rows.map((row, index) => (
                <tbody key={row.id} data-index={index} className={BODY}>
                  {row.node}
                </tbody>
              ))}
          <Gap pixels={after} />
        </table>
      </div>
      <nav aria-label={words.label} className="no-print flex flex-wrap items-center justify-between gap-3 pt-4">
        <span className="text-sm text-faint" role="status">
          {loading
            ? words.loading
            : shown.failed
              ? words.failed
              : words.shown.replace("{count}", String(shown.rows.length))}
        </span>
        <span className="flex gap-2">
          {startHref ? (
            <ButtonLink size="sm" href={startHref}>
              {words.start}
            </ButtonLink>
          ) : null}
          {nextHref && shown.nextCursor !== null ? (
            <Link
              href={nextHref}
              prefetch={false}
              onClick={(event) => {
                if (!more || event.metaKey || event.ctrlKey || event.shiftKey) return;
                event.preventDefault();
                startTransition(() => load());
              }}
              className={NEXT}
            >
              {words.next}
            </Link>
          ) : null}
        </span>
      </nav>
      {mayLoad && top !== null ? <Ahead key={shown.rows.length} onNear={() => startTransition(() => load())} /> : null}
    </>
  );
}

const BODY = "block @4xl:table-row-group";
const NEXT =
  "inline-flex h-8 items-center rounded-md border border-edge bg-raised px-2.5 text-sm font-medium text-ink no-underline hover:bg-sunken";

/** The room of rows that are not in the document. */
function Gap({ pixels }: Readonly<{ pixels: number }>) {
  if (pixels <= 0) return null;
  return (
    <tbody aria-hidden="true" className={BODY}>
      <tr className="block @4xl:table-row">
        <td className="block p-0 @4xl:table-cell" style={{ height: pixels }} />
      </tr>
    </tbody>
  );
}

/** Tells once when a person who scrolls comes near. */
function Ahead({ onNear }: Readonly<{ onNear: () => void }>) {
  const mark = useRef<HTMLDivElement>(null);
  const tell = useRef(onNear);
  useEffect(() => {
    const element = mark.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      ([entry]) => {
        if (!entry?.isIntersecting || window.scrollY === 0) return;
        observer.disconnect();
        tell.current();
      },
      { rootMargin: `0px 0px ${AHEAD_PIXELS}px 0px` },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return <div ref={mark} aria-hidden="true" className="h-px" />;
}
