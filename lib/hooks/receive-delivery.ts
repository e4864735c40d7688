import { countAttempt } from "@/lib/auth/count-attempt";
import { systemMember } from "@/lib/auth/system-member";
import type { Hook } from "@/lib/db/generated/client";
import { withTenant } from "@/lib/db/with-tenant";
import { AppError, ERROR_STATUS } from "@/lib/errors";
import { allRejected } from "@/lib/imports/parse-batch";
import { loadSettings } from "@/lib/organisations/load-settings";
import { type HookResult, hookMapping } from "@/lib/schemas/hook";
import { unknownPolicy } from "@/lib/schemas/import-options";
import { takeRowsIn } from "@/lib/touchpoints/take-rows-in";
import { compileHook } from "./compile-hook";
import { findHook } from "./find-hook";
import { hookReading } from "./hook-reading";
import { readPayload } from "./read-payload";
import { recordDelivery } from "./record-delivery";

const DELIVERIES_PER_MINUTE = 600;
const NOTHING = { accepted: 0, duplicates: 0, held: 0, rejected: 0 };

/**
 * Takes a delivery in: what was sent becomes touchpoints by the hook's mapping, through the merge that all others go
 * through. What became of it is noted for the people who look after the hook.
 * @param readBody reads the body; not called for an address that is none or that sends too much
 * @throws AppError not-found for an unknown or revoked token, rate-limited, unprocessable when nothing could be read
 */
export async function receiveDelivery(token: string, readBody: () => Promise<unknown>): Promise<HookResult> {
  const hook = await findHook(token);
  if (!hook) throw new AppError("not-found", "There is no hook at this address: it is mistyped, or it was revoked.");
  const limit = `hook:${hook.organisationId}:${hook.id}`;
  const waitSeconds = await countAttempt(limit, DELIVERIES_PER_MINUTE, 60);
  if (waitSeconds > 0) {
    const message = `This hook takes ${DELIVERIES_PER_MINUTE} deliveries a minute. Send several touchpoints as a list, or wait.`;
    throw new AppError("rate-limited", message, { retryAfterSeconds: waitSeconds });
  }
  try {
    const result = await takeIn(hook, await readBody());
    const [first] = result.rejected;
    const isRefused = first !== undefined && result.accepted + result.duplicates + result.held === 0;
    const facts = { ...result, status: isRefused ? 422 : 200, rejected: result.rejected.length };
    await recordDelivery(hook, { ...facts, message: first ? `${first.index + 1}: ${first.message}` : "" });
    if (isRefused) throw refusal(result);
    return result;
  } catch (error) {
    if (error instanceof AppError && !(error instanceof NotedError)) {
      await recordDelivery(hook, { ...NOTHING, status: ERROR_STATUS[error.code], message: error.message });
    }
    throw error;
  }
}

/** A refusal that is in the list of deliveries already. */
class NotedError extends AppError {}

function refusal({ rejected }: HookResult): NotedError {
  const issues = rejected.slice(0, 100).map(({ index, code, message }) => ({ row: index, code, message }));
  return new NotedError("unprocessable", `No touchpoint could be read. ${issues[0]?.message ?? ""}`, { issues });
}

async function takeIn(hook: Hook, payload: unknown): Promise<HookResult> {
  const { organisationId } = hook;
  const mapping = hookMapping.parse(hook.mapping);
  const settings = await withTenant(organisationId, (tx) => loadSettings(tx, organisationId));
  const receivedAt = new Date().toISOString();
  const read = readPayload(compileHook(mapping), payload, hookReading(mapping, settings), receivedAt);
  const { created, duplicates, held, refusals } = await takeRowsIn(
    systemMember(organisationId, `hook “${hook.name}”`),
    read.rows,
    {
      unknownCustomer: unknownPolicy.parse(hook.unknownCustomer),
      unknownKind: unknownPolicy.parse(hook.unknownKind),
      hookId: hook.id,
    },
  );
  return { accepted: created, duplicates, held, rejected: allRejected(read.rejected, refusals) };
}
