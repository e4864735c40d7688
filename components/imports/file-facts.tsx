import { useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import type { ImportDetected } from "@/lib/schemas/import-detected";

const DELIMITER_NAMES = new Map<string, "comma" | "semicolon" | "tab" | "pipe">([
  [",", "comma"],
  [";", "semicolon"],
  ["\t", "tab"],
  ["|", "pipe"],
]);

/** How the file is written. */
export function FileFacts({ detected }: Readonly<{ detected: ImportDetected }>) {
  const t = useTranslations("imports.file");
  const name = DELIMITER_NAMES.get(detected.delimiter) ?? "other";
  const items = [
    { label: t("encoding"), value: detected.encoding.toUpperCase().replace("WINDOWS", "Windows") },
    { label: t("delimiter"), value: t(`delimiters.${name}`, { sign: detected.delimiter }) },
    { label: t("header"), value: t(detected.header ? "isHeader" : "noHeader") },
    { label: t("columns"), value: String(detected.columns.length) },
  ];
  return <Facts items={items} />;
}
