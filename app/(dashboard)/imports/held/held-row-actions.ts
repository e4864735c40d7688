"use server";

import { redirect } from "next/navigation";
import { discardHeldRows } from "@/lib/held-rows/discard-held-rows";
import { releaseHeldRows } from "@/lib/held-rows/release-held-rows";
import { action } from "@/lib/http/action";
import { discardForm, releaseForm } from "@/lib/schemas/held-row-form";

const PAGE = "/imports/held";

export const releaseHeldRowsAction = action(
  { action: "imports.write", input: releaseForm },
  async ({ member, input }): Promise<void> => {
    const { released, duplicates, held } = await releaseHeldRows(member, input);
    redirect(`${PAGE}?released=${released}&duplicates=${duplicates}&stayed=${held}`);
  },
);

export const discardHeldRowsAction = action(
  { action: "imports.write", input: discardForm },
  async ({ member, input }): Promise<void> => {
    const { discarded } = await discardHeldRows(member, input);
    redirect(`${PAGE}?discarded=${discarded}`);
  },
);
