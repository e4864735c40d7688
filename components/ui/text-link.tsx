import Link from "next/link";
import type { ComponentProps } from "react";

/** A link in running text or in a list. */
export function TextLink({ className = "", ...rest }: Readonly<ComponentProps<typeof Link>>) {
  return (
    <Link
      prefetch={false}
      {...rest}
      className={`text-accent underline decoration-accent/35 underline-offset-3 transition-colors hover:decoration-accent ${className}`}
    />
  );
}
