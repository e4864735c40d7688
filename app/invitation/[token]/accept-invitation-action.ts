"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { carryLanguage } from "@/app/language/carry-language";
import { signIn } from "@/lib/auth/sign-in";
import { publicAction } from "@/lib/http/public-action";
import { acceptInvitation } from "@/lib/members/accept-invitation";
import { acceptInvitationSchema } from "@/lib/schemas/member";

export const acceptInvitationAction = publicAction({ input: acceptInvitationSchema }, async ({ input }) => {
  const { email } = await acceptInvitation(input);
  await carryLanguage(await signIn({ email, password: input.password }, await headers()));
  redirect("/");
});
