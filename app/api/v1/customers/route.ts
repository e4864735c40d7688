import { listCustomers } from "@/lib/customers/list-customers";
import { toListedCustomer } from "@/lib/customers/to-listed-customer";
import { upsertCustomers } from "@/lib/customers/upsert-customers";
import { route } from "@/lib/http/route";
import { customerListQuery } from "@/lib/schemas/customer-list";
import { customerBatch } from "@/lib/schemas/customer-upsert";

const BODY_LIMIT_BYTES = 32 * 1024 * 1024;

export const GET = route(
  { action: "customers.read", scope: "read", query: customerListQuery },
  async ({ member, query }) => {
    const { items, nextCursor } = await listCustomers(member, query);
    return { items: items.map(toListedCustomer), nextCursor };
  },
);

export const POST = route(
  { action: "customers.write", scope: "write", body: customerBatch, bodyLimitBytes: BODY_LIMIT_BYTES },
  ({ member, body }) => upsertCustomers(member, body.customers),
);
