import { expect, it } from "vitest";
import { windowDays } from "@/lib/format/window-days";

const DAY = 86_400_000;
const start = Date.parse("2026-06-24T00:00:00Z");

it("is a day for a day, two for twice as much around its middle, and a day again for half of that", () => {
  expect(windowDays({ fromMs: start, toMs: start + DAY - 1 }, "UTC")).toEqual({ from: "2026-06-24", to: "2026-06-24" });
  const twice = { fromMs: start - DAY / 2, toMs: start + 1.5 * DAY - 2 };
  expect(windowDays(twice, "UTC")).toEqual({ from: "2026-06-24", to: "2026-06-25" });
  expect(windowDays({ fromMs: start + DAY / 2, toMs: start + 1.5 * DAY }, "UTC").to).toBe("2026-06-25");
});

it("counts days of the zone", () => {
  const local = { fromMs: start - 2 * 3_600_000, toMs: start + DAY - 2 * 3_600_000 };
  expect(windowDays(local, "Europe/Copenhagen")).toEqual({ from: "2026-06-24", to: "2026-06-24" });
});
