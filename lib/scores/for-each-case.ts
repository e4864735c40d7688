import { withTenantClient } from "@/lib/db/with-tenant-client";
import type { CustomerCase } from "@/lib/scoring/learning/customer-case";
import { forEachCustomer } from "./for-each-customer";
import { lateArrivals } from "./late-arrivals";

export type CasesAsked = Readonly<{
  organisationId: number;
  /** Under a fixed clock nothing arrives late: what is stored is what is known. */
  isClockFixed: boolean;
  /** The instants that customers will be looked at. */
  asOfMs: readonly number[];
  signal?: AbortSignal;
}>;

/**
 * Visits all customers, in id order, with what was known of them at past instants: a touchpoint that a program sent late
 * is known from its arrival, for instants after the organisation was created. Memory as of forEachCustomer.
 * @throws what the signal was aborted with
 */
export async function forEachCase(
  { organisationId, isClockFixed, asOfMs, signal }: CasesAsked,
  visit: (customer: CustomerCase) => Promise<void> | undefined,
): Promise<void> {
  await withTenantClient(organisationId, (touchpointClient) =>
    withTenantClient(organisationId, (customerClient) =>
      withTenantClient(organisationId, async (client) => {
        const { rows } = await client.query<{ created_ms: number }>(
          "SELECT extract(epoch FROM created_at)::float8 * 1000 AS created_ms FROM organisation WHERE id = $1",
          [organisationId],
        );
        const arrivalsFromMs = rows[0]?.created_ms ?? 0;
        const live = isClockFixed ? [] : asOfMs.filter((instantMs) => instantMs > arrivalsFromMs);
        const knownFrom =
          live.length > 0
            ? lateArrivals({
                organisationId,
                client,
                firstAsOfMs: Math.min(...live),
                lastAsOfMs: Math.max(...live),
              })
            : undefined;
        await forEachCustomer({ organisationId, touchpointClient, customerClient }, (customer) => {
          signal?.throwIfAborted();
          if (!knownFrom) return visit(customer);
          return knownFrom(customer.id, customer.touchpoints).then((knownFromMs) =>
            visit(knownFromMs ? { ...customer, knownFromMs, arrivalsFromMs } : customer),
          );
        });
      }),
    ),
  );
}
