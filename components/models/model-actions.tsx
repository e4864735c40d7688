import { useTranslations } from "next-intl";
import { ConfirmForm } from "@/components/settings/confirm-form";
import { RowForm } from "@/components/settings/row-form";
import type { ServerAction } from "@/lib/http/action-state";

type ModelActionsProps = Readonly<{
  version: number;
  state: string;
  ruleSetVersion: number;
  mayPromote: boolean;
  shadowAction: ServerAction<void>;
  promoteAction: ServerAction<void>;
}>;

/** What an admin can do with a model as it stands; nothing for one that may not be used. */
export function ModelActions({
  version,
  state,
  ruleSetVersion,
  mayPromote,
  shadowAction,
  promoteAction,
}: ModelActionsProps) {
  const t = useTranslations("models.actions");
  const fields = { version: String(version) };
  const isOld = state === "superseded";
  const words = isOld ? "rollBack" : "promote";
  const texts = { version: String(version), rules: String(ruleSetVersion) };
  return (
    <>
      {state === "candidate" ? (
        <RowForm
          action={shadowAction}
          fields={fields}
          label={t("shadowLabel", { version: String(version) })}
          submit={t("shadow")}
        />
      ) : null}
      {mayPromote && (isOld || state === "candidate" || state === "shadow") ? (
        <ConfirmForm
          action={promoteAction}
          fields={fields}
          trigger={t(words)}
          title={t(`${words}Title`, texts)}
          body={t(`${words}Body`, texts)}
          variant={isOld ? "danger" : "primary"}
        />
      ) : null}
    </>
  );
}
