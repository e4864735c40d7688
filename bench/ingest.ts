import { Agent, request } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout } from "node:timers/promises";
import { parseArgs } from "node:util";
import { createApiKey } from "@/lib/api-keys/create-api-key";
import { systemMember } from "@/lib/auth/system-member";
import { systemPool } from "@/lib/db/pool";
import { createOrganisation } from "@/lib/organisations/create-organisation";
import { ingestResult } from "@/lib/schemas/batch-result";
import { inTurns } from "./lib/in-turns";
import { ingestBatch } from "./lib/ingest-data";
import { insertReferenceSeconds } from "./lib/ingest-reference";
import { describeMachine, median, peakMemoryMb, timed } from "./lib/machine";

const BATCH_ROWS = 1_000;
const BATCHES = 200;
const SMALL_BATCHES = 40;
const CLIENTS = 8;
const CUSTOMERS = 20_000;
const WARM_UP_BATCHES = 200;
const ROUNDS = 3;
const LOOK_EVERY_MS = 500;

/**
 * Batches of 1,000 touchpoints over HTTP from 8 clients to the production server, with its worker, against the same rows
 * inserted straight into an equal table by `unnest`, 1,000 a statement, over one connection or 8: whichever is faster.
 * @param args `--address` is where the server listens, on the database of this process
 */
export async function benchIngest(args: readonly string[]): Promise<object> {
  const { values } = parseArgs({ args: [...args], strict: false, options: { address: { type: "string" } } });
  const batches = args.includes("--small") ? SMALL_BATCHES : BATCHES;
  const { organisationId } = await createOrganisation({ name: "Ingest", admin: null });
  const key = await createApiKey(systemMember(organisationId), { name: "Bench", scopes: ["write"] });
  const send = sender(`${values.address}/api/v1/touchpoints?unknownCustomer=create&unknownKind=create`, key);
  // The first batches make the customers and let both runtimes settle: a server is up for weeks.
  await inTurns(CLIENTS, WARM_UP_BATCHES, (index) => send(bodyOf(-1 - index)));
  await untilIdle();
  const references: number[] = [];
  const latencies: number[] = [];
  const products: number[] = [];
  // In turns, and the middle of what the turns say: each compares tables of the same size, and other work on the machine
  // flatters neither for long.
  for (let round = 0; round < ROUNDS; round += 1) {
    const bodies = Array.from({ length: batches }, (_, index) => bodyOf(round * batches + index));
    const load = { batches, earlier: WARM_UP_BATCHES + round * batches, rows: BATCH_ROWS, customers: CUSTOMERS };
    references.push(Math.min(...(await insertReferenceSeconds(load, [1, CLIENTS]))));
    const { seconds } = await timed(() =>
      inTurns(CLIENTS, batches, async (index) => {
        const { seconds: took } = await timed(() => send(bodies[index] ?? Buffer.alloc(0)));
        latencies.push(took * 1000);
      }),
    );
    products.push(seconds);
    await untilIdle();
  }
  await assertStored(organisationId, (ROUNDS * batches + WARM_UP_BATCHES) * BATCH_ROWS);
  const ratios = products.map((product, round) => (references[round] ?? Number.NaN) / product);
  const seconds = median(products);
  const reference = median(references);
  const rows = batches * BATCH_ROWS;
  return {
    bench: "ingest",
    ratios: { ingest: median(ratios), rounds: ratios },
    product: {
      rows,
      seconds,
      runs: products,
      rowsPerSecond: Math.round(rows / seconds),
      p50Ms: share(latencies, 0.5),
      p95Ms: share(latencies, 0.95),
    },
    reference: { seconds: reference, rowsPerSecond: Math.round(rows / reference), runs: references },
    peakMemoryMb: peakMemoryMb(),
    machine: await describeMachine(),
  };
}

function bodyOf(index: number): Buffer {
  return Buffer.from(JSON.stringify({ touchpoints: ingestBatch(index, BATCH_ROWS, CUSTOMERS) }));
}

/**
 * Keeps its connections, as a sender of many batches does; the machine is to work for the server and not for its clients.
 * @throws Error for a batch that was not stored whole
 */
function sender(address: string, key: string): (body: Buffer) => Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS });
  const headers = { authorization: `Bearer ${key}`, "content-type": "application/json" };
  return async (body) => {
    const answer = await new Promise<string>((resolve, reject) => {
      const sent = request(address, { method: "POST", agent, headers: { ...headers, "content-length": body.length } });
      sent.on("error", reject);
      sent.on("response", (response) => text(response).then(resolve, reject));
      sent.end(body);
    });
    const { accepted } = ingestResult.parse(JSON.parse(answer));
    if (accepted !== BATCH_ROWS) throw new Error(`${accepted} of ${BATCH_ROWS} rows were taken.`);
  };
}

async function assertStored(organisationId: number, expected: number): Promise<void> {
  const client = await systemPool().connect();
  try {
    await client.query("BEGIN");
    await client.query("SELECT set_config('app.org', $1, true)", [String(organisationId)]);
    const { rows } = await client.query<{ count: number }>(
      "SELECT count(*)::int AS count FROM touchpoint WHERE organisation_id = $1",
      [organisationId],
    );
    await client.query("ROLLBACK");
    if (rows[0]?.count !== expected) throw new Error(`${rows[0]?.count} rows are stored, not ${expected}.`);
  } finally {
    client.release();
  }
}

/** Waits until the worker has scored what came in, which would slow down whatever is measured next. */
async function untilIdle(): Promise<void> {
  for (;;) {
    await setTimeout(LOOK_EVERY_MS);
    const { rows } = await systemPool().query<{ busy: boolean }>(
      "SELECT EXISTS (SELECT FROM job WHERE state IN ('queued', 'running')) AS busy",
    );
    if (!rows[0]?.busy) return;
  }
}

/** The value under which so large a share of the figures lies. */
function share(figures: readonly number[], part: number): number {
  const sorted = [...figures].sort((one, other) => one - other);
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN);
}
