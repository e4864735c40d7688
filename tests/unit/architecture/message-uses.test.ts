import { describe, expect, it } from "vitest";
import { messageAt } from "../../support/architecture/message-files";
import { readMessageUses } from "../../support/architecture/read-message-uses";

function usesIn(...lines: string[]) {
  return readMessageUses({ path: "app/page.tsx", text: lines.join("\n"), lines: lines.length });
}

describe("the texts a file asks for", () => {
  it("are found by the variable of their namespace", () => {
    const uses = usesIn(
      'const t = useTranslations("risk");',
      'const common = await getTranslations("common");',
      't("title"); t.rich("summary.lead", {}); common("back"); at("nothing"); item.t("nothing");',
    );
    expect(uses.map(({ namespaces, key }) => `${namespaces.join()}.${key}`)).toEqual([
      "risk.title",
      "risk.summary.lead",
      "common.back",
    ]);
  });

  it("are found where the translator is used at once", () => {
    expect(usesIn('(await getTranslations("risk"))("title")')).toEqual([
      { path: "app/page.tsx", namespaces: ["risk"], key: "title", isWhole: true },
    ]);
  });

  it("are known by their beginning where the rest is decided later", () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: it is the code that is read here
    const [use] = usesIn('const t = useTranslations("risk");', "t(`bands.${row.band}`)");
    expect(use).toMatchObject({ key: "bands.", isWhole: false });
  });
});

describe("a message by its path", () => {
  const files = new Map([["risk", { risk: { title: "Risk", bands: { calm: "Calm" } } }]]);

  it("is a text, a group or nothing", () => {
    expect(messageAt(files, "risk.bands.calm")).toBe("Calm");
    expect(messageAt(files, "risk.bands.")).toEqual({ calm: "Calm" });
    expect(messageAt(files, "risk.gone")).toBeUndefined();
    expect(messageAt(files, "risk.constructor")).toBeUndefined();
    expect(messageAt(files, "gone.title")).toBeUndefined();
  });
});
