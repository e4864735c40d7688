import { exportCustomers } from "@/lib/customers/export-customers";
import { route } from "@/lib/http/route";
import { customerFilterQuery } from "@/lib/schemas/customer-list";

export const GET = route(
  { action: "customers.read", scope: "read", query: customerFilterQuery },
  ({ member, query }) => {
    const headers = {
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": 'attachment; filename="customers.csv"',
      "Cache-Control": "no-store",
    };
    return new Response(exportCustomers(member, query), { headers });
  },
);
