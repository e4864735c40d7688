import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ownLabels } from "@/app/language/own-labels";
import { KindsTable } from "@/components/settings/kinds-table";
import { MergesList } from "@/components/settings/merges-list";
import { Section } from "@/components/ui/section";
import { requireMember } from "@/lib/auth/current-member";
import { mayDo } from "@/lib/auth/may-do";
import { CATEGORIES } from "@/lib/kinds/categories";
import { listKinds } from "@/lib/kinds/list-kinds";
import { listMerges } from "@/lib/kinds/list-merges";
import { SettingsFrame, settingsTitle } from "../settings-frame";

export const generateMetadata = (): Promise<Metadata> => settingsTitle("kinds");

export default async function KindsPage() {
  const member = await requireMember("settings.read");
  const own = await ownLabels();
  const [kinds, merges] = own(await Promise.all([listKinds(member), listMerges(member)]));
  const t = await getTranslations("settings.kinds");
  const words = await getTranslations("kinds");
  const mayChange = mayDo(member, "settings.write");
  return (
    <SettingsFrame member={member} current="kinds" lead={t("lead", { count: kinds.length })}>
      {CATEGORIES.map((category) => {
        const rows = kinds.filter((kind) => kind.category === category);
        if (rows.length === 0) return null;
        return (
          <Section
            key={category}
            title={words(`categories.${category}`)}
            description={words(`categoryDescriptions.${category}`)}
          >
            <KindsTable
              caption={t("caption", { category: words(`categories.${category}`) })}
              {...{ rows, mayChange }}
            />
          </Section>
        );
      })}
      <MergesList merges={merges} />
    </SettingsFrame>
  );
}
