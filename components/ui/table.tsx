import type { ComponentProps, ReactNode } from "react";

type TableProps = Readonly<{ caption: ReactNode; children: ReactNode; className?: string }>;

/** A table with hairlines. The caption names it for screen readers; a wide table scrolls inside its own frame. */
export function Table({ caption, children, className = "" }: TableProps) {
  return (
    <section
      className="relative overflow-x-auto"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a frame that scrolls must be reachable by keyboard
      tabIndex={0}
      aria-label={typeof caption === "string" ? caption : undefined}
    >
      <table className={`w-full border-collapse text-start text-base ${className}`}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  );
}

type Align = Readonly<{ align?: "start" | "end" }>;

/** A column or row heading; column unless `scope="row"`. */
export function Th({
  align = "start",
  scope = "col",
  className = "",
  ...rest
}: Align & Omit<ComponentProps<"th">, "align">) {
  const look = scope === "col" ? "text-sm text-muted h-9 border-edge/60 whitespace-nowrap" : "text-ink py-2";
  return (
    <th
      {...rest}
      scope={scope}
      className={`border-b border-line px-3 font-medium first:ps-0 last:pe-0 ${look} ${align === "end" ? "text-end" : "text-start"} ${className}`}
    />
  );
}

/** A cell; numbers stand at the end and line up. */
export function Td({ align = "start", className = "", ...rest }: Align & Omit<ComponentProps<"td">, "align">) {
  return (
    <td
      {...rest}
      className={`border-b border-line px-3 py-2 align-top first:ps-0 last:pe-0 ${align === "end" ? "text-end tabular-nums whitespace-nowrap" : ""} ${className}`}
    />
  );
}
