import type { ReactNode } from "react";

export type Tone = "neutral" | "accent" | "good" | "warn" | "bad";

const TONES: Readonly<Record<Tone, string>> = {
  neutral: "bg-sunken text-muted",
  accent: "bg-accent-soft text-accent",
  good: "bg-good-soft text-good",
  warn: "bg-watch-soft text-ink",
  bad: "bg-critical-soft text-critical",
};

/** A short word about a thing: a state, a role, a trait. */
export function Tag({ tone = "neutral", children }: Readonly<{ tone?: Tone; children: ReactNode }>) {
  return (
    <span className={`inline-flex min-h-5 items-center gap-1 rounded-md px-1.5 text-xs font-medium ${TONES[tone]}`}>
      {children}
    </span>
  );
}
