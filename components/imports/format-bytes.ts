import { numberFormat } from "@/lib/format/intl-cache";

/** A size as people say it: 3.2 MB. */
export function formatBytes(bytes: number, locale: string): string {
  const units = ["byte", "kilobyte", "megabyte", "gigabyte"] as const;
  let size = bytes;
  let index = 0;
  while (size >= 1000 && index < units.length - 1) {
    size /= 1000;
    index += 1;
  }
  const format = { style: "unit", unit: units[index] ?? "byte", maximumFractionDigits: index === 0 ? 0 : 1 } as const;
  return numberFormat(locale, { ...format, unitDisplay: index === 0 ? "long" : "short" }).format(size);
}
