"use server";

import { revalidatePath } from "next/cache";
import { createHook } from "@/lib/hooks/create-hook";
import { revokeHook } from "@/lib/hooks/revoke-hook";
import { tryHook } from "@/lib/hooks/try-hook";
import { action } from "@/lib/http/action";
import { hookIdSchema, hookTrial, newHook } from "@/lib/schemas/hook";

const PAGE = "/settings/hooks";

export const createHookAction = action({ action: "api-keys.write", input: newHook }, async ({ member, input }) => {
  const token = await createHook(member, input);
  revalidatePath(PAGE);
  return { path: `/api/v1/hooks/${token}` };
});

export const tryHookAction = action({ action: "api-keys.write", input: hookTrial }, ({ member, input }) =>
  tryHook(member, input),
);

export const revokeHookAction = action({ action: "api-keys.write", input: hookIdSchema }, async ({ member, input }) => {
  await revokeHook(member, input.hookId);
  revalidatePath(PAGE);
});
