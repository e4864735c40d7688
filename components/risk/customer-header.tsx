import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Tag } from "@/components/ui/tag";
import type { CustomerView } from "@/lib/customers/customer-view";
import { CustomerFacts } from "./customer-facts";
import { RiskSentence } from "./risk-sentence";

type CustomerHeaderProps = Readonly<{
  customer: CustomerView;
  horizonDays: number;
  timeZone: string;
  nowMs: number;
  /** What can be done, and what people think of the risk: under the sentence. */
  children?: ReactNode;
  /** What is known beside the facts: in the rail. */
  rail?: ReactNode;
}>;

/** Who it is, the risk in a sentence, and what is known in a rail at the side. */
export function CustomerHeader({ customer, horizonDays, timeZone, nowMs, children, rail }: CustomerHeaderProps) {
  const t = useTranslations("risk");
  return (
    <header className="grid gap-x-16 gap-y-6 xl:grid-cols-[minmax(0,1fr)_26rem]">
      <div className="grid min-w-0 content-start gap-4">
        <div className="grid gap-2">
          <Link
            href="/risk"
            className="no-print flex w-fit items-center gap-1.5 text-sm text-muted no-underline transition-colors hover:text-ink"
          >
            <ArrowLeft aria-hidden className="size-3.5" />
            {t("customer.back")}
          </Link>
          <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
            <h1 className="story text-2xl font-semibold">
              <bdi>{customer.name}</bdi>
            </h1>
            <Tag>{t(`stages.${customer.stage}`)}</Tag>
          </div>
        </div>
        {customer.score ? (
          <RiskSentence
            name={customer.name}
            departed={customer.stage === "departed"}
            score={customer.score}
            horizonDays={horizonDays}
            timeZone={timeZone}
          />
        ) : (
          <p className="story text-xl text-muted">{t("customer.sentenceUnscored", { name: customer.name })}</p>
        )}
        {children ? <div className="mt-2 grid min-w-0 gap-8">{children}</div> : null}
      </div>
      <div className="grid min-w-0 content-start gap-5 border-t border-line pt-5 xl:border-t-0 xl:border-s xl:pt-1 xl:ps-8">
        <CustomerFacts customer={customer} nowMs={nowMs} timeZone={timeZone} />
        {rail}
      </div>
    </header>
  );
}
