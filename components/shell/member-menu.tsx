import { ChevronsUpDown, LogOut } from "lucide-react";
import type { ReactNode } from "react";

type MemberMenuProps = Readonly<{
  name: string;
  role: string;
  label: string;
  signOut: string;
  /** Choices of one's own, such as the theme. */
  children: ReactNode;
}>;

/** Who is signed in, and what is theirs. A native popover: it opens, closes and signs out without JavaScript. */
export function MemberMenu({ name, role, label, signOut, children }: MemberMenuProps) {
  return (
    <div className="no-print lg:mt-auto">
      <button
        type="button"
        popoverTarget="member-menu"
        aria-label={label}
        className="flex h-10 items-center gap-2.5 rounded-md px-2 text-start transition-colors hover:bg-sunken lg:h-12 lg:w-full"
      >
        <span
          aria-hidden
          className="grid size-7 shrink-0 place-items-center rounded-full bg-sunken text-xs font-semibold text-muted"
        >
          {initials(name)}
        </span>
        <span className="hidden min-w-0 flex-1 lg:grid">
          <span className="truncate text-sm font-medium text-ink">{name}</span>
          <span className="truncate text-xs text-faint">{role}</span>
        </span>
        <ChevronsUpDown aria-hidden className="hidden size-4 text-faint lg:block" />
      </button>
      <div
        id="member-menu"
        popover="auto"
        className="fixed inset-auto top-14 end-3 m-0 w-60 gap-3 rounded-md border border-line bg-raised p-3 text-ink shadow-float open:grid lg:top-auto lg:end-auto lg:bottom-16 lg:start-3"
      >
        <div className="grid px-1">
          <span className="truncate text-sm font-medium">{name}</span>
          <span className="text-xs text-faint">{role}</span>
        </div>
        {children}
        <form method="post" action="/sign-out" className="border-t border-line pt-2">
          <button
            type="submit"
            className="flex h-9 w-full items-center gap-2 rounded-md px-2 text-base text-ink transition-colors hover:bg-sunken"
          >
            <LogOut aria-hidden className="size-4 text-faint" />
            {signOut}
          </button>
        </form>
      </div>
    </div>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/u);
  const first = [...(words[0] ?? "")][0] ?? "";
  const last = words.length > 1 ? ([...(words.at(-1) ?? "")][0] ?? "") : "";
  return (first + last).toUpperCase();
}
