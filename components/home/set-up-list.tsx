import { useTranslations } from "next-intl";
import { RowForm } from "@/components/settings/row-form";
import { ButtonLink } from "@/components/ui/button-link";
import { Section } from "@/components/ui/section";
import type { ServerAction } from "@/lib/http/action-state";
import type { SetUp, SetUpStep } from "@/lib/set-up/read-set-up";

type SetUpListProps = Readonly<{ setUp: SetUp; confirmAction: ServerAction<void> }>;

const STEPS: readonly Readonly<{ step: SetUpStep; href: string; confirms: boolean }>[] = [
  { step: "import", href: "/imports/new", confirms: false },
  { step: "kinds", href: "/settings/kinds", confirms: true },
  { step: "break-up", href: "/settings/general", confirms: true },
  { step: "rules", href: "/settings/rules", confirms: true },
  { step: "members", href: "/settings/members", confirms: true },
  { step: "model", href: "/settings/models", confirms: false },
];

/** What is still to be set up, each with where it is done; nothing when everything is. */
export function SetUpList({ setUp, confirmAction }: SetUpListProps) {
  const t = useTranslations("home.setUp");
  const open = STEPS.filter(({ step }) => !setUp.done[step]);
  if (open.length === 0) return null;
  const { breakUp } = setUp;
  const values = {
    count: setUp.newKinds,
    type: breakUp.type,
    days: breakUp.type === "inactivity" ? breakUp.days : 0,
    kinds: breakUp.type === "inactivity" ? breakUp.kinds.join(", ") : "",
  };
  const model = {
    enough: setUp.breakUps >= setUp.breakUpsNeeded ? "yes" : "no",
    count: setUp.breakUps,
    needed: setUp.breakUpsNeeded,
  };
  return (
    <Section title={t("title")} description={t("progress", { done: STEPS.length - open.length, total: STEPS.length })}>
      <ul className="grid max-w-5xl border-t border-line">
        {open.map(({ step, href, confirms }) => {
          const title = t(`steps.${step}.title`);
          const mayConfirm = confirms && (step !== "kinds" || setUp.done.import);
          return (
            <li
              key={step}
              className="grid items-start gap-x-8 gap-y-2 border-b border-line py-3 md:grid-cols-[1fr_auto]"
            >
              <div className="grid gap-0.5">
                <h3 className="font-semibold text-ink">{title}</h3>
                <p className="measure text-muted">{t(`steps.${step}.body`, step === "model" ? model : values)}</p>
              </div>
              <div className="flex flex-wrap gap-2">
                {mayConfirm ? (
                  <RowForm
                    action={confirmAction}
                    fields={{ step }}
                    label={t("confirmLabel", { confirm: t(`steps.${step}.confirm`), title })}
                    submit={t(`steps.${step}.confirm`)}
                  />
                ) : null}
                <ButtonLink href={href} size="sm">
                  {t(`steps.${step}.link`)}
                </ButtonLink>
              </div>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
