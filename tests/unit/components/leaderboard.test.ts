import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { BandMark } from "@/components/risk/band-mark";
import { ChangeMark } from "@/components/risk/change-mark";
import { customerPath } from "@/components/risk/customer-path";
import { Leaderboard } from "@/components/risk/leaderboard";
import { leaderboardHref } from "@/components/risk/leaderboard-href";
import { NobodyHere } from "@/components/risk/nobody-here";
import { BANDS } from "@/lib/bands/bands";
import type { LeaderboardRow } from "@/lib/customers/leaderboard-row";
import { USUAL_COLUMNS } from "@/lib/schemas/leaderboard-look";
import { heard, plain, render } from "./render";

const SEARCH = { sort: "-risk", stage: "current" } as const;
const ROW: LeaderboardRow = {
  externalId: "c/1 ?",
  name: "Bücher & Töne",
  stage: "wavering",
  owner: { name: "Mia" },
  risk: 62.5,
  probability: 0.625,
  band: "critical",
  change7d: 4.6,
  mrrMinor: 125_000,
  currency: "EUR",
  valueAtRiskMinor: 78_125,
  topReason: { text: { id: "tenure", values: { days: 400 } }, points: 22.5 },
  renewsOn: "2026-07-10",
  timeLeft: { days: 10, until: "renewal", on: "2026-07-10" },
  evidence: "ok",
  asOf: "2026-06-30T12:00:00.000Z",
};

function board(change: Partial<LeaderboardRow> = {}): string {
  return render(
    createElement(Leaderboard, {
      rows: [{ ...ROW, ...change }],
      search: SEARCH,
      columns: USUAL_COLUMNS,
      timeZone: "UTC",
    }),
  );
}

