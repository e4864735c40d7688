import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { evaluateCustomers } from "@/lib/evaluation/evaluate-customers";
import { fnvFold } from "@/lib/evaluation/fnv-fold";
import { readFiles } from "@/lib/evaluation/read-files";
import { readTelco } from "@/lib/evaluation/read-telco";
import { seededUniform } from "@/lib/scoring/evaluation/seeded-uniform";

const ROWS = 300;
const quiet = { report: () => {} };

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rekindle-evaluate-"));
});

afterEach(() => rm(folder, { recursive: true }));

/** Telephone customers of whom the new ones leave, nearly always; one has no total charges yet. */
function telcoCustomers() {
  const uniform = seededUniform(5);
  return Array.from({ length: ROWS }, (_, row) => {
    const tenure = row === 0 ? 0 : Math.floor(uniform() * 60);
    const leaves = uniform() < (tenure < 25 ? 0.85 : 0.15);
    const contract = uniform() < 0.5 ? "Month-to-month" : "One year";
    const line = `c${row},${tenure},${contract},${tenure === 0 ? " " : 20 * tenure},${leaves ? "Yes" : "No"}`;
    return { line, leaves, tenure };
  });
}

async function telcoFile(): Promise<string> {
  const path = join(folder, "telco.csv");
  const lines = telcoCustomers().map(({ line }) => line);
  await writeFile(path, `${["customerID,tenure,Contract,TotalCharges,Churn", ...lines].join("\n")}\n`);
  return path;
}

const testRows = telcoCustomers().flatMap((customer, row) => (fnvFold(row, 5) === 0 ? [{ ...customer, row }] : []));

describe("evaluating telephone customers", () => {
  it("tests on fold 0 and says how good every model is", async () => {
    const report = await evaluateCustomers(await readTelco(await telcoFile()), quiet);
    expect(report).toMatchObject({ task: "telco", trainRows: ROWS - testRows.length, testRows: testRows.length });
    expect(report.models.constant.auc.value).toBe(0.5);
    expect(report.models.best.auc.value).toBeGreaterThan(0.7);
    expect(report.models.plain.auc.value).toBeGreaterThan(0.7);
    expect(report.refused).toBeNull();
    expect(report.paired).toEqual({});
    expect(report.chosen.anchoring).toBeNull();
    expect(Object.keys(report.chosen.models[0]?.terms ?? {})).toEqual(expect.arrayContaining(["trait:tenure"]));
  }, 120_000);

  it("writes every test row's probabilities and compares them with a reference of the same rows", async () => {
    const reference = testRows.map(({ row, leaves }) => `${row},${Number(leaves)},0.5`);
    await writeFile(join(folder, "reference-predictions.csv"), ["id,y,coin", ...reference].join("\n"));
    const predictionsPath = join(folder, "out.csv");
    const report = await evaluateCustomers(await readTelco(await telcoFile()), { ...quiet, predictionsPath });
    expect(report.paired.coin?.rows).toBe(testRows.length);
    expect(report.paired.coin?.auc.value).toBeCloseTo(report.models.best.auc.value - 0.5, 12);
    expect(report.paired.coin?.logLoss.value).toBeCloseTo(report.models.best.logLoss.value - Math.LN2, 12);
    const [header, ...lines] = (await readFile(predictionsPath, "utf8")).trim().split("\n");
    expect(header).toBe("id,asOf,y,constant,rules,plain,best");
    const written = new Map(lines.map((line) => [line.split(",")[0], Number(line.split(",")[2])]));
    expect(written).toEqual(new Map(testRows.map(({ row, leaves }) => [`c${row}`, Number(leaves)])));
  }, 120_000);

  it("refuses to compare with a reference of other outcomes", async () => {
    const reference = testRows.map(({ row, leaves }) => `${row},${Number(!leaves)},0.5`);
    await writeFile(join(folder, "reference-predictions.csv"), ["id,y,coin", ...reference].join("\n"));
    const evaluating = evaluateCustomers(await readTelco(await telcoFile()), quiet);
    await expect(evaluating).rejects.toMatchObject({ code: "unprocessable" });
  }, 120_000);
});

const DAY = 86_400_000;
const iso = (day: number) => new Date(Date.UTC(2023, 0, 1) + day * DAY).toISOString().slice(0, 10);

