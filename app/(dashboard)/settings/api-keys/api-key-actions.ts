"use server";

import { revalidatePath } from "next/cache";
import { createApiKey } from "@/lib/api-keys/create-api-key";
import { revokeApiKey } from "@/lib/api-keys/revoke-api-key";
import { action } from "@/lib/http/action";
import { apiKeyIdSchema, newApiKeySchema } from "@/lib/schemas/api-key";

const PAGE = "/settings/api-keys";

export const createApiKeyAction = action(
  { action: "api-keys.write", input: newApiKeySchema },
  async ({ member, input }) => {
    const key = await createApiKey(member, input);
    revalidatePath(PAGE);
    return { key };
  },
);

export const revokeApiKeyAction = action(
  { action: "api-keys.write", input: apiKeyIdSchema },
  async ({ member, input }) => {
    await revokeApiKey(member, input.apiKeyId);
    revalidatePath(PAGE);
  },
);
