import { ownLabels } from "@/app/language/own-labels";
import type { WizardChoices } from "@/components/imports/step-props";
import type { Member } from "@/lib/auth/member";
import { listKinds } from "@/lib/kinds/list-kinds";
import { DATE_FORMAT_CHOICES, ENCODING_CHOICES } from "@/lib/schemas/import-options";

/** What the wizard offers to choose from. */
export async function wizardChoices(member: Member, organisationZone: string): Promise<WizardChoices> {
  const own = await ownLabels();
  const kinds = own(await listKinds(member));
  return {
    dateFormats: DATE_FORMAT_CHOICES,
    encodings: ENCODING_CHOICES,
    timeZones: Intl.supportedValuesOf("timeZone"),
    organisationZone,
    kinds: kinds.map(({ key, label }) => ({ key, label })),
  };
}
