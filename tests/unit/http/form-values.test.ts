import { describe, expect, it } from "vitest";
import { formToObject, typedValues } from "@/lib/http/form-values";

function form(...fields: [string, string][]): FormData {
  const data = new FormData();
  for (const [name, value] of fields) data.append(name, value);
  return data;
}

describe("the fields of a form", () => {
  it("become an object, repeated names a list, without React's own", () => {
    expect(formToObject(form(["a", "1"], ["s", "x"], ["s", "y"], ["$ACTION_ID_1", ""]))).toEqual({
      a: "1",
      s: ["x", "y"],
    });
  });

  it("may be called __proto__ without harm", () => {
    const fields = formToObject(form(["__proto__", "x"]));
    expect(Object.getPrototypeOf(fields)).toBe(Object.prototype);
    expect(Object.keys(fields)).toEqual(["__proto__"]);
  });

  it("cannot be files", () => {
    const data = new FormData();
    data.append("file", new Blob(["x"]), "x.txt");
    expect(() => formToObject(data)).toThrow("file");
  });

  it("are kept to be shown again, but for secrets", () => {
    expect(typedValues({ name: "Ada", password: "p", newPassword: "p", token: "t", list: ["a"] })).toEqual({
      name: "Ada",
    });
  });
});
