"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { signIn } from "@/lib/auth/sign-in";
import { publicAction } from "@/lib/http/public-action";
import { signInSchema } from "@/lib/schemas/member";

export const signInAction = publicAction({ input: signInSchema }, async ({ input }) => {
  await signIn(input, await headers());
  redirect("/risk");
});
