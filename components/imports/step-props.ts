import type { ImportView } from "@/lib/imports/import-view";
import type { ImportOptions } from "@/lib/schemas/import-options";
import type { ImportPreview } from "@/lib/schemas/import-preview";
import type { MappingState } from "./mapping-state";

/** What the wizard knows of an import. */
export type WizardView = Pick<
  ImportView,
  "id" | "type" | "detected" | "options" | "isChecked" | "savedMapping" | "dryRun"
>;

/** What can be chosen from. */
export type WizardChoices = Readonly<{
  dateFormats: readonly string[];
  timeZones: readonly string[];
  encodings: readonly string[];
  organisationZone: string;
  kinds: readonly Readonly<{ key: string; label: string }>[];
}>;

/** What each step of the wizard is given. */
export type StepProps = Readonly<{
  view: WizardView;
  state: MappingState;
  choices: WizardChoices;
  preview: ImportPreview | null;
  options: Partial<ImportOptions>;
  onChange: (part: Partial<MappingState>) => void;
}>;
