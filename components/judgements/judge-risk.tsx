import { useTranslations } from "next-intl";
import { BANDS } from "@/lib/bands/bands";
import { DAY_MS } from "@/lib/scoring/day";
import { type JudgeAction, JudgeDialog } from "./judge-dialog";

type JudgeRiskProps = Readonly<{ externalId: string /** ISO day. */; today: string; action: JudgeAction }>;

const OFFERED_DAYS = 30;
const MOST_DAYS = 365;

/** The way to say what one thinks of a risk, worst band first. */
export function JudgeRisk({ externalId, today, action }: JudgeRiskProps) {
  const t = useTranslations("judgements.judge.choices");
  const bands = useTranslations("risk.bands");
  const choices = [
    ...BANDS.toReversed().map((band) => ({ value: band, label: bands(band) })),
    { value: "number", label: t("number") },
    { value: "comment", label: t("comment") },
  ];
  const ends = { first: today, offered: daysAfter(today, OFFERED_DAYS), last: daysAfter(today, MOST_DAYS) };
  return <JudgeDialog externalId={externalId} choices={choices} ends={ends} action={action} />;
}

function daysAfter(isoDay: string, days: number): string {
  return new Date(Date.parse(`${isoDay}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}
