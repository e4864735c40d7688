"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { TextField } from "@/components/ui/text-field";
import type { SignalSpec, TraitIsSpec, TraitNumberSpec } from "@/lib/scoring/signal-spec";
import type { Studio } from "./studio";

type TraitFieldsProps = Readonly<{
  signal: TraitIsSpec | TraitNumberSpec;
  path: string;
  studio: Studio;
  onChange: (signal: SignalSpec) => void;
}>;

/** A trait by its name, and the texts that it may be. */
export function TraitFields({ signal, path, studio, onChange }: TraitFieldsProps) {
  const t = useTranslations("rules.editor");
  const oneOf = signal.type === "trait-is" ? signal.oneOf : [];
  const [typed, setTyped] = useState(oneOf.join(", "));
  const isSame = listOf(typed).join("\n") === oneOf.join("\n");
  return (
    <div className="grid items-start gap-4 sm:grid-cols-2">
      <TextField
        label={t("trait")}
        maxLength={100}
        value={signal.trait}
        error={studio.faultAt(`${path}.trait`)}
        onChange={(event) => onChange({ ...signal, trait: event.target.value })}
      />
      {signal.type === "trait-is" ? (
        <TextField
          label={t("oneOf")}
          hint={t("oneOfHint")}
          value={isSame ? typed : oneOf.join(", ")}
          error={studio.faultAt(`${path}.oneOf`)}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange({ ...signal, oneOf: listOf(event.target.value) });
          }}
        />
      ) : null}
    </div>
  );
}

function listOf(text: string): string[] {
  return text
    .split(",")
    .map((one) => one.trim())
    .filter((one) => one !== "");
}
