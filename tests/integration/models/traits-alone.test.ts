import { beforeAll, expect, it } from "vitest";
import { POST as postCustomers } from "@/app/api/v1/customers/route";
import { POST as promote } from "@/app/api/v1/models/[modelId]/promote/route";
import { POST as train } from "@/app/api/v1/models/train/route";
import { POST as postOutcomes } from "@/app/api/v1/outcomes/route";
import { GET as scoresCsv } from "@/app/api/v1/scores.csv/route";
import { buildPanels } from "@/lib/evaluation/build-panels";
import { gatherCases } from "@/lib/evaluation/gather-cases";
import { NEW_ORGANISATION } from "@/lib/evaluation/new-organisation";
import { seededUniform } from "@/lib/scoring/evaluation/seeded-uniform";
import { trainOnPanel } from "@/lib/scoring/learning/train-on-panel";
import { sigmoid } from "@/lib/scoring/model/sigmoid";
import { call, makeOrganisation, type TestOrganisation } from "../api/call-api";
import { runQueued } from "./learning-organisation";

const AS_OF_MS = Date.parse("2025-09-30T23:59:59.999Z");
const CLOCK = "2025-12-29T23:59:59Z";

const uniform = seededUniform(5);
/** Customers of whom nothing is known but traits; those with a contract by the month leave more often. */
const people = Array.from({ length: 900 }, (_, at) => {
  const contract = uniform() < 0.5 ? "monthly" : "yearly";
  const charges = Math.round(10_000 * (20 + 80 * uniform())) / 10_000;
  const leaves = uniform() < sigmoid((contract === "monthly" ? 0.5 : -1.5) + 0.02 * (charges - 60));
  const traits: Record<string, string | number> = uniform() < 0.1 ? { contract } : { contract, charges };
  return { externalId: `t${at}`, traits, leaves, isTest: at % 5 === 0 };
});
const toLearnFrom = people.filter(({ isTest }) => !isTest);
const toTest = people.filter(({ isTest }) => isTest);

let ours: TestOrganisation;

const post = async (handler: typeof train, body?: object, params: Record<string, string> = {}) => {
  const answer = await call(handler, { key: ours.admin, method: "POST", params, ...(body ? { body } : {}) });
  if (answer.status >= 300) throw new Error(answer.text);
  return answer.json;
};
const sendCustomers = (some: typeof people) =>
  post(postCustomers, { customers: some.map(({ externalId, traits }) => ({ externalId, traits })) });

beforeAll(async () => {
  ours = await makeOrganisation("Traits", { clock: CLOCK });
  await sendCustomers(toLearnFrom);
  const left = toLearnFrom.filter(({ leaves }) => leaves);
  const outcomes = left.map(({ externalId }) => ({
    customerExternalId: externalId,
    type: "break-up",
    occurredOn: "2025-10-01",
  }));
  await post(postOutcomes, { outcomes });
  const { jobId, modelId } = await post(train, { asOf: ["2025-09-30"], signals: "all" });
  await runQueued(ours.organisationId, jobId);
  await post(promote, undefined, { modelId: String(modelId) });
  await sendCustomers(toTest);
}, 120_000);

/** What `npm run evaluate` says of the customers who were kept apart. */
function evaluated(): ReadonlyMap<string, number> {
  const { customers, kinds } = gatherCases({
    customers: people.map(({ externalId, traits }, row) => ({
      row,
      externalId,
      traits: new Map(Object.entries(traits)),
    })),
    outcomes: people.flatMap(({ externalId, leaves }, row) =>
      leaves
        ? [
            {
              row,
              customerExternalId: externalId,
              type: "break-up",
              occurredOn: "2025-10-01",
              reasons: [],
              avoidable: null,
            },
          ]
        : [],
    ),
  });
  const kept = new Set(toTest.map(({ externalId }) => externalId));
  const { training, test } = buildPanels({
    task: "traits",
    customers,
    setup: { ...NEW_ORGANISATION, kinds, knownUntilMs: Date.parse(CLOCK) },
    trainAsOfMs: [AS_OF_MS],
    testAsOfMs: AS_OF_MS,
    isTest: (externalId) => kept.has(externalId),
  });
  const trained = trainOnPanel({ training, test, seasonalRate: null });
  if (!trained.parameters) throw new Error(trained.refused);
  const { ids, best } = trained.predictions;
  return new Map(ids.map((id, row) => [id, best[row]!]));
}

it("gives customers who were not there to learn from the probabilities of the evaluation", async () => {
  const { text } = await call(scoresCsv, { key: ours.read, query: "asOf=2025-09-30T23:59:59Z" });
  const given = new Map(text.split("\n").map((line) => [line.split(",")[0]!, Number(line.split(",")[1])]));
  const expected = evaluated();
  expect(expected.size).toBe(180);
  for (const [externalId, probability] of expected) expect(given.get(externalId)).toBeCloseTo(probability, 10);
  expect(new Set(expected.values()).size).toBeGreaterThan(100);
});
