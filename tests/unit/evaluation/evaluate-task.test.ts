import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { evaluateTask } from "@/lib/evaluation/evaluate-task";
import { fnvFold } from "@/lib/evaluation/fnv-fold";
import { seededUniform } from "@/lib/scoring/evaluation/seeded-uniform";

const TELCO_HEADER =
  "customerID,gender,SeniorCitizen,Partner,Dependents,tenure,PhoneService,MultipleLines,InternetService,OnlineSecurity," +
  "OnlineBackup,DeviceProtection,TechSupport,StreamingTV,StreamingMovies,Contract,PaperlessBilling,PaymentMethod," +
  "MonthlyCharges,TotalCharges,Churn";
const ROWS = 250;

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
    const total = tenure === 0 ? " " : String(20 * tenure);
    const traits = "Yes,No,DSL,No,No,No,No,No,No";
    const line = `c${row},Female,0,Yes,No,${tenure},${traits},${contract},Yes,Mailed check,20,${total},${leaves ? "Yes" : "No"}`;
    return { line, leaves, tenure };
  });
}

async function evaluateTelco(options: { predictionsPath?: string } = {}) {
  const path = join(folder, "telco.csv");
  const lines = telcoCustomers().map(({ line }) => line);
  await writeFile(path, `${[TELCO_HEADER, ...lines].join("\n")}\n`);
  return evaluateTask({ task: "telco", path, report: () => {}, ...options });
}

const testRows = telcoCustomers().flatMap((customer, row) => (fnvFold(row, 5) === 0 ? [{ ...customer, row }] : []));

describe("evaluateTask on telephone customers", () => {
  it("tests on fold 0 and says how good every model is", async () => {
    const report = await evaluateTelco();
    expect(report).toMatchObject({ task: "telco", trainRows: ROWS - testRows.length, testRows: testRows.length });
    expect(report.models.constant.auc.value).toBe(0.5);
    expect(report.models.best.auc.value).toBeGreaterThan(0.7);
    expect(report.models.plain.auc.value).toBeGreaterThan(0.7);
    expect(report.models.rules?.auc.value).toBeGreaterThan(0.5);
    expect(report.refused).toBeNull();
    expect(report.paired).toEqual({});
    expect(report.chosen.anchoring).toBeNull();
  }, 60_000);

  it("writes every test row's probabilities and compares them with a reference of the same rows", async () => {
    const reference = testRows.map(({ row, leaves }) => `${row},${Number(leaves)},0.5`);
    await writeFile(join(folder, "reference-predictions.csv"), ["id,y,coin", ...reference].join("\n"));
    const predictionsPath = join(folder, "out.csv");
    const report = await evaluateTelco({ predictionsPath });
    expect(Object.keys(report.paired)).toEqual(["coin"]);
    expect(report.paired.coin?.auc.value).toBeCloseTo(report.models.best.auc.value - 0.5, 12);
    expect(report.paired.coin?.logLoss.value).toBeCloseTo(report.models.best.logLoss.value - Math.LN2, 12);
    const [header, ...lines] = (await readFile(predictionsPath, "utf8")).trim().split("\n");
    expect(header).toBe("id,y,constant,rules,plain,best");
    expect(lines.map((line) => line.split(",").slice(0, 2).map(Number))).toEqual(
      testRows.map(({ row, leaves }) => [row, Number(leaves)]),
    );
  }, 60_000);

  it("refuses to compare with a reference of other outcomes", async () => {
    const reference = testRows.map(({ row, leaves }) => `${row},${Number(!leaves)},0.5`);
    await writeFile(join(folder, "reference-predictions.csv"), ["id,y,coin", ...reference].join("\n"));
    await expect(evaluateTelco()).rejects.toMatchObject({ code: "unprocessable" });
  }, 60_000);
});

describe("evaluateTask on accounts whose endings follow nothing", () => {
  it("predicts every account by models of the others, and refuses them in words", async () => {
    const uniform = seededUniform(8);
    const ids = Array.from({ length: 60 }, (_, at) => `A-${at}`);
    const flag = () => (uniform() < 0.5 ? "TRUE" : "FALSE");
    const tables = {
      accounts: [
        "account_id,industry,country,signup_date,referral_source,plan_tier,seats,is_trial,churn_flag",
        ...ids.map(
          (id) =>
            `${id},EdTech,US,${10 + Math.floor(19 * uniform())}-03-2024,ads,Pro,${1 + Math.floor(9 * uniform())},FALSE,${flag()}`,
        ),
      ],
      subscriptions: [
        "subscription_id,account_id,mrr_amount,upgrade_flag,downgrade_flag",
        ...ids.map((id, at) => `S-${at},${id},${Math.floor(900 * uniform())},${flag()},${flag()}`),
      ],
      feature_usage: [
        "usage_id,subscription_id,usage_count,usage_duration_secs,error_count",
        ...ids.map((_, at) => `U-${at},S-${at},${Math.floor(9 * uniform())},${Math.floor(900 * uniform())},0`),
      ],
      supports_ticket: [
        "ticket_id,account_id,resolution_time_hours,priority,satisfaction_score,escalation_flag",
        ...ids.map((id, at) => `T-${at},${id},5,urgent,${at % 2 === 0 ? "" : 4},${flag()}`),
      ],
    };
    for (const [name, lines] of Object.entries(tables)) {
      await writeFile(join(folder, `ravenstack_${name}.csv`), `\uFEFF${lines.join("\n")}\n`);
    }
    const report = await evaluateTask({ task: "ravenstack", path: folder, report: () => {} });
    expect(report).toMatchObject({ trainRows: 60, testRows: 60 });
    expect(report.models.best.auc.low).toBeLessThanOrEqual(0.5);
    expect(report.refused).toMatch(/cannot be told from guessing|worse than guessing/);
    expect(report.chosen.models).toHaveLength(5);
  }, 60_000);
});
