import { useTranslations } from "next-intl";
import { ConfirmForm } from "@/components/settings/confirm-form";
import type { HeldActions } from "./held-actions";
import { MendDialog } from "./mend-dialog";

type HeldButtonsProps = Readonly<{
  actions: HeldActions;
  reason: "unknown-customer" | "unknown-kind";
  value: string;
  rows: number;
  fields: Readonly<Record<string, string>>;
}>;

/** Mend or throw away, for one row or for all with the same value. */
export function HeldButtons({ actions, reason, value, rows, fields }: HeldButtonsProps) {
  const t = useTranslations("held.discard");
  return (
    <div className="flex flex-wrap gap-2">
      <MendDialog actions={actions} reason={reason} value={value} rows={rows} fields={fields} />
      <ConfirmForm
        action={actions.discard}
        fields={fields}
        trigger={t("open")}
        title={t("title", { count: rows })}
        body={t("body")}
      />
    </div>
  );
}
