"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { carryLanguage } from "@/app/language/carry-language";
import { signIn } from "@/lib/auth/sign-in";
import { publicAction } from "@/lib/http/public-action";
import { signInSchema } from "@/lib/schemas/member";

export const signInAction = publicAction({ input: signInSchema }, async ({ input }) => {
  await carryLanguage(await signIn(input, await headers()));
  redirect("/");
});
