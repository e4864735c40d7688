"use client";

import { Check, Copy } from "lucide-react";
import { useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

type CopyFieldProps = Readonly<{ label: string; hint: string; value: string; copy: string; copied: string }>;

/** A secret that is shown once, ready to be copied. Without JavaScript it can be selected by hand. */
export function CopyField({ label, hint, value, copy, copied }: CopyFieldProps) {
  const id = useId();
  const [done, setDone] = useState(false);
  return (
    <Field id={id} label={label} hint={hint}>
      <div className="flex gap-2">
        <Input id={id} readOnly value={value} aria-describedby={`${id}-hint`} className="font-mono" />
        <Button onClick={() => navigator.clipboard.writeText(value).then(() => setDone(true))}>
          {done ? <Check aria-hidden className="size-4" /> : <Copy aria-hidden className="size-4" />}
          <span aria-live="polite">{done ? copied : copy}</span>
        </Button>
      </div>
    </Field>
  );
}
