import { Check } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Tag } from "@/components/ui/tag";

export const STEPS = ["file", "columns", "dates", "unknown", "check"] as const;
export type Step = (typeof STEPS)[number];

type WizardStepsProps = Readonly<{ current: Step; open: readonly Step[] }>;

/** The steps of an import; each has an address of its own. `open`: where something is still to be answered. */
export function WizardSteps({ current, open }: WizardStepsProps) {
  const t = useTranslations("imports.steps");
  return (
    <nav aria-label={t("label")} className="relative overflow-x-auto border-b border-line">
      <ol className="flex gap-1 sm:gap-2">
        {STEPS.map((step, index) => {
          const isDone = STEPS.indexOf(current) > index && !open.includes(step);
          return (
            <li key={step} className="shrink-0">
              <Link
                href={`?step=${step}`}
                scroll={false}
                prefetch={false}
                aria-current={step === current ? "step" : undefined}
                className="-mb-px flex items-center gap-2 border-b-2 border-transparent px-2 py-2.5 text-base whitespace-nowrap text-muted no-underline transition-colors hover:text-ink aria-[current]:border-ink aria-[current]:font-medium aria-[current]:text-ink"
              >
                <span
                  aria-hidden
                  className="grid size-5 place-items-center rounded-full border border-current text-xs tabular-nums"
                >
                  {isDone ? <Check className="size-3" /> : index + 1}
                </span>
                <span className={step === current ? "" : "sr-only sm:not-sr-only"}>{t(step)}</span>
                {open.includes(step) ? <Tag tone="warn">{t("open")}</Tag> : null}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
