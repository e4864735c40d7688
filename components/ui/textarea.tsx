import type { ComponentProps } from "react";
import { CONTROL_CLASS } from "./control-class";

/** A text of several lines. It needs a label: wrap it in Field, or give it `aria-label`. */
export function Textarea({ className = "", rows = 4, ...rest }: Readonly<ComponentProps<"textarea">>) {
  return <textarea {...rest} rows={rows} className={`${CONTROL_CLASS} py-2 ${className}`} />;
}
