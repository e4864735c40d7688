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
      <table className={`sheet w-full border-collapse text-start text-base ${className}`}>
        <caption className="sr-only">{caption}</caption>
        {children}
      </table>
    </section>
  );
}

type Align = Readonly<{ align?: "start" | "end" }>;

/** A column or row heading; column unless `scope="row"`. */
export function Th({ align, scope = "col", className, ...rest }: Align & Omit<ComponentProps<"th">, "align">) {
  return <th {...rest} scope={scope} className={look(align, className)} />;
}

/** A cell; numbers stand at the end and line up. */
export function Td({ align, className, ...rest }: Align & Omit<ComponentProps<"td">, "align">) {
  return <td {...rest} className={look(align, className)} />;
}

/** Most cells need no class of their own: a table says how its cells look (table.css). */
function look(align: Align["align"], className: string | undefined): string | undefined {
  return align === "end" ? `sheet-end ${className ?? ""}` : className;
}
