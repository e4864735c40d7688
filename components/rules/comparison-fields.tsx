"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import { type Comparison, STATE_TESTS, THRESHOLD_TESTS } from "@/lib/scoring/condition";
import { NumberField } from "./number-field";
import { SignalFields } from "./signal-fields";
import type { Studio } from "./studio";

const TESTS = [...THRESHOLD_TESTS, "between", ...STATE_TESTS] as const;

type ComparisonFieldsProps = Readonly<{
  comparison: Comparison;
  path: string;
  studio: Studio;
  onChange: (comparison: Comparison) => void;
}>;

/** One comparison of a condition: a signal, a question, and the number or numbers that it asks for. */
export function ComparisonFields({ comparison, path, studio, onChange }: ComparisonFieldsProps) {
  const t = useTranslations("rules.condition");
  const tests = TESTS.map((value) => ({ value, label: t(`tests.${value}`) }));
  return (
    <div className="grid gap-4">
      <SignalFields
        signal={comparison.signal}
        path={`${path}.signal`}
        studio={studio}
        onChange={(signal) => onChange({ ...comparison, signal })}
      />
      <div className="grid items-start gap-4 sm:grid-cols-3">
        <SelectField
          label={t("test")}
          options={tests}
          value={comparison.is}
          error={studio.faultAt(`${path}.is`)}
          onChange={(event) => {
            const is = TESTS.find((one) => one === event.target.value);
            if (is) onChange(withTest(comparison, is));
          }}
        />
        {"value" in comparison ? (
          <NumberField
            label={t("value")}
            value={comparison.value}
            error={studio.faultAt(`${path}.value`)}
            onChange={(value) => onChange({ ...comparison, value })}
          />
        ) : null}
        {comparison.is === "between"
          ? (["from", "to"] as const).map((end) => (
              <NumberField
                key={end}
                label={t(end)}
                value={comparison[end]}
                error={studio.faultAt(`${path}.${end}`)}
                onChange={(number) => onChange({ ...comparison, [end]: number })}
              />
            ))
          : null}
      </div>
    </div>
  );
}

/** The same signal with another question; a number that was there is kept. */
function withTest(comparison: Comparison, is: (typeof TESTS)[number]): Comparison {
  const { signal } = comparison;
  const number = "value" in comparison ? comparison.value : "from" in comparison ? comparison.from : 1;
  switch (is) {
    case "between":
      return { signal, is, from: number, to: number + 1 };
    case "yes":
    case "no":
    case "known":
    case "missing":
      return { signal, is };
    default:
      return { signal, is, value: number };
  }
}
