"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { carryLanguage } from "@/app/language/carry-language";
import { signIn } from "@/lib/auth/sign-in";
import { publicAction } from "@/lib/http/public-action";
import { setUpInstallation } from "@/lib/organisations/set-up-installation";
import { setUpSchema } from "@/lib/schemas/organisation";

export const setUpAction = publicAction({ input: setUpSchema }, async ({ input }) => {
  await setUpInstallation(input);
  await carryLanguage(await signIn(input, await headers()));
  redirect("/");
});
