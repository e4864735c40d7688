import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Templates } from "@/components/imports/templates";
import { UploadForm } from "@/components/imports/upload-form";
import { PageHeader } from "@/components/ui/page-header";
import { TextLink } from "@/components/ui/text-link";
import { requireMember } from "@/lib/auth/current-member";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("imports"))("upload.title") };
}

export default async function NewImportPage() {
  await requireMember("imports.write");
  const t = await getTranslations("imports");
  return (
    <div className="grid grid-cols-1 gap-8">
      <PageHeader
        title={t("upload.title")}
        lead={t("upload.lead")}
        above={<TextLink href="/imports">{t("back")}</TextLink>}
      />
      <UploadForm />
      <Templates />
    </div>
  );
}
