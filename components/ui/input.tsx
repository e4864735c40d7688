import type { ComponentProps } from "react";
import { CONTROL_CLASS } from "./control-class";

/** A one-line input. It needs a label: use TextField, or give it `aria-label`. */
export function Input({ className = "", ...rest }: Readonly<ComponentProps<"input">>) {
  const isWritten = rest.type === undefined || rest.type === "text" || rest.type === "search";
  return <input dir={isWritten ? "auto" : undefined} {...rest} className={`${CONTROL_CLASS} h-9 ${className}`} />;
}
