"use client";

import type { ReactNode } from "react";
import { useFormStatus } from "react-dom";
import { Button } from "./button";
import type { ButtonSize, ButtonVariant } from "./button-class";

type SubmitButtonProps = Readonly<{
  children: ReactNode;
  /** What it says while the form is being sent. */
  pending?: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  name?: string;
  value?: string;
  disabled?: boolean;
}>;

/** Sends the form it stands in, and says so while that lasts. */
export function SubmitButton({ children, pending, variant = "primary", disabled, ...rest }: SubmitButtonProps) {
  const status = useFormStatus();
  return (
    <Button {...rest} type="submit" variant={variant} disabled={disabled} busy={status.pending}>
      {status.pending ? (pending ?? children) : children}
    </Button>
  );
}
