"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { customerPath } from "@/components/risk/customer-path";
import { FloatingDialog } from "@/components/ui/floating-dialog";

/** A page to go to, and the letter that goes there after `g`. */
export type Place = Readonly<{ href: string; label: string; key?: string }>;

export type PaletteWords = Readonly<
  Record<"title" | "placeholder" | "customers" | "pages" | "actions" | "none" | "searching" | "failed" | "help", string>
>;

type Found = Readonly<{ externalId: string; name: string; risk: number }>;

type CommandPaletteProps = Readonly<{
  places: readonly Place[];
  words: PaletteWords;
  onClose: () => void;
  onHelp: () => void;
}>;

const MOST_FOUND = 8;
/** People type a letter every 100 ms or so: a search for each would be thrown away. */
const PAUSE_MS = 150;

/** Goes to a customer, a page or an action by a few letters. */
export function CommandPalette({ places, words, onClose, onHelp }: CommandPaletteProps) {
  const router = useRouter();
  const [text, setText] = useState("");
  const { found, state } = useCustomers(text.trim());
  const [early, setEarly] = useState<string | null>(null);
  function go(href: string) {
    onClose();
    router.push(href);
  }
  const wanted = text.trim().toLowerCase();
  const pages = places.filter((place) => place.label.toLowerCase().includes(wanted));
  const helps = words.help.toLowerCase().includes(wanted);
  const isEmpty = found.length + pages.length === 0 && !helps;
  const first = early === text && state === "done" ? found[0] : undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes once, when who was asked for is there
  useEffect(() => {
    if (first) go(customerPath(first.externalId));
  }, [first]);
  return (
    <FloatingDialog title={words.title} onClose={onClose}>
      <Command
        shouldFilter={false}
        label={words.title}
        // It would be the first that can have the focus, and the dialog would give it that rather than the field.
        tabIndex={undefined}
        // Enter before anything is there to be opened is meant for the first that will be.
        onKeyDown={(event) => (event.key === "Enter" && isEmpty ? setEarly(text) : undefined)}
        className="grid min-h-0 gap-2"
      >
        <Command.Input
          value={text}
          onValueChange={setText}
          placeholder={words.placeholder}
          aria-label={words.placeholder}
          className="h-10 w-full rounded-md border border-edge bg-raised px-3 text-base text-ink placeholder:text-faint"
        />
        <Command.List className="max-h-[50dvh] overflow-y-auto">
          {found.length > 0 ? (
            <Command.Group heading={words.customers} className={GROUP}>
              {found.map((customer) => (
                <Command.Item
                  key={customer.externalId}
                  value={`customer ${customer.externalId}`}
                  onSelect={() => go(customerPath(customer.externalId))}
                  className={ITEM}
                >
                  <bdi className="min-w-0 flex-1 truncate">{customer.name}</bdi>
                  <span className="text-xs text-faint">{customer.externalId}</span>
                </Command.Item>
              ))}
            </Command.Group>
          ) : null}
          {pages.length > 0 ? (
            <Command.Group heading={words.pages} className={GROUP}>
              {pages.map((place) => (
                <Command.Item
                  key={place.href}
                  value={`page ${place.href}`}
                  onSelect={() => go(place.href)}
                  className={ITEM}
                >
                  <span className="flex-1">{place.label}</span>
                  {place.key ? <kbd className="text-xs text-faint">g {place.key}</kbd> : null}
                </Command.Item>
              ))}
            </Command.Group>
          ) : null}
          {helps ? (
            <Command.Group heading={words.actions} className={GROUP}>
              <Command.Item value="action help" onSelect={onHelp} className={ITEM}>
                <span className="flex-1">{words.help}</span>
                <kbd className="text-xs text-faint">?</kbd>
              </Command.Item>
            </Command.Group>
          ) : null}
        </Command.List>
        <p role="status" className="px-2 text-sm text-muted empty:hidden">
          {state === "failed" ? words.failed : state === "asking" ? words.searching : isEmpty ? words.none : ""}
        </p>
      </Command>
    </FloatingDialog>
  );
}

const GROUP = "text-xs text-faint [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1.5";
const ITEM = "flex h-9 cursor-pointer items-center gap-3 rounded-md px-2 text-base text-ink aria-selected:bg-sunken";

/** Customers whose name or id has the text; an answer that comes after another letter is not shown. */
function useCustomers(text: string) {
  const [answer, setAnswer] = useState<Readonly<{ text: string; found: readonly Found[] | null }>>({
    text: "",
    found: [],
  });
  useEffect(() => {
    if (text === "") return;
    const stop = new AbortController();
    const timer = setTimeout(async () => {
      try {
        const query = new URLSearchParams({ q: text, limit: String(MOST_FOUND) });
        const response = await fetch(`/api/v1/customers?${query}`, { signal: stop.signal });
        if (!response.ok) throw new Error(String(response.status));
        const { items } = (await response.json()) as { items: readonly Found[] };
        setAnswer({ text, found: items });
      } catch {
        if (!stop.signal.aborted) setAnswer({ text, found: null });
      }
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }, [text]);
  if (text === "") return { found: [], state: "done" } as const;
  if (answer.text !== text) return { found: (answer.found ?? []).filter(fits(text)), state: "asking" } as const;
  return answer.found === null
    ? ({ found: [], state: "failed" } as const)
    : ({ found: answer.found, state: "done" } as const);
}

/** Of those found by earlier letters, the ones that are still meant: nobody else may be opened by Enter. */
function fits(text: string) {
  const wanted = text.toLowerCase();
  return ({ name, externalId }: Found) =>
    name.toLowerCase().includes(wanted) || externalId.toLowerCase().includes(wanted);
}
