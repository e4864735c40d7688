import { readCustomer } from "@/lib/customers/read-customer";
import { route } from "@/lib/http/route";
import { customerParams } from "@/lib/schemas/customer-params";

export const GET = route({ action: "customers.read", scope: "read", params: customerParams }, ({ member, params }) =>
  readCustomer(member, params.externalId),
);
