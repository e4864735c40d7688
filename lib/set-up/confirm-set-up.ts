import type { Member } from "@/lib/auth/member";
import { withTenant } from "@/lib/db/with-tenant";
import type { ConfirmableStep } from "@/lib/schemas/set-up-step";
import { confirmStep } from "./confirm-step";

/** An admin finds a part of the set-up right as it is: it is not asked for again until it changes. */
export async function confirmSetUp(member: Member, step: ConfirmableStep): Promise<void> {
  await withTenant(member.organisationId, (tx) => confirmStep(tx, member, step));
}
