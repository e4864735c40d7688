import { readCustomer } from "@/lib/customers/read-customer";
import { toCustomerAnswer } from "@/lib/customers/to-customer-answer";
import { route } from "@/lib/http/route";
import { customerParams } from "@/lib/schemas/customer-params";

export const GET = route(
  { action: "customers.read", scope: "read", params: customerParams },
  async ({ member, params }) => toCustomerAnswer(await readCustomer(member, params.externalId)),
);
