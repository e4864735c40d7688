import { readHealth } from "@/lib/jobs/read-health";

export const dynamic = "force-dynamic";

/** For load balancers and launchers; needs no key and tells nothing about any organisation. */
export async function GET(): Promise<Response> {
  const health = await readHealth();
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "Cache-Control": "no-store" },
  });
}
