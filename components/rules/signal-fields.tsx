"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import { blankSignal, SIGNAL_KINDS } from "@/lib/scoring/rules/blank-signal";
import type { KindFilter, SignalSpec } from "@/lib/scoring/signal-spec";
import { FilterFields } from "./filter-fields";
import { MonthFields } from "./month-fields";
import { NumberField } from "./number-field";
import type { Studio } from "./studio";
import { TraitFields } from "./trait-fields";

/** The parts of all signals by what they are; each signal shows those that it has. */
const FILTERS = ["filter", "first", "next", "closedBy"] as const;
const CHOICES = {
  field: ["value", "sentiment"],
  statistic: ["latest", "mean", "minimum"],
  measure: ["count", "value"],
  unit: ["bits", "probability", "log-odds"],
} as const;
const UNITS_OF_SILENCE: readonly string[] = ["bits", "probability"];
const UNITS_OF_NO_PURCHASE: readonly string[] = ["probability", "log-odds"];
const NUMBERS = [
  ...(["windowDays", "halfLifeDays", "regularity", "priorGapDays", "priorGaps", "recentDays", "baselineDays"] as const),
  ...(["shrinkage", "graceDays", "withinDays", "aheadDays", "r", "alpha", "a", "b"] as const),
];

type SignalFieldsProps = Readonly<{
  signal: SignalSpec;
  /** Where it stands, for its faults: `signal`, or `when.all[0].signal`. */
  path: string;
  studio: Studio;
  onChange: (signal: SignalSpec) => void;
}>;

/** Which number is looked at: its type, the touchpoints that count, windows, half-lives and everything else of it. */
export function SignalFields({ signal, path, studio, onChange }: SignalFieldsProps) {
  const t = useTranslations("rules.editor");
  const names = useTranslations("rules.signals");
  const parts: Readonly<Record<string, unknown>> = { ...signal };
  const change = (part: object) => onChange({ ...signal, ...part } as SignalSpec);
  const has = (name: string) => Object.hasOwn(parts, name);
  const types = SIGNAL_KINDS.map((value) => ({ value, label: names(value) }));
  return (
    <div className="grid gap-4">
      <SelectField
        label={t("signalType")}
        options={types}
        value={signal.type}
        onChange={(event) => {
          const type = SIGNAL_KINDS.find((one) => one === event.target.value);
          if (type) onChange(blankSignal(type, signal));
        }}
      />
      {FILTERS.filter(has).map((name) => (
        <FilterFields
          key={name}
          legend={t(`filters.${name}`)}
          filter={parts[name] as KindFilter}
          path={`${path}.${name}`}
          studio={studio}
          onChange={(filter) => change({ [name]: filter })}
        />
      ))}
      <div className="grid items-start gap-4 empty:hidden sm:grid-cols-2">
        {(Object.keys(CHOICES) as (keyof typeof CHOICES)[]).filter(has).map((name) => (
          <SelectField
            key={name}
            label={t(`choices.${name}`)}
            options={CHOICES[name]
              .filter((value) => name !== "unit" || unitsOf(signal).includes(value))
              .map((value) => ({ value, label: t(`choice.${value}`) }))}
            value={String(parts[name])}
            onChange={(event) => change({ [name]: event.target.value })}
          />
        ))}
        {NUMBERS.filter((name) => has(name) || (name === "halfLifeDays" && signal.type === "decayed-sum")).map(
          (name) => (
            <NumberField
              key={name}
              label={t(`numbers.${name}`)}
              hint={name === "halfLifeDays" ? t("halfLifeHint") : undefined}
              value={parts[name] as number | undefined}
              error={studio.faultAt(`${path}.${name}`)}
              onChange={(number) => {
                const isLeftOut = name === "halfLifeDays" && Number.isNaN(number);
                change({ [name]: isLeftOut ? undefined : number });
              }}
            />
          ),
        )}
      </div>
      {signal.type === "season" ? (
        <MonthFields
          months={signal.months}
          error={studio.faultAt(`${path}.months`)}
          onChange={(months) => change({ months })}
        />
      ) : null}
      {signal.type === "trait-number" || signal.type === "trait-is" ? (
        <TraitFields signal={signal} path={path} studio={studio} onChange={onChange} />
      ) : null}
    </div>
  );
}

function unitsOf({ type }: SignalSpec): readonly string[] {
  return type === "no-purchase" ? UNITS_OF_NO_PURCHASE : UNITS_OF_SILENCE;
}
