"use client";

import { useTranslations } from "next-intl";
import { SelectField } from "@/components/ui/select-field";
import { KindMap } from "./kind-map";
import type { StepProps } from "./step-props";

/** What is done with customers and kinds that are not known, and with rows that have a fault. */
export function StepUnknown(props: StepProps) {
  const { view, state, onChange } = props;
  const t = useTranslations("imports.options");
  const policies = (["create", "hold", "reject"] as const).map((value) => ({ value, label: t(value) }));
  return (
    <div className="grid grid-cols-1 gap-6">
      <div className="grid max-w-3xl gap-x-6 gap-y-4 sm:grid-cols-2">
        {view.type === "customers" ? (
          <SelectField
            label={t("blankCells")}
            options={(["keep", "clear"] as const).map((value) => ({ value, label: t(value) }))}
            value={state.blankCells}
            onChange={(event) => onChange({ blankCells: event.target.value })}
          />
        ) : (
          <SelectField
            label={t("unknownCustomer")}
            options={policies}
            value={state.unknownCustomer}
            onChange={(event) => onChange({ unknownCustomer: event.target.value })}
          />
        )}
        {view.type === "touchpoints" ? (
          <SelectField
            label={t("unknownKind")}
            options={policies}
            value={state.unknownKind}
            onChange={(event) => onChange({ unknownKind: event.target.value })}
          />
        ) : null}
        <SelectField
          label={t("onError")}
          options={(["skip", "abort"] as const).map((value) => ({ value, label: t(value) }))}
          value={state.onError}
          onChange={(event) => onChange({ onError: event.target.value })}
        />
      </div>
      {view.type === "touchpoints" ? <KindMap {...props} /> : null}
    </div>
  );
}
