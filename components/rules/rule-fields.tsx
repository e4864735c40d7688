"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { CheckField } from "@/components/ui/check-field";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { CATEGORIES } from "@/lib/kinds/categories";
import { MISSING_POLICIES, type RuleDefinition, type RuleGroup } from "@/lib/scoring/rule-definition";
import { BLANK_COMPARISON, withEffectType } from "@/lib/scoring/rules/blank-rule";
import { ConditionFields } from "./condition-fields";
import { EffectFields } from "./effect-fields";
import { ExceptionFields } from "./exception-fields";
import { NumberField } from "./number-field";
import { SignalFields } from "./signal-fields";
import type { Studio } from "./studio";

type RuleFieldsProps = Readonly<{
  rule: RuleDefinition;
  groups: readonly RuleGroup[];
  studio: Studio;
  onChange: (rule: RuleDefinition) => void;
}>;

/** Everything that can be set of a rule. */
export function RuleFields({ rule, groups, studio, onChange }: RuleFieldsProps) {
  const t = useTranslations("rules.editor");
  const change = (part: object) => onChange({ ...rule, ...part } as RuleDefinition);
  const missings = MISSING_POLICIES.map((value) => ({ value, label: t(`missings.${value}`) }));
  const shared = groups.map(({ key, label, capPoints }) => ({
    value: key,
    label: t("groupOption", { label, points: capPoints }),
  }));
  return (
    <>
      <TextField
        label={t("label")}
        maxLength={100}
        required
        value={rule.label}
        onChange={(event) => change({ label: event.target.value })}
      />
      <SelectField
        label={t("category")}
        options={studio.categories}
        value={rule.category}
        onChange={(event) => change({ category: CATEGORIES.find((one) => one === event.target.value) })}
      />
      {rule.signal ? (
        <fieldset className="grid gap-4">
          <legend className="mb-2 text-base font-semibold">{t("signal")}</legend>
          <SignalFields signal={rule.signal} path="signal" studio={studio} onChange={(signal) => change({ signal })} />
          <SelectField
            label={t("missing")}
            options={missings}
            value={rule.missing}
            onChange={(event) => change({ missing: event.target.value })}
          />
        </fieldset>
      ) : null}
      <EffectFields
        effect={rule.effect}
        studio={studio}
        onType={(type) => onChange(withEffectType(rule, type))}
        onChange={(effect) => change({ effect })}
      />
      <WhenFields {...{ rule, studio, change }} />
      <ExceptionFields exceptions={rule.except ?? []} studio={studio} onChange={(except) => change({ except })} />
      <fieldset className="grid gap-4">
        <legend className="mb-2 text-base font-semibold">{t("limits")}</legend>
        <NumberField
          label={t("cap")}
          hint={t("capHint")}
          value={rule.capPoints}
          error={studio.faultAt("capPoints")}
          onChange={(points) => change({ capPoints: Number.isNaN(points) ? undefined : points })}
        />
        <SelectField
          label={t("group")}
          hint={t("groupHint")}
          options={[{ value: "", label: t("noGroup") }, ...shared]}
          value={rule.group ?? ""}
          error={studio.faultAt("group")}
          onChange={(event) => change({ group: event.target.value === "" ? undefined : event.target.value })}
        />
        <CheckField
          label={t("off")}
          hint={t("offHint")}
          checked={rule.off ?? false}
          onChange={(event) => change({ off: event.target.checked ? true : undefined })}
        />
      </fieldset>
    </>
  );
}

function WhenFields({
  rule,
  studio,
  change,
}: Readonly<{ rule: RuleDefinition; studio: Studio; change: (part: object) => void }>) {
  const t = useTranslations("rules.condition");
  const isNeeded = rule.signal === undefined;
  return (
    <fieldset className="grid gap-4">
      <legend className="mb-2 text-base font-semibold">{t(isNeeded ? "titleAlone" : "title")}</legend>
      {rule.when ? (
        <ConditionFields
          legend={t("condition")}
          condition={rule.when}
          path="when"
          studio={studio}
          onChange={(when) => change({ when })}
          onRemove={isNeeded ? undefined : () => change({ when: undefined })}
        />
      ) : (
        <div>
          <Button size="sm" onClick={() => change({ when: BLANK_COMPARISON })}>
            {t("add")}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
