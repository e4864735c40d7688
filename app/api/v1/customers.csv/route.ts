import { exportCustomers } from "@/lib/customers/export-customers";
import { route } from "@/lib/http/route";
import { customerExportRequest, customerFilterQuery } from "@/lib/schemas/customer-list";

const HEADERS = {
  "Content-Type": "text/csv; charset=utf-8",
  "Content-Disposition": 'attachment; filename="customers.csv"',
  "Cache-Control": "no-store",
};

export const GET = route(
  { action: "customers.read", scope: "read", query: customerFilterQuery },
  ({ member, query }) => new Response(exportCustomers(member, query), { headers: HEADERS }),
);

/** The customers named: more of them than an address holds. */
export const POST = route(
  { action: "customers.read", scope: "read", body: customerExportRequest },
  ({ member, body }) => new Response(exportCustomers(member, { ...body, stage: "all" }), { headers: HEADERS }),
);
