import { env } from "@/lib/env";

/** The address under which an invitation is taken up. */
export function invitationLink(token: string): string {
  return new URL(`/invitation/${token}`, env().BASE_URL).href;
}
