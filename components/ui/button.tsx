import type { ComponentProps, MouseEvent } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";

type ButtonProps = Readonly<
  ComponentProps<"button"> & {
    variant?: ButtonVariant;
    size?: ButtonSize;
    /** What it does is under way: another press does nothing, and the focus stays, which a disabled button would lose. */
    busy?: boolean;
  }
>;

/** A button; secondary and not submitting unless told otherwise. */
export function Button({ variant, size, type = "button", className = "", busy = false, ...rest }: ButtonProps) {
  const idle = busy ? { "aria-disabled": true, "aria-busy": true, onClick: refuse } : {};
  return <button {...rest} {...idle} type={type} className={`${buttonClass(variant, size)} ${className}`} />;
}

function refuse(event: MouseEvent): void {
  event.preventDefault();
}
