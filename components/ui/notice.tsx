import { CircleAlert, CircleCheck, Info, TriangleAlert } from "lucide-react";
import type { ReactNode } from "react";

type NoticeTone = "info" | "good" | "warn" | "bad";

const LOOKS = {
  info: { icon: Info, box: "border-line bg-sunken", mark: "text-accent" },
  good: { icon: CircleCheck, box: "border-good/40 bg-good-soft", mark: "text-good" },
  warn: { icon: TriangleAlert, box: "border-watch/40 bg-watch-soft", mark: "text-watch" },
  bad: { icon: CircleAlert, box: "border-critical/40 bg-critical-soft", mark: "text-critical" },
} as const;

type NoticeProps = Readonly<{
  tone?: NoticeTone;
  title?: ReactNode;
  children?: ReactNode;
  /** Announce it when it appears: "alert" for what went wrong, "status" for what went well. */
  role?: "alert" | "status";
}>;

/** What happened, what is safe, what to do. */
export function Notice({ tone = "info", title, children, role }: NoticeProps) {
  const look = LOOKS[tone];
  const Icon = look.icon;
  return (
    <div role={role} className={`grid grid-cols-[auto_1fr] gap-x-3 rounded-md border px-4 py-3 ${look.box}`}>
      <Icon aria-hidden className={`mt-0.5 size-4 ${look.mark}`} />
      <div className="grid min-w-0 gap-1 text-base text-ink">
        {title ? <p className="font-semibold">{title}</p> : null}
        {children ? <div className="measure">{children}</div> : null}
      </div>
    </div>
  );
}
