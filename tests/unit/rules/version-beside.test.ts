import { expect, it } from "vitest";
import { versionBeside } from "@/lib/rules/version-beside";

it.each([
  { title: "an old one beside the one in force", version: 1, inForce: 3, beside: 3 },
  { title: "the one in force beside the one before it", version: 3, inForce: 3, beside: 2 },
  { title: "one in force that is not the newest beside the newest", version: 2, inForce: 2, beside: 3 },
])("puts $title", ({ version, inForce, beside }) => {
  expect(versionBeside(version, inForce, [3, 2, 1])).toBe(beside);
});

it("puts the only one beside none", () => {
  expect(versionBeside(1, 1, [1])).toBeNull();
});
