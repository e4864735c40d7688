import type { ReactNode } from "react";
import { ClientTexts } from "@/app/language/client-texts";

/** The steps of an import speak while they are taken, and so does what mends held rows. */
export default function ImportsLayout({ children }: Readonly<{ children: ReactNode }>) {
  return <ClientTexts of={["imports", "held", "settings.cancel", "settings.saving"]}>{children}</ClientTexts>;
}
