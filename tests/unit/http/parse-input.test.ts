import { describe, expect, it } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { parseInput } from "@/lib/http/parse-input";
import { readQuery } from "@/lib/http/read-query";

const schema = z.object({
  customers: z.array(z.strictObject({ mrr: z.number() })),
  note: z.string().optional(),
});

function faultsOf(work: () => unknown): AppError {
  try {
    work();
  } catch (error) {
    if (error instanceof AppError) return error;
    throw error;
  }
  throw new Error("nothing was thrown");
}

describe("parsing what came from outside", () => {
  it("names every fault by its place", () => {
    const error = faultsOf(() =>
      parseInput(schema, { customers: [{ mrr: 1 }, { mrr: "x" }, {}], extra: 1, __proto: 2 }, "body"),
    );
    expect(error.code).toBe("unprocessable");
    expect(error.issues.map(({ path, code }) => [path, code])).toEqual([
      ["customers[1].mrr", "invalid-type"],
      ["customers[2].mrr", "missing"],
      ["extra", "unknown-field"],
      ["__proto", "unknown-field"],
    ]);
  });

  it("refuses a field called __proto__ by its name", () => {
    const error = faultsOf(() => parseInput(schema, JSON.parse('{"customers":[],"__proto__":{"note":"x"}}'), "body"));
    expect(error.issues[0]).toMatchObject({ path: "__proto__", code: "unknown-field" });
  });

  it("keeps the code a rule of our own gave", () => {
    const ordered = z.number().refine(() => false, { params: { code: "not-ordered" } });
    expect(faultsOf(() => parseInput(ordered, 1, "body")).issues[0]?.code).toBe("not-ordered");
  });

  it("lists at most 100 faults", () => {
    const many = Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`f${index}`, 1]));
    expect(faultsOf(() => parseInput(schema, { customers: [], ...many }, "body")).issues).toHaveLength(100);
  });

  it("takes a wrong address for one where nothing is", () => {
    expect(faultsOf(() => parseInput(z.object({ id: z.uuid() }), { id: "1" }, "address")).code).toBe("not-found");
  });
});

describe("parsing a query", () => {
  const query = z.object({ q: z.string().optional() });

  it("reads parameters", () => expect(readQuery(query, "http://x/?q=a+b")).toEqual({ q: "a b" }));

  it.each(["?q=1&q=2", "?other=1", "?__proto__=1", "?constructor=1"])("refuses %s", (search) => {
    expect(faultsOf(() => readQuery(query, `http://x/${search}`)).code).toBe("bad-request");
  });

  it("refuses any parameter where none is expected", () => {
    expect(faultsOf(() => readQuery(undefined, "http://x/?a=1")).issues[0]?.path).toBe("a");
  });
});
