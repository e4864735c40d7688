import { countCustomers } from "@/lib/customers/count-customers";
import { route } from "@/lib/http/route";
import { customerFilterQuery } from "@/lib/schemas/customer-list";

export const GET = route(
  { action: "customers.read", scope: "read", query: customerFilterQuery },
  async ({ member, query }) => countCustomers(member, query),
);
