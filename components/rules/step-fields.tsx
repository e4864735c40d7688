"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { StepEffect } from "@/lib/scoring/rule-definition";
import { NumberField } from "./number-field";
import type { Studio } from "./studio";

type StepFieldsProps = Readonly<{ effect: StepEffect; studio: Studio; onChange: (effect: StepEffect) => void }>;

/** The thresholds of steps and what each gives. */
export function StepFields({ effect, studio, onChange }: StepFieldsProps) {
  const t = useTranslations("rules.editor");
  const { thresholds } = effect;
  const put = (next: StepEffect["thresholds"]) => onChange({ ...effect, thresholds: next });
  const fault = studio.faultAt("effect.thresholds");
  return (
    <div className="grid gap-4">
      {fault ? <p className="text-sm font-medium text-critical">{fault}</p> : null}
      {thresholds.map((threshold, at) => (
        <div key={at} className="grid grid-cols-2 items-end gap-3 sm:grid-cols-[1fr_1fr_auto]">
          {(["from", "points"] as const).map((name) => (
            <NumberField
              key={name}
              label={`${t("step", { number: at + 1 })}: ${t(name)}`}
              value={threshold[name]}
              error={studio.faultAt(`effect.thresholds[${at}].${name}`)}
              onChange={(number) =>
                put(thresholds.map((one, place) => (place === at ? { ...one, [name]: number } : one)))
              }
            />
          ))}
          <Button onClick={() => put(thresholds.filter((_, place) => place !== at))}>
            {t("removeStep", { number: at + 1 })}
          </Button>
        </div>
      ))}
      <div>
        <Button
          onClick={() => {
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
