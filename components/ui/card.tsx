import type { ReactNode } from "react";

/** The one level of card: a raised sheet with a hairline. Never a card in a card. */
export function Card({ children, className = "" }: Readonly<{ children: ReactNode; className?: string }>) {
  return <div className={`rounded-md border border-line bg-raised p-4 sm:p-5 ${className}`}>{children}</div>;
}