/** A shop's customers, half of whom stop buying at some time, and what their files look like. */
async function shopFiles() {
  const uniform = seededUniform(9);
  const lines = Array.from({ length: 150 }, (_, at) => {
    const gap = 5 + 20 * uniform();
    const lastDay = uniform() < 0.5 ? 150 + 550 * uniform() : 900;
    const days: number[] = [];
    for (let day = 10 * uniform(); day < Math.min(lastDay, 760); day += gap * (0.5 + uniform())) days.push(day);
    return days.map((day, nth) => `shop-${at},purchase,${iso(Math.floor(day))},${10 + nth},i-${at}-${nth}`);
  });
  const touchpoints = join(folder, "touchpoints.csv");
  const rows = lines.flat();
  // The first line comes twice, as after a repeated export.
  await writeFile(touchpoints, ["who,what,when,amount,number", ...rows, rows[0]].join("\n"));
  return { touchpoints, rows: rows.length };
}

const SHOP = {
  mapping: { customerExternalId: "who", kind: "what", occurredAt: "when", value: "amount", id: "number" },
  trainAsOfMs: [200, 260, 320].map((day) => Date.UTC(2023, 0, 1) + (day + 1) * DAY - 1),
  testAsOfMs: Date.UTC(2023, 0, 1) + 661 * DAY - 1,
  horizonDays: 60,
  breakUp: { type: "inactivity", kinds: ["purchase"], days: 60 },
  activeWithinDays: 90,
} as const;

describe("evaluating any files", () => {
  it("reads them as the import does and tests at a later date", async () => {
    const { touchpoints, rows } = await shopFiles();
    const data = await readFiles({ ...SHOP, touchpoints });
    expect(data.customers.reduce((sum, one) => sum + one.touchpoints.length, 0)).toBe(rows);
    const report = await evaluateCustomers(data, quiet);
    expect(report.task).toBe("files");
    expect(report.trainRows).toBeGreaterThan(200);
    expect(report.testRows).toBeGreaterThan(40);
    expect(report.models.best.auc.value).toBeGreaterThan(0.6);
    expect(report.chosen.anchoring).not.toBeNull();
  }, 120_000);

  it("says which kind is not there", async () => {
    const { touchpoints } = await shopFiles();
    const breakUp = { type: "inactivity", kinds: ["visit"], days: 60 } as const;
    await expect(readFiles({ ...SHOP, breakUp, touchpoints })).rejects.toThrow("There is no kind visit");
  });

  it("says which file is not there", async () => {
    const missing = join(folder, "nowhere.csv");
    await expect(readFiles({ ...SHOP, touchpoints: missing })).rejects.toThrow(`There is no file ${missing}.`);
  });

  it("says in plain words that there is nothing to learn from", async () => {
    const { touchpoints } = await shopFiles();
    const data = await readFiles({ ...SHOP, touchpoints, trainAsOfMs: [Date.UTC(2030, 0, 1)], testAsOfMs: null });
    await expect(evaluateCustomers(data, quiet)).rejects.toThrow("There is nothing to learn from");
  });

  it("takes customers with traits and recorded break-ups", async () => {
    const customers = join(folder, "customers.csv");
    const outcomes = join(folder, "outcomes.csv");
    await writeFile(customers, "account,plan,seats\na,pro,12\nb,basic,\nc,pro,007\n");
    await writeFile(outcomes, "account,what,when\na,churn,2024-02-01\nd,renewed,2024-03-01\n");
    const data = await readFiles({
      customers,
      outcomes,
      mapping: {
        externalId: "account",
        "traits.plan": "plan",
        "traits.seats": "seats",
        customerExternalId: "account",
        type: "what",
        occurredOn: "when",
      },
      trainAsOfMs: [Date.UTC(2024, 0, 1)],
      testAsOfMs: null,
      horizonDays: 90,
      breakUp: { type: "recorded" },
      activeWithinDays: null,
    });
    const byId = new Map(data.customers.map((customer) => [customer.externalId, customer]));
    expect([...byId.keys()].sort()).toEqual(["a", "b", "c", "d"]);
    expect(byId.get("a")?.facts.traits).toEqual(
      new Map<string, unknown>([
        ["plan", "pro"],
        ["seats", 12],
      ]),
    );
    expect(byId.get("b")?.facts.traits).toEqual(new Map([["plan", "basic"]]));
    expect(byId.get("c")?.facts.traits.get("seats")).toBe("007");
    expect(byId.get("a")?.outcomes).toEqual([{ type: "break-up", occurredOnMs: Date.UTC(2024, 1, 1) }]);
    expect(data.setup.knownUntilMs).toBe(Date.UTC(2024, 2, 1));
  });
});
