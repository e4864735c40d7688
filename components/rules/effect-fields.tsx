"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import type { Effect } from "@/lib/scoring/rule-definition";
import { EffectPlot } from "./effect-plot";
import { NumberField } from "./number-field";
import { StepFields } from "./step-fields";
import type { Studio } from "./studio";

const TYPES = ["step", "ramp", "points"] as const;

type EffectFieldsProps = Readonly<{
  effect: Effect;
  studio: Studio;
  onType: (type: Effect["type"]) => void;
  onChange: (effect: Effect) => void;
}>;

/** The points of a rule: a ramp, steps, or all at once, with a picture of what they give. */
export function EffectFields({ effect, studio, onType, onChange }: EffectFieldsProps) {
  const t = useTranslations("rules.editor");
  const types = TYPES.map((value) => ({ value, label: t(`effects.${value}`) }));
  const names = effect.type === "ramp" ? (["from", "to", "points"] as const) : (["points"] as const);
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-2 text-base font-semibold">{t("effect")}</legend>
      <SelectField
        label={t("effectType")}
        options={types}
        value={effect.type}
        onChange={(event) => {
          const type = TYPES.find((one) => one === event.target.value);
          if (type) onType(type);
        }}
      />
      {effect.type === "step" ? (
        <StepFields effect={effect} studio={studio} onChange={onChange} />
      ) : (
        <div className="grid items-start gap-4 sm:grid-cols-3">
          {names.map((name) => (
            <NumberField
              key={name}
              label={t(name)}
              value={effect.type === "ramp" ? effect[name] : effect.points}
              error={studio.faultAt(`effect.${name}`)}
              onChange={(number) => onChange({ ...effect, [name]: number })}
            />
          ))}
        </div>
      )}
      {effect.type === "points" ? null : <EffectPlot effect={effect} />}
    </fieldset>
  );
}
