import { useTranslations } from "next-intl";

type BoardCountProps = Readonly<{ customers: number; capped: boolean }>;

/** How many customers fit what is asked, as far as anybody would read. */
export function BoardCount({ customers, capped }: BoardCountProps) {
  const t = useTranslations("board");
  return <p className="text-sm text-muted tabular-nums">{t("count", { customers, capped: capped ? "yes" : "no" })}</p>;
}
