"use client";

import { useRouter } from "next/navigation";
import { type ComponentProps, type FormEvent, useEffect, useRef, useTransition } from "react";

type SearchFormProps = Readonly<
  Omit<ComponentProps<"form">, "action" | "method" | "onSubmit"> & {
    action: string;
    /** What is asked now: when it changes by a link, the inputs follow. */
    asked: string;
  }
>;

/** A form that asks by its address: a plain GET form, without a reload where JavaScript runs. */
export function SearchForm({ action, asked, ...rest }: SearchFormProps) {
  const router = useRouter();
  const form = useRef<HTMLFormElement>(null);
  const [pending, startTransition] = useTransition();

  // Inputs that were typed into keep their text when their default changes: the DOM has to be told. Unlike a new key
  // on the form, this leaves the focus where it is. Not at the beginning: what somebody chose before the scripts ran stays.
  const shown = useRef(asked);
  useEffect(() => {
    if (shown.current === asked) return;
    shown.current = asked;
    form.current?.reset();
  }, [asked]);

  function ask(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const query = new URLSearchParams();
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (typeof value === "string" && value !== "") query.set(name, value);
    }
    startTransition(() => router.push(`${action}?${query}`));
  }
  return <form {...rest} ref={form} action={action} onSubmit={ask} data-pending={pending || undefined} />;
}
