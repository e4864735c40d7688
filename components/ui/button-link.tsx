import Link from "next/link";
import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";
import { PendingMark } from "./pending-mark";

type ButtonLinkProps = Readonly<ComponentProps<typeof Link> & { variant?: ButtonVariant; size?: ButtonSize }>;

/** A link that looks like a button: it goes somewhere. */
export function ButtonLink({ variant, size, className = "", children, ...rest }: ButtonLinkProps) {
  return (
    <Link {...rest} className={`${buttonClass(variant, size)} ${className}`}>
      {children}
      <PendingMark />
    </Link>
  );
}
