import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { PageHeader } from "@/components/ui/page-header";
import { TabLinks } from "@/components/ui/tab-links";
import { mayDo } from "@/lib/auth/may-do";
import type { Member } from "@/lib/auth/member";
import type { Action } from "@/lib/auth/roles";

const SECTIONS = {
  general: "settings.read",
  members: "members.read",
  kinds: "settings.read",
  rules: "rules.read",
  models: "models.read",
  "api-keys": "api-keys.read",
  api: "settings.read",
  hooks: "api-keys.read",
  account: "settings.read",
} as const satisfies Record<string, Action>;

export type SettingsSection = keyof typeof SECTIONS;

type SettingsFrameProps = Readonly<{
  member: Member;
  current: SettingsSection;
  lead?: ReactNode;
  children: ReactNode;
}>;

/** The frame of every settings page: its title, and the parts that this member may see. */
export async function SettingsFrame({ member, current, lead, children }: SettingsFrameProps) {
  const t = await getTranslations("settings");
  const sections = Object.keys(SECTIONS) as SettingsSection[];
  const items = sections
    .filter((section) => mayDo(member, SECTIONS[section]))
    .map((section) => ({
      href: `/settings/${section}`,
      label: t(`sections.${section}`),
      current: section === current,
    }));
  return (
    <div className="grid grid-cols-1 gap-6">
      <TabLinks label={t("sections.label")} items={items} />
      <PageHeader title={t(`sections.${current}`)} lead={lead} />
      {children}
    </div>
  );
}

/** The title of a settings page in the browser's tab. */
export async function settingsTitle(section: SettingsSection): Promise<{ title: string }> {
  const t = await getTranslations("settings");
  return { title: `${t(`sections.${section}`)} · ${t("title")}` };
}
