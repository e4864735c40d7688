"use client";

import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Table, Td, Th } from "@/components/ui/table";
import { dateFormat } from "@/lib/format/intl-cache";
import { localeOf } from "@/lib/format/locale-of";
import type { DatePreview, ImportPreview } from "@/lib/schemas/import-preview";

const ORDERS = ["DD-MM-YYYY", "MM-DD-YYYY"] as const;

type DatePreviewsProps = Readonly<{ preview: ImportPreview | null; onOrder: (dateFormat: string) => void }>;

/** The file's own dates as they would be read; both ways, with the question, while day and month can be confused. */
export function DatePreviews({ preview, onOrder }: DatePreviewsProps) {
  const t = useTranslations("imports.dates");
  if (!preview) return <p className="text-base text-muted">{t("waiting")}</p>;
  const isOpen = preview.dates.some((date) => date.isOpen);
  return (
    <div className="grid grid-cols-1 gap-6">
      <div role="status">
        {isOpen ? (
          <Notice tone="warn" title={t("question")}>
            <p>{t("questionBody")}</p>
            <div className="mt-3 flex flex-wrap gap-2">
              {ORDERS.map((order) => (
                <Button key={order} size="sm" onClick={() => onOrder(order)}>
                  {t(order === "DD-MM-YYYY" ? "dayFirst" : "monthFirst")}
                </Button>
              ))}
            </div>
          </Notice>
        ) : null}
      </div>
      {preview.dates.length === 0 ? <p className="text-base text-muted">{t("none")}</p> : null}
      {preview.dates.map((date) => (
        <DateTable key={date.field} date={date} timeZone={preview.timeZone} />
      ))}
    </div>
  );
}

function DateTable({ date, timeZone }: Readonly<{ date: DatePreview; timeZone: string }>) {
  const t = useTranslations("imports.dates");
  const names = useTranslations("imports.fields");
  return (
    <div className="grid max-w-3xl grid-cols-1 gap-2">
      <h3 className="text-base font-semibold text-ink">{names(date.field)}</h3>
      <Table caption={t("caption", { field: names(date.field) })}>
        <thead>
          <tr>
            <Th>{t("written")}</Th>
            {date.isOpen ? (
              <>
                <Th>{t("dayFirst")}</Th>
                <Th>{t("monthFirst")}</Th>
              </>
            ) : (
              <Th>{t("read")}</Th>
            )}
          </tr>
        </thead>
        <tbody>
          {date.samples.map(({ text, read }) => (
            <tr key={text}>
              <Th scope="row" className="font-normal tabular-nums">
                {text}
              </Th>
              {read.map((shown, index) => (
                <Td key={index} className="tabular-nums">
                  <ReadDate shown={shown} timeZone={timeZone} />
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}

type Shown = DatePreview["samples"][number]["read"][number];

function ReadDate({ shown, timeZone }: Readonly<{ shown: Shown; timeZone: string }>) {
  const locale = localeOf(useLocale());
  if ("fault" in shown) return <span className="text-critical">{shown.fault}</span>;
  const isDay = shown.value.length === 10;
  const format = dateFormat(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    timeZone: isDay ? "UTC" : timeZone,
    ...(isDay ? {} : { hour: "2-digit", minute: "2-digit", timeZoneName: "short" }),
  });
  return <>{format.format(new Date(shown.value))}</>;
}
