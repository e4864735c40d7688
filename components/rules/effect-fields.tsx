"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { Effect, StepEffect } from "@/lib/scoring/rule-definition";
import { NumberField } from "./number-field";

type EffectFieldsProps<E extends Effect> = Readonly<{
  effect: E;
  faultAt: (path: string) => string | undefined;
  onChange: (effect: Effect) => void;
}>;

/** The points of a rule: a ramp, steps, or all at once. */
export function EffectFields({ effect, faultAt, onChange }: EffectFieldsProps<Effect>) {
  const t = useTranslations("rules.editor");
  const names = effect.type === "ramp" ? (["from", "to", "points"] as const) : (["points"] as const);
  return (
    <fieldset className="grid gap-4 sm:grid-cols-3">
      <legend className="mb-2 text-base font-semibold">{t("effect")}</legend>
      {effect.type === "step" ? (
        <StepFields effect={effect} faultAt={faultAt} onChange={onChange} />
      ) : (
        names.map((name) => (
          <NumberField
            key={name}
            label={t(name)}
            initial={effect.type === "ramp" ? effect[name] : effect.points}
            error={faultAt(`effect.${name}`)}
            onChange={(number) => onChange({ ...effect, [name]: number })}
          />
        ))
      )}
    </fieldset>
  );
}

function StepFields({ effect, faultAt, onChange }: EffectFieldsProps<StepEffect>) {
  const t = useTranslations("rules.editor");
  const { thresholds } = effect;
  // Fields keep what was typed by their key: a step that goes takes its own fields with it.
  const [ids, setIds] = useState(() => thresholds.map((_, at) => at));
  const put = (next: StepEffect["thresholds"]) => onChange({ ...effect, thresholds: next });
  return (
    <div className="grid gap-4 sm:col-span-3">
      {thresholds.map((threshold, at) => (
        <div key={ids[at]} className="grid grid-cols-2 items-end gap-3 sm:grid-cols-[1fr_1fr_auto]">
          {(["from", "points"] as const).map((name) => (
            <NumberField
              key={name}
              label={`${t("step", { number: at + 1 })}: ${t(name)}`}
              initial={threshold[name]}
              error={faultAt(`effect.thresholds[${at}].${name}`)}
              onChange={(number) =>
                put(thresholds.map((one, place) => (place === at ? { ...one, [name]: number } : one)))
              }
            />
          ))}
          <Button
            onClick={() => {
              setIds(ids.filter((_, place) => place !== at));
              put(thresholds.filter((_, place) => place !== at));
            }}
          >
            {t("removeStep", { number: at + 1 })}
          </Button>
        </div>
      ))}
      <div>
        <Button
          onClick={() => {
            setIds([...ids, Math.max(-1, ...ids) + 1]);
            const last = thresholds.at(-1);
            put([...thresholds, { from: (last?.from ?? 0) + 1, points: last?.points ?? 0 }]);
          }}
        >
          {t("addStep")}
        </Button>
      </div>
    </div>
  );
}
