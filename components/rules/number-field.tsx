"use client";

import { type ReactNode, useState } from "react";
import { TextField } from "@/components/ui/text-field";

type NumberFieldProps = Readonly<{
  label: ReactNode;
  hint?: ReactNode;
  value: number | undefined;
  error?: string | undefined;
  /** NaN while it is empty or no number. */
  onChange: (value: number) => void;
}>;

/** A number as it is typed: what stands in the field is rewritten only when another number takes its place. */
export function NumberField({ label, hint, value, error, onChange }: NumberFieldProps) {
  const [text, setText] = useState(() => inDigits(value));
  const shown = text.trim() === "" ? Number.NaN : Number(text);
  const isSame = Object.is(shown, value ?? Number.NaN) || shown === value;
  return (
    <TextField
      label={label}
      hint={hint}
      error={error}
      type="number"
      step="any"
      value={isSame ? text : inDigits(value)}
      onChange={(event) => {
        setText(event.target.value);
        onChange(event.target.valueAsNumber);
      }}
    />
  );
}

function inDigits(value: number | undefined): string {
  return value === undefined || Number.isNaN(value) ? "" : String(value);
}
