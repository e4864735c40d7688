import { describe, expect, it } from "vitest";
import { API_ENDPOINTS } from "@/lib/http/api-endpoints";
import { apiReference } from "@/lib/http/api-reference";
import { codeExamples } from "@/lib/http/code-examples";

const groups = apiReference("https://r.example");
const calls = groups.flatMap((group) => group.calls);
const call = (method: string, path: string) => calls.find((one) => one.method === method && one.path === path);

describe("the API reference", () => {
  it("has every endpoint once, with an example in each language", () => {
    expect(calls.map(({ method, path }) => `${method.toLowerCase()} ${path}`).sort()).toEqual(
      API_ENDPOINTS.map(({ method, path }) => `${method} ${path}`).sort(),
    );
    for (const { examples, method } of calls) {
      expect(examples.curl).toContain(`curl -X ${method} "https://r.example/api/v1/`);
      expect(examples.typescript).toContain(`method: "${method}"`);
      expect(examples.python).toContain(`requests.${method.toLowerCase()}(`);
      expect(Object.values(examples).join()).not.toMatch(/\{(?:id|importId|externalId)\}|undefined/);
    }
  });

  it("shows bodies that the endpoint takes", () => {
    for (const { method, path, body } of API_ENDPOINTS) {
      const curl = call(method.toUpperCase(), path)?.examples.curl ?? "";
      const sent = /-d '([\s\S]*)'$/.exec(curl)?.[1];
      if (!body || !sent) continue;
      const result = body.safeParse(JSON.parse(sent));
      expect({ path, issues: result.error?.issues ?? [] }).toEqual({ path, issues: [] });
    }
  });

  it("says what is needed and what limits there are", () => {
    const touchpoints = call("POST", "/touchpoints");
    expect(touchpoints?.body).toContainEqual(
      expect.objectContaining({ path: "touchpoints[].kind", type: "string", isRequired: true }),
    );
    expect(touchpoints?.parameters).toContainEqual(
      expect.objectContaining({ path: "unknownCustomer", type: '"create" or "hold" or "reject"', place: "query" }),
    );
    expect(call("PUT", "/imports")).toMatchObject({ bodyType: "text/csv", scopes: "write", answer: { status: "201" } });
  });
});

it("writes text that would end a quote or mean something to a shell as text", () => {
  const { curl, python, typescript } = codeExamples({ method: "POST", url: "u", body: { a: "it's", b: [null, true] } });
  expect(curl).toContain("it'\\''s");
  expect(python).toContain('"b": [\n');
  expect(python).toContain("None,");
  expect(python).toContain("True,");
  expect(typescript).toContain(`"it's"`);
});
