"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { action } from "@/lib/http/action";
import { defaultView, newView, viewChange, viewId, viewQuery } from "@/lib/schemas/saved-view";
import { changeView } from "@/lib/views/change-view";
import { deleteView } from "@/lib/views/delete-view";
import { saveView } from "@/lib/views/save-view";
import { setDefaultView } from "@/lib/views/set-default-view";

export const saveViewAction = action(
  { action: "customers.read", input: newView },
  async ({ member, input }): Promise<void> => {
    const id = await saveView(member, input);
    redirect(`/risk?${input.query}${input.query && "&"}view=${id}`);
  },
);

export const changeViewAction = action({ action: "customers.read", input: viewChange }, async ({ member, input }) => {
  await changeView(member, input);
  revalidatePath("/risk");
});

export const updateViewAction = action({ action: "customers.read", input: viewQuery }, async ({ member, input }) => {
  await changeView(member, input);
  revalidatePath("/risk");
});

export const deleteViewAction = action(
  { action: "customers.read", input: viewId },
  async ({ member, input }): Promise<void> => {
    await deleteView(member, input.id);
    redirect("/risk?view=all");
  },
);

export const defaultViewAction = action({ action: "customers.read", input: defaultView }, async ({ member, input }) => {
  await setDefaultView(member, input.id === "none" ? null : input.id);
  revalidatePath("/risk");
});
