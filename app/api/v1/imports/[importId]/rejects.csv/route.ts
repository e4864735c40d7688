import { route } from "@/lib/http/route";
import { writeRejects } from "@/lib/imports/write-rejects";
import { importIdParams } from "@/lib/schemas/import-options";

export const GET = route(
  { action: "imports.read", scope: ["read", "write"], params: importIdParams },
  async ({ member, params }) => {
    const csv = await writeRejects(member, params.importId);
    const disposition = `attachment; filename="import-${params.importId}-rejects.csv"`;
    return new Response(csv, {
      headers: {
        "Content-Type": "text/csv; charset=utf-8",
        "Content-Disposition": disposition,
        "Cache-Control": "no-store",
      },
    });
  },
);
