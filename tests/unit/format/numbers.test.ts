import { describe, expect, it } from "vitest";
import { formatCount } from "@/lib/format/format-count";
import { formatMoney, formatMoneyShort } from "@/lib/format/format-money";
import { formatPoints } from "@/lib/format/format-points";
import { formatRisk } from "@/lib/format/format-risk";
import { formatRiskChange } from "@/lib/format/format-risk-change";
import { formatValue } from "@/lib/format/format-value";
import { localeOf } from "@/lib/format/locale-of";

describe("formatRisk", () => {
  it.each([
    [0.62, "62"],
    [0.624, "62"],
    [0.625, "63"],
    [0.01, "1"],
    [0.0099, "<1"],
    [0, "<1"],
    [0.99, "99"],
    [0.991, ">99"],
    [1, ">99"],
  ])("says %d as %s", (probability, text) => expect(formatRisk(probability)).toBe(text));
});

describe("formatRiskChange", () => {
  it.each([
    [0.22, 0.31, "22", "31"],
    [0.041, 0.039, "4.1", "3.9"],
    [0.0404, 0.0396, "4.04", "3.96"],
    [0.04, 0.04, "4", "4"],
    [0.001, 0.004, "<1", "<1"],
    [0.0400001, 0.0399999, "4", "4"],
  ])("says %d and %d, told apart where they differ", (before, after, one, other) => {
    expect(formatRiskChange(before, after, "en-GB")).toEqual([one, other]);
  });
  it("writes as the language does", () => expect(formatRiskChange(0.041, 0.039, "de-DE")).toEqual(["4,1", "3,9"]));
});

describe("formatPoints", () => {
  it("has a sign, a true minus and no sign for nothing", () => {
    expect(formatPoints(12.4, "en-GB")).toBe("+12");
    expect(formatPoints(-3.6, "en-GB")).toBe("−4");
    expect(formatPoints(0.2, "en-GB")).toBe("0");
    expect(formatPoints(-0.2, "en-GB")).toBe("0");
    expect(formatPoints(4, "en-GB", 1)).toBe("+4.0");
    expect(formatPoints(-4.25, "de", 1)).toBe("−4,3");
  });
});

describe("formatMoney", () => {
  it("knows how many digits the minor part has", () => {
    expect(formatMoney(1_234_567, "EUR", "en-GB")).toBe("€12,346");
    expect(formatMoney(1_234_567, "JPY", "en-GB")).toBe("JP¥1,234,567");
    expect(formatMoney(1_234_567, "KWD", "en-GB").replace(/\s/u, " ")).toBe("KWD 1,235");
    expect(formatMoney(-5_000, "USD", "en-US")).toBe("-$50");
  });
  it("is short for sentences", () => {
    expect(formatMoneyShort(123_456_789, "EUR", "en-GB")).toBe("€1.2m");
    expect(formatMoneyShort(90_000, "EUR", "en-GB")).toBe("€900");
    expect(formatMoneyShort(1_737_812, "EUR", "de-DE")).toBe("17.378\u00a0€");
    expect(formatMoneyShort(123_456_789, "EUR", "de-DE")).toBe("1,2\u00a0Mio.\u00a0€");
  });
});

it("groups counts and cuts values", () => {
  expect(formatCount(44_876, "en-GB")).toBe("44,876");
  expect(formatValue(9.987, "en-GB")).toBe("9.99");
  expect(formatValue(3, "en-GB")).toBe("3");
});

it("speaks British English", () => {
  expect(localeOf("en")).toBe("en-GB");
  expect(localeOf("de")).toBe("de-DE");
});
