"use client";

import { useRouter } from "next/navigation";
import { type FormEvent, type ReactNode, useTransition } from "react";

/** A GET form whose repeated fields become one list in the address, without a reload where scripts run. */
export function LookForm({ children }: Readonly<{ children: ReactNode }>) {
  const router = useRouter();
  const [pending, startTransition] = useTransition();

  function show(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const query = new URLSearchParams();
    for (const name of new Set(form.keys())) query.set(name, form.getAll(name).join(","));
    event.currentTarget.closest<HTMLElement>("[popover]")?.hidePopover();
    startTransition(() => router.push(`/risk?${query}`, { scroll: false }));
  }
  return (
    <form action="/risk" onSubmit={show} data-pending={pending || undefined} className="grid gap-4">
      {children}
    </form>
  );
}
