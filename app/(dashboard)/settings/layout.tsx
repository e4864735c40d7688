import type { ReactNode } from "react";
import { ClientTexts } from "@/app/language/client-texts";

/** The forms of the settings speak while they are filled in: only their pages send the texts for that to the browser. */
export default function SettingsLayout({ children }: Readonly<{ children: ReactNode }>) {
  return (
    <ClientTexts of={["settings", "hooks", "training", "imports.fields", "imports.options", "imports.problem"]}>
      {children}
    </ClientTexts>
  );
}
