import { cookies } from "next/headers";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { LanguageChoice } from "@/app/language/language-choice";
import { CommandKeys } from "@/components/shell/command-keys";
import { MemberMenu } from "@/components/shell/member-menu";
import type { NavItem } from "@/components/shell/nav-links";
import { Shell } from "@/components/shell/shell";
import { parseTheme, THEME_COOKIE } from "@/components/shell/theme";
import { ThemeSwitch } from "@/components/shell/theme-switch";
import { currentMember } from "@/lib/auth/current-member";
import { roleMay } from "@/lib/auth/roles";
import { readOrganisation } from "@/lib/organisations/read-organisation";

/** The letter that goes to each place after `g`. */
const KEYS: Readonly<Partial<Record<NavItem["icon"], string>>> = { today: "t", risk: "r", imports: "i", settings: "s" };

export default async function DashboardLayout({ children }: Readonly<{ children: ReactNode }>) {
  const member = await currentMember();
  const organisation = await readOrganisation(member);
  const t = await getTranslations("shell");
  const common = await getTranslations("common");
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  const items: NavItem[] = [
    { href: "/", label: t("today"), icon: "today" },
    { href: "/risk", label: t("risk"), icon: "risk", also: ["/customers", "/judgements"] },
  ];
  if (roleMay(member.role, "imports.read")) items.push({ href: "/imports", label: t("imports"), icon: "imports" });
  if (roleMay(member.role, "settings.read")) items.push({ href: "/settings", label: t("settings"), icon: "settings" });
  const places = items.map(({ href, label, icon }) => ({ href, label, key: KEYS[icon] }));
  const themes = { system: t("themes.system"), light: t("themes.light"), dark: t("themes.dark") };
  return (
    <Shell
      product={common("product")}
      skipToContent={common("skipToContent")}
      organisationName={organisation.name}
      navigation={t("navigation")}
      items={items}
      commands={
        <CommandKeys
          places={places}
          open={t("commands.open")}
          palette={t.raw("commands.palette")}
          help={t.raw("commands.keys")}
        />
      }
      memberMenu={
        <MemberMenu
          name={member.name}
          role={t(`roles.${member.role}`)}
          label={t("memberMenu", { name: member.name })}
          signOut={t("signOut")}
        >
          <ThemeSwitch initial={theme} legend={t("theme")} labels={themes} />
          <LanguageChoice />
        </MemberMenu>
      }
    >
      {children}
    </Shell>
  );
}
