"use client";

import { useTranslations } from "next-intl";
import type { SignalSpec } from "@/lib/scoring/signal-spec";
import { NumberField } from "./number-field";

const NUMBERS = [
  ...["windowDays", "halfLifeDays", "regularity", "priorGapDays", "priorGaps", "recentDays", "baselineDays"],
  ...["shrinkage", "graceDays", "withinDays", "aheadDays", "r", "alpha", "a", "b"],
];

type SignalFieldsProps = Readonly<{
  signal: SignalSpec;
  faultAt: (path: string) => string | undefined;
  onChange: (signal: SignalSpec) => void;
}>;

/** The windows, half-lives and other numbers of a signal. */
export function SignalFields({ signal, faultAt, onChange }: SignalFieldsProps) {
  const t = useTranslations("rules.editor");
  const numbers = Object.entries(signal).filter(([name]) => NUMBERS.includes(name));
  if (numbers.length === 0) return null;
  return (
    <fieldset className="grid gap-4 sm:grid-cols-2">
      <legend className="mb-2 text-base font-semibold">{t("signal")}</legend>
      {numbers.map(([name, value]) => (
        <NumberField
          key={name}
          label={t(`numbers.${name as "windowDays"}`)}
          initial={value as number}
          error={faultAt(`signal.${name}`)}
          onChange={(number) => onChange({ ...signal, [name]: number } as SignalSpec)}
        />
      ))}
    </fieldset>
  );
}
