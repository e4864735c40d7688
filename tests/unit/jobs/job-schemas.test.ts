import { describe, expect, it } from "vitest";
import { jobParams } from "@/lib/schemas/job-params";

const ID = "3f0c1b8e-6f0e-4b57-9a53-0d4a1a6a9d11";

describe("the id of a job in an address", () => {
  it("is a UUID, in either case", () => {
    expect(jobParams.parse({ id: ID })).toEqual({ id: ID });
    expect(jobParams.safeParse({ id: ID.toUpperCase() }).success).toBe(true);
  });

  it.each(["", "1", "null", `${ID}x`, ID.slice(1), `{${ID}}`, `${ID}\0`, "../jobs", "' OR 1=1 --", undefined, 7])(
    "is not %j, which PostgreSQL would refuse as a bug of ours",
    (id) => expect(jobParams.safeParse({ id }).success).toBe(false),
  );

  it("comes alone", () => expect(jobParams.safeParse({ id: ID, organisationId: "2" }).success).toBe(false));
});
