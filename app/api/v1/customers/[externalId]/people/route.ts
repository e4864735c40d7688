import { route } from "@/lib/http/route";
import { listPeople } from "@/lib/people/list-people";
import { replacePeople } from "@/lib/people/replace-people";
import { customerParams } from "@/lib/schemas/customer-params";
import { peopleChange } from "@/lib/schemas/people";

export const GET = route(
  { action: "customers.read", scope: "read", params: customerParams },
  ({ member, params: { externalId } }) => listPeople(member, externalId),
);

export const PUT = route(
  { action: "customers.write", scope: "write", params: customerParams, body: peopleChange },
  async ({ member, params: { externalId }, body }) => {
    await replacePeople(member, externalId, body);
    return listPeople(member, externalId);
  },
);
