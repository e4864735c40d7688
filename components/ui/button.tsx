import type { ComponentProps } from "react";
import { type ButtonSize, type ButtonVariant, buttonClass } from "./button-class";

type ButtonProps = Readonly<ComponentProps<"button"> & { variant?: ButtonVariant; size?: ButtonSize }>;

/** A button; secondary and not submitting unless told otherwise. */
export function Button({ variant, size, type = "button", className = "", ...rest }: ButtonProps) {
  return <button {...rest} type={type} className={`${buttonClass(variant, size)} ${className}`} />;
}
