import type { Member } from "@/lib/auth/member";
import { isoDay } from "@/lib/format/iso-day";
import { readOrganisation } from "@/lib/organisations/read-organisation";
import type { PeopleView } from "./people-view";
import { readPeople } from "./read-people";

/** What is known of the people of a customer today, by the organisation's clock. @throws AppError as readPeople */
export async function listPeople(member: Member, externalId: string): Promise<PeopleView> {
  const { nowMs, timeZone } = await readOrganisation(member);
  return readPeople(member, externalId, isoDay(nowMs, timeZone));
}
