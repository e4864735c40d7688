import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";

type NobodyHereProps = Readonly<{ title: string; ownBook: boolean; mayImport: boolean }>;

/** The leaderboard of an organisation without customers, or of a manager without a book. */
export function NobodyHere({ title, ownBook, mayImport }: NobodyHereProps) {
  const t = useTranslations("risk");
  const action = mayImport ? (
    <ButtonLink href="/imports" variant="primary">
      {t("empty.action")}
    </ButtonLink>
  ) : null;
  return (
    <div className="grid gap-6">
      <PageHeader title={title} />
      <EmptyState title={t(ownBook ? "emptyBook.title" : "empty.title")} action={action}>
        {t(ownBook ? "emptyBook.body" : mayImport ? "empty.body" : "empty.bodyNoImport")}
      </EmptyState>
    </div>
  );
}