describe("a row of the leaderboard", () => {
  it.each([
    ["calm", "Calm"],
    ["watch", "Watch"],
    ["at-risk", "At risk"],
    ["critical", "Critical"],
  ] as const)("says the band %s in a word, beside its shape", (band, word) => {
    const html = board({ band, probability: 0.33 });
    expect(heard(html)).toContain(`33 out of 100, ${word}`);
    expect(plain(html).split(word).length - 1).toBeGreaterThanOrEqual(2);
  });

  it.each([
    [0.004, "<1 out of 100"],
    [0.999, ">99 out of 100"],
    [1, ">99 out of 100"],
    [0, "<1 out of 100"],
    [0.625, "63 out of 100"],
  ])("never calls a chance of %d certain: %s", (probability, words) => {
    expect(heard(board({ probability }))).toContain(words);
  });

  it("is light: the look of its cells is not written into every one of them", () => {
    const weight = (count: number) =>
      render(
        createElement(Leaderboard, {
          rows: Array.from({ length: count }, (_, at) => ({ ...ROW, externalId: `c${at}` })),
          search: SEARCH,
          columns: USUAL_COLUMNS,
          timeZone: "UTC",
        }),
      ).length;
    expect(weight(26) - weight(25)).toBeLessThan(2_400);
  });

  it("says who, why, what is at stake, when and whose", () => {
    const words = plain(board());
    for (const part of [
      "Bücher & Töne",
      "Wavering",
      "A customer for 400 days",
      "€781",
      "10 days",
      "renews 10 Jul 2026",
      "Mia",
    ]) {
      expect(words).toContain(part);
    }
  });

  it("says what is not known instead of leaving a hole", () => {
    const unknown = { owner: null, topReason: null, valueAtRiskMinor: null, renewsOn: null, evidence: "thin" } as const;
    const words = plain(board({ ...unknown, timeLeft: undefined }));
    for (const part of ["No owner", "Nothing weighs against this relationship", "Thin evidence", "–"]) {
      expect(words).toContain(part);
    }
  });

  it("says what is missing where evidence is thin, and nothing of it elsewhere", () => {
    const words = heard(board({ evidence: "thin", renewsOn: null, mrrMinor: null }));
    expect(words).toContain(
      "fewer than 3 touchpoints in the past 365 days; not known: when it renews and what it pays",
    );
    expect(heard(board({ evidence: "thin" }))).not.toContain("not known");
    expect(plain(board())).not.toContain("Thin evidence");
  });

  it("shows what a person thinks beside what the model says", () => {
    const said = { band: "calm", probability: 0.03 } as const;
    const judgement = { said, author: "Mia", reason: "I spoke to them", expiresAtMs: 0, disagrees: true };
    const words = heard(board({ judgement }));
    expect(words).toContain("63 out of 100, Critical");
    expect(words).toContain("Mia judges: 3 in 100, Calm, until 1 Jan 1970. I spoke to them");
    expect(plain(board())).not.toContain("judges");
  });

  it("names a rule without words by its key", () => {
    const topReason = { text: { id: "rule-of-1999", values: {} }, points: 3 };
    expect(plain(board({ topReason }))).toContain("Rule rule-of-1999");
  });

  it("links to the customer, whatever the id holds", () => {
    expect(board()).toContain('href="/customers/c%2F1%20%3F"');
    expect(customerPath("../admin")).toBe("/customers/..%2Fadmin");
  });

  it.each(["<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "{{7*7}}", "‮evil"])(
    "shows the name %j as text",
    (name) => {
      const html = board({ name, owner: { name } });
      expect(html).not.toMatch(/<script|<img/);
      expect(plain(html.replaceAll(/title="[^"]*"/g, ""))).toContain(name.trim());
      expect(html).toMatch(/<bdi/);
    },
  );

  it("tells its order to those who do not see it", () => {
    expect(plain(board())).toContain("Customers, Risk, highest first");
  });
});

describe("the change of a risk", () => {
  it.each([
    [12.4, "+12 points, worse"],
    [-3, "−3 points, better"],
    [0, "no change"],
    [0.4, "no change"],
    [-0.4, "no change"],
    [0.6, "+1 points, worse"],
  ])("of %d points says so in words: %s", (points, words) => {
    expect(plain(render(createElement(ChangeMark, { points })))).toContain(words);
  });
});

describe("the marks of bands", () => {
  it("differ in shape, not in colour alone, and leave the word to the text beside them", () => {
    const shapes = BANDS.map((band) => render(createElement(BandMark, { band })));
    expect(new Set(shapes.map((html) => html.replaceAll(/class="[^"]*"/g, ""))).size).toBe(BANDS.length);
    for (const html of shapes) expect(html).toContain('aria-hidden="true"');
  });
});

describe("a leaderboard without customers", () => {
  const page = (ownBook: boolean, mayImport: boolean) =>
    render(createElement(NobodyHere, { title: "Who may leave", ownBook, mayImport }));

  it("shows the way to import to those who may, and to no one else", () => {
    expect(page(false, true)).toContain('href="/imports"');
    expect(page(false, false)).not.toContain("href=");
    expect(plain(page(false, false))).toContain("An admin of your organisation imports");
  });

  it("tells a manager that the book is empty, not the organisation", () => {
    expect(plain(page(true, false))).toContain("Your book is empty");
  });
});

describe("the address of the leaderboard", () => {
  it.each([
    [{}, "/risk"],
    [{ band: "watch" }, "/risk?band=watch"],
    [{ sort: "name", stage: "all" }, "/risk?stage=all&sort=name"],
    [{ q: "a&b=c #1 ü" }, "/risk?q=a%26b%3Dc+%231+%C3%BC"],
    [{ cursor: "abc" }, "/risk?cursor=abc"],
  ] as const)("with %j is %s", (changes, href) => expect(leaderboardHref(SEARCH, changes)).toBe(href));

  it("begins at the first page again whenever something else is asked", () => {
    expect(leaderboardHref({ ...SEARCH, cursor: "abc", q: "x" }, { band: "calm" })).toBe("/risk?band=calm&q=x");
  });
});
