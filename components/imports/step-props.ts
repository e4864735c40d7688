import type { ImportOptions } from "@/lib/schemas/import-options";
import type { ImportPreview } from "@/lib/schemas/import-preview";
import type { MappingState } from "./mapping-state";
import type { WizardChoices, WizardView } from "./wizard";

/** What each step of the wizard is given. */
export type StepProps = Readonly<{
  view: WizardView;
  state: MappingState;
  choices: WizardChoices;
  preview: ImportPreview | null;
  options: Partial<ImportOptions>;
  onChange: (part: Partial<MappingState>) => void;
}>;
