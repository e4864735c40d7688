/** What the customers of the sample do, with the share of each. */
export const INDUSTRIES = [
  { key: "haulage", label: "Road haulage", share: 0.22 },
  { key: "forwarding", label: "Freight forwarding", share: 0.16 },
  { key: "warehousing", label: "Warehousing", share: 0.16 },
  { key: "food", label: "Food wholesale", share: 0.16 },
  { key: "building", label: "Building materials", share: 0.12 },
  { key: "machinery", label: "Machinery", share: 0.1 },
  { key: "medical", label: "Medical supplies", share: 0.08 },
] as const;

export type Industry = (typeof INDUSTRIES)[number];
export type IndustryKey = Industry["key"];
