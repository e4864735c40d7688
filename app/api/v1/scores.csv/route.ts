import { route } from "@/lib/http/route";
import { asOfQuery } from "@/lib/schemas/instant";
import { exportScores } from "@/lib/scores/export-scores";

export const GET = route(
  { action: "customers.read", scope: "read", query: asOfQuery },
  async ({ member, query }) =>
    new Response(await exportScores(member, query.asOf), {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": 'attachment; filename="scores.csv"',
        "Cache-Control": "no-store",
      },
    }),
);
