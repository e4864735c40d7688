"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import type { RuleException } from "@/lib/scoring/rule-definition";
import { BLANK_COMPARISON } from "@/lib/scoring/rules/blank-rule";
import { ConditionFields } from "./condition-fields";
import { NumberField } from "./number-field";
import type { Studio } from "./studio";

type ExceptionFieldsProps = Readonly<{
  exceptions: readonly RuleException[];
  studio: Studio;
  /** Undefined: no exception is left. */
  onChange: (exceptions: readonly RuleException[] | undefined) => void;
}>;

/** For whom a rule's points count less, more, or not at all; the first exception that holds counts. */
export function ExceptionFields({ exceptions, studio, onChange }: ExceptionFieldsProps) {
  const t = useTranslations("rules.exceptions");
  const put = (next: readonly RuleException[]) => onChange(next.length === 0 ? undefined : next);
  const replace = (at: number, next: RuleException) => put(exceptions.map((one, place) => (place === at ? next : one)));
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-1 text-base font-semibold">{t("title")}</legend>
      <p className="text-sm text-muted">{t("lead")}</p>
      {studio.faultAt("except") ? (
        <p className="text-sm font-medium text-critical">{studio.faultAt("except")}</p>
      ) : null}
      {exceptions.map((exception, at) => (
        <div key={at} className="grid gap-4 border-t border-line pt-4">
          <ConditionFields
            legend={t("exception", { number: at + 1 })}
            condition={exception.when}
            path={`except[${at}].when`}
            studio={studio}
            onChange={(when) => replace(at, { ...exception, when })}
            onRemove={() => put(exceptions.filter((_, place) => place !== at))}
          />
          <div className="max-w-72">
            <NumberField
              label={t("times", { number: at + 1 })}
              hint={t("timesHint")}
              value={exception.times ?? 0}
              error={studio.faultAt(`except[${at}].times`)}
              onChange={(times) => replace(at, { ...exception, times })}
            />
          </div>
        </div>
      ))}
      <div>
        <Button size="sm" onClick={() => put([...exceptions, { when: BLANK_COMPARISON, times: 0 }])}>
          {t("add")}
        </Button>
      </div>
    </fieldset>
  );
}
