import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { readRetail } from "@/lib/evaluation/read-retail";
import type { LabelledTable } from "@/lib/scoring/learning/table";

const HEADER = "customer_id,invoice_no,kind,invoice_date,lines,products,units,amount,country";

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "rekindle-read-retail-"));
});

afterEach(() => rm(folder, { recursive: true }));

/** Purchases of 10 each, by customer: the days on which they were made. */
async function readPurchases(daysByCustomer: Readonly<Record<string, readonly string[]>>) {
  const lines = Object.entries(daysByCustomer).flatMap(([customer, days]) =>
    days.map((day) => `${customer},1,purchase,${day} 12:00:00,1,1,1,10,United Kingdom`),
  );
  const path = join(folder, "invoices.csv");
  await writeFile(path, [HEADER, ...lines].join("\n"));
  return readRetail(path);
}

function valuesOf(table: LabelledTable | null, name: string): readonly (string | number)[] {
  return [...(table?.columns.find((column) => column.name === name)?.values ?? [])];
}

const BACKGROUND = {
  steady: ["2010-03-01", "2010-06-01", "2010-09-01", "2010-11-20", "2011-02-01", "2011-05-01", "2011-08-01"],
  gone: ["2010-02-01", "2010-03-01", "2010-04-01"],
};

describe("readRetail", () => {
  it("takes customers who bought in the 180 days up to a date, that day included", async () => {
    const { test } = await readPurchases({
      ...BACKGROUND,
      first: ["2011-03-14"], // 179 days before the test date
      early: ["2011-03-13"], // 180 days before
      onTheDay: ["2011-09-09"],
      after: ["2011-09-10"],
    });
    expect(test?.groups).toEqual(["steady", "first", "onTheDay"]);
  });

  it("says broken up without a purchase in the 90 days after the date, that day left out", async () => {
    const { test } = await readPurchases({
      ...BACKGROUND,
      next: ["2011-09-01", "2011-09-10"],
      last: ["2011-09-01", "2011-12-08"], // 90 days after the test date
      late: ["2011-09-01", "2011-12-09"],
      never: ["2011-09-01", "2011-09-09"],
    });
    expect(Object.fromEntries(test!.groups.map((group, row) => [group, test!.outcomes[row]]))).toEqual({
      steady: 1,
      next: 0,
      last: 0,
      late: 1,
      never: 1,
    });
  });

  it("trains on the five dates before, and has no row of the test date among them", async () => {
    const { training, test } = await readPurchases(BACKGROUND);
    expect(training.groups).toEqual([...new Array(5).fill("steady"), "gone", "gone"]);
    expect(valuesOf(training, "month")).toEqual(["6", "9", "12", "3", "6", "6", "9"]);
    expect(valuesOf(test, "month")).toEqual(["9"]);
  });

  it("counts days and purchases from the windows before the date", async () => {
    const { test } = await readPurchases({
      ...BACKGROUND,
      buyer: ["2011-09-04", "2011-08-01", "2011-06-01", "2010-01-01"],
    });
    const row = test!.groups.indexOf("buyer");
    const at = (name: string) => valuesOf(test, name)[row];
    expect(at("recencyDays")).toBe(5);
    expect(at("purchases30")).toBe(1);
    expect(at("purchases90")).toBe(2);
    expect(at("purchases180")).toBe(3);
    expect(at("meanOrder180")).toBe(10);
    expect(at("logLifetimePurchases")).toBeCloseTo(Math.log(4), 12);
    expect(at("home")).toBe("true");
  });

  it("sees nothing of what comes after the test date", async () => {
    const known = await readPurchases({ ...BACKGROUND, buyer: ["2011-01-01", "2011-05-01", "2011-09-01"] });
    const later = await readPurchases({
      ...BACKGROUND,
      buyer: ["2011-01-01", "2011-05-01", "2011-09-01", "2011-09-10", "2011-10-01"],
    });
    expect(later.test?.columns).toEqual(known.test?.columns);
    expect(later.training).toEqual(known.training);
    expect(later.seasonalRate).toBe(known.seasonalRate);
    expect(later.test?.outcomes).not.toEqual(known.test?.outcomes);
  });

  it("knows the break-up rate of the season from the year before", async () => {
    const { seasonalRate } = await readPurchases({ ...BACKGROUND, other: ["2010-09-01"], third: ["2010-09-01"] });
    expect(seasonalRate).toBe(0.75); // of steady, gone, other and third on 2010-09-09, only steady bought again
  });

  it("has finite log-odds of no purchase", async () => {
    const { training, test } = await readPurchases(BACKGROUND);
    for (const table of [training, test]) {
      for (const value of valuesOf(table, "logOddsOfNoPurchase")) expect(value).toSatisfy(Number.isFinite);
    }
  });
});
