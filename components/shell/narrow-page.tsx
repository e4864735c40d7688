import type { ReactNode } from "react";
import { BrandMark } from "./brand-mark";

type NarrowPageProps = Readonly<{ title: ReactNode; lead?: ReactNode; children: ReactNode; footer?: ReactNode }>;

/** A page outside the dashboard with one thing to do: signing in, setting up, accepting an invitation. */
export function NarrowPage({ title, lead, children, footer }: NarrowPageProps) {
  return (
    <main className="grid min-h-dvh content-start gap-8 px-5 py-10 sm:px-10 sm:py-16 lg:ps-[max(2.5rem,18vw)]">
      <div className="flex items-center gap-2.5">
        <BrandMark className="size-8" />
        <span className="story text-xl font-semibold">Rekindle</span>
      </div>
      <div className="grid max-w-md gap-6 wrap-anywhere">
        <div className="grid gap-2">
          <h1 className="story text-2xl font-semibold">{title}</h1>
          {lead ? <div className="text-base text-muted">{lead}</div> : null}
        </div>
        {children}
      </div>
      {footer ? <footer className="w-56">{footer}</footer> : null}
    </main>
  );
}
