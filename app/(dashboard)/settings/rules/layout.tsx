import type { ReactNode } from "react";
import { ClientTexts } from "@/app/language/client-texts";

/** The studio says rules in words while they are edited: its pages alone send the texts for that to the browser. */
export default function RulesLayout({ children }: Readonly<{ children: ReactNode }>) {
  return <ClientTexts of={["settings", "rules", "reasons"]}>{children}</ClientTexts>;
}
