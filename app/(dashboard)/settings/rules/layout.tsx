import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

/** The studio says rules in words while they are edited: its pages alone send the texts for that to the browser. */
export default async function RulesLayout({ children }: Readonly<{ children: ReactNode }>) {
  const { common, errors, settings, rules, reasons, sentences } = await getMessages();
  return (
    <NextIntlClientProvider messages={{ common, errors, settings, rules, reasons, sentences }}>
      {children}
    </NextIntlClientProvider>
  );
}
