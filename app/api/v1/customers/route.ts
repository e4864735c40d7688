import { listCustomers } from "@/lib/customers/list-customers";
import { toListedCustomer } from "@/lib/customers/to-listed-customer";
import { route } from "@/lib/http/route";
import { customerListQuery } from "@/lib/schemas/customer-list";

export const GET = route(
  { action: "customers.read", scope: "read", query: customerListQuery },
  async ({ member, query }) => {
    const { items, nextCursor } = await listCustomers(member, query);
    return { items: items.map(toListedCustomer), nextCursor };
  },
);
