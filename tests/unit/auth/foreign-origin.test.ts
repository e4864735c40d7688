import { beforeAll, describe, expect, it } from "vitest";
import { refuseForeignOrigin } from "@/lib/auth/refuse-foreign-origin";
import { AppError } from "@/lib/errors";

beforeAll(() => {
  process.env.DATABASE_URL ??= "postgresql://localhost/none";
  process.env.BETTER_AUTH_SECRET ??= "0".repeat(40);
  process.env.BASE_URL = "https://rekindle.example";
});

const OWN = "https://rekindle.example";

describe("where a change by cookie may come from", () => {
  it.each<[string, Record<string, string>]>([
    ["our own address", { origin: OWN }],
    ["our own address, said twice", { origin: OWN, "sec-fetch-site": "same-origin" }],
    ["the browser's word alone", { "sec-fetch-site": "same-origin" }],
    ["the host that was asked", { origin: "http://localhost:3000", host: "localhost:3000" }],
  ])("passes %s", (_what, headers) => {
    expect(() => refuseForeignOrigin(new Headers(headers))).not.toThrow();
  });

  it.each<[string, Record<string, string>]>([
    ["nothing said", {}],
    ["a host alone", { host: "rekindle.example" }],
    ["a referer alone", { referer: `${OWN}/risk` }],
    ["another site", { origin: "https://evil.example", host: "rekindle.example" }],
    ["another port", { origin: "http://localhost:4000", host: "localhost:3000" }],
    ["another scheme of a foreign host", { origin: "http://rekindle.example", host: "other" }],
    ["a site below ours", { origin: "https://a.rekindle.example", host: "rekindle.example" }],
    ["an address that begins as ours", { origin: "https://rekindle.example.evil.example", host: "rekindle.example" }],
    ["an opaque origin", { origin: "null", host: "null" }],
    ["a sibling site by the browser's word", { origin: OWN, "sec-fetch-site": "same-site" }],
    ["another site by the browser's word", { "sec-fetch-site": "cross-site" }],
    ["a typed address by the browser's word", { "sec-fetch-site": "none" }],
    [
      "a foreign origin although the site seems right",
      { origin: "https://evil.example", "sec-fetch-site": "same-origin" },
    ],
  ])("refuses %s", (_what, headers) => {
    expect(() => refuseForeignOrigin(new Headers(headers))).toThrow(AppError);
  });
});
