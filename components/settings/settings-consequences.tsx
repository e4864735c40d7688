"use client";

import { useLocale, useTranslations } from "next-intl";
import { startTransition, useActionState } from "react";
import { FormProblem } from "@/components/forms/form-problem";
import { BandChanges } from "@/components/rules/band-changes";
import { Button } from "@/components/ui/button";
import { formatMoney } from "@/lib/format/format-money";
import { localeOf } from "@/lib/format/locale-of";
import type { ServerAction } from "@/lib/http/action-state";
import type { SettingsPreview } from "@/lib/settings/preview-settings";

type SettingsConsequencesProps = Readonly<{ action: ServerAction<SettingsPreview> }>;

/** Asks what the settings as they are typed would change, before they are saved. */
export function SettingsConsequences({ action }: SettingsConsequencesProps) {
  const t = useTranslations("settings.consequences");
  const [state, ask, pending] = useActionState(action, null);
  return (
    <section className="grid gap-4" aria-labelledby="consequences">
      <h2 id="consequences" className="text-lg font-semibold">
        {t("title")}
      </h2>
      <p className="text-base text-muted">{t("lead")}</p>
      <div>
        <Button
          busy={pending}
          onClick={({ currentTarget: { form } }) => {
            // Not the form's action: a form is reset after one, and nothing was saved yet.
            if (form) startTransition(() => ask(new FormData(form)));
          }}
        >
          {pending ? t("working") : t("show")}
        </Button>
      </div>
      <div aria-live="polite" aria-busy={pending} className="grid gap-4">
        <FormProblem state={state} />
        {state?.ok ? <Consequences preview={state.result} /> : null}
      </div>
    </section>
  );
}

function Consequences({ preview }: Readonly<{ preview: SettingsPreview }>) {
  const t = useTranslations("settings.consequences");
  const locale = localeOf(useLocale());
  const { customers, changed, anchor, currency, valueAtRiskMinor } = preview;
  const money = (minor: number) => formatMoney(minor, currency, locale);
  const about = [
    t("value", { before: money(valueAtRiskMinor.before), after: money(valueAtRiskMinor.after) }),
    customers.looked < customers.total ? t("of", customers) : t("everyone", { total: customers.total }),
    anchor && t("anchor", anchor),
    preview.learned && t("learned"),
  ].filter((sentence) => typeof sentence === "string");
  return (
    <>
      <p className="story text-lg">{t("changed", { ...changed, changed: changed.customers })}</p>
      <p className="text-muted">{about.join(" ")}</p>
      <BandChanges
        bands={preview.bands}
        currency={currency}
        words={{
          caption: t("caption"),
          band: t("band"),
          now: t("now"),
          after: t("then"),
          revenueNow: t("revenueNow"),
          revenueAfter: t("revenueThen"),
        }}
        nameOf={(band) => t(`bands.${band}`)}
      />
    </>
  );
}
