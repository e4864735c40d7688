import { useTranslations } from "next-intl";
import { Table, Td, Th } from "@/components/ui/table";
import type { DetectedColumn } from "@/lib/schemas/import-detected";

const SHOWN_COLUMNS = 12;
const SHOWN_SAMPLES = [0, 1, 2];

/** The first different values of the first columns, as they are read. */
export function SampleTable({ columns }: Readonly<{ columns: readonly DetectedColumn[] }>) {
  const t = useTranslations("imports.file");
  const shown = columns.slice(0, SHOWN_COLUMNS);
  const hidden = columns.length - shown.length;
  return (
    <div className="grid grid-cols-1 gap-2">
      <h3 className="text-base font-semibold text-ink">{t("preview")}</h3>
      <Table caption={t("previewCaption")}>
        <thead>
          <tr>
            {shown.map(({ name }) => (
              <Th key={name}>
                <span className="block max-w-48 truncate" title={name}>
                  {name}
                </span>
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {SHOWN_SAMPLES.map((index) => (
            <tr key={index}>
              {shown.map(({ name, samples }) => (
                <Td key={name} className="text-muted">
                  <span className="block max-w-48 truncate">{samples[index] ?? ""}</span>
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      {hidden > 0 ? <p className="text-sm text-muted">{t("moreColumns", { count: hidden })}</p> : null}
    </div>
  );
}
