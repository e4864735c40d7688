"use client";

import type { ReactNode } from "react";
import { TextField } from "@/components/ui/text-field";

type NumberFieldProps = Readonly<{
  label: ReactNode;
  hint?: ReactNode;
  initial: number | undefined;
  error?: string | undefined;
  /** NaN while it is empty or no number. */
  onChange: (value: number) => void;
}>;

/** A number as it is typed: what stands in the field is never rewritten under the hands. */
export function NumberField({ label, hint, initial, error, onChange }: NumberFieldProps) {
  return (
    <TextField
      label={label}
      hint={hint}
      error={error && `${error.charAt(0).toUpperCase()}${error.slice(1)}.`}
      type="number"
      step="any"
      defaultValue={initial}
      onChange={(event) => onChange(event.target.valueAsNumber)}
    />
  );
}
