import { createElement } from "react";
import { describe, expect, it } from "vitest";
import { PreviewResult } from "@/components/rules/preview-result";
import type { RulePreview } from "@/lib/rules/preview-rules";
import { render } from "./render";

const HREF = "/settings/rules/draft?everyone=1";
const PAIR = { before: 0, after: 0 };

function shown(total: number, looked: number): string {
  const preview: RulePreview = {
    asOf: "2026-06-30T00:00:00.000Z",
    customers: { total, looked },
    anchor: null,
    current: { modelVersion: 1, ruleSetVersion: 1, learned: false },
    currency: "EUR",
    bands: [],
    distribution: [],
    valueAtRiskMinor: PAIR,
    changed: { customers: 0, worse: 0, better: 0 },
    changes: [],
    seconds: 1,
  };
  return render(createElement(PreviewResult, { preview, more: { href: HREF, atMost: 100_000 } }));
}

describe("the preview of rules", () => {
  it("leads from a sample to everyone", () => {
    const html = shown(40_000, 10_000);
    expect(html).toContain("10,000 of 40,000 customers looked at.");
    expect(html).toContain(`href="${HREF}"`);
    expect(html).toContain("Look at all 40,000 customers");
  });

  it("leads to as many as can be looked at, where that is not everyone", () => {
    expect(shown(1_000_000, 10_000)).toContain("Look at 100,000 customers");
  });

  it("leads nowhere once it looked at everyone, or at as many as it can", () => {
    for (const html of [shown(400, 400), shown(40_000, 40_000), shown(1_000_000, 100_000)]) {
      expect(html).not.toContain("href=");
    }
  });
});
