import { describe, expect, it } from "vitest";
import { findBrowserFiles } from "./support/architecture/browser-files";
import { findCycles } from "./support/architecture/find-cycles";
import { findForbiddenImports, layerOf } from "./support/architecture/find-forbidden-imports";
import { readImportGraph } from "./support/architecture/import-graph";
import { messageAt, readMessageFiles } from "./support/architecture/message-files";
import { readMessageUses } from "./support/architecture/read-message-uses";
import { readSourceFiles, type SourceFile } from "./support/architecture/source-files";
import { findUnsentTexts } from "./support/architecture/unsent-texts";

const product = readSourceFiles("app", "components", "lib", "scripts", "bench", "prisma", "instrumentation.ts");
const tests = readSourceFiles("tests");
const edges = readImportGraph(product);

describe("size of files", () => {
  const lines = product.map((file) => file.lines).sort((a, b) => a - b);

  it("is at most 60 lines for half of them", () => {
    expect(lines[Math.floor(lines.length / 2)]).toBeLessThanOrEqual(60);
  });

  it("is under 180 lines for nine of ten", () => {
    expect(lines.filter((count) => count >= 180).length / lines.length).toBeLessThan(0.1);
  });

  it("is never over 300 lines", () => {
    expect(listed(product, (file) => file.lines > 300)).toEqual([]);
  });
});

describe("imports", () => {
  it("lead to files, so that no rule is blind", () => {
    const paths = new Set(product.map((file) => file.path));
    const lost = edges.filter((edge) => !edge.isPackage && !paths.has(edge.to));
    expect(lost.map(({ from, to }) => `${from}: ${to}`)).toEqual([]);
  });

  it("never go in a circle, types included", () => {
    expect(findCycles(edges)).toEqual([]);
  });

  it("go only where the layers allow", () => {
    expect(findForbiddenImports(edges)).toEqual([]);
  });

  it("bring no server code into the browser", () => {
    const browser = findBrowserFiles(product, edges);
    const isServerOnly = (path: string) => /^lib\/(db|auth|http|jobs|env\.ts|log\.ts)/.test(path);
    const builtIns = edges.filter((edge) => browser.has(edge.from) && edge.to.startsWith("node:"));
    expect([...browser].filter((path) => isServerOnly(path) && layerOf(path).name !== "pure")).toEqual([]);
    expect(builtIns.map((edge) => `${edge.from}: ${edge.to}`)).toEqual([]);
  });
});

describe("code", () => {
  it("of pure layers knows no clock and no chance", () => {
    const impure = /\bDate\.now\(|\bnew Date\(\)|\bMath\.random\(|\bperformance\.now\(|\bcrypto\./;
    expect(listed(product, (file) => layerOf(file.path).name === "pure" && impure.test(file.text))).toEqual([]);
  });

  it("does not talk the compiler out of its checks", () => {
    const evasion =
      /\bas unknown as\b|@ts-(ignore|nocheck|expect-error)|biome-ignore lint\/(suspicious\/noExplicitAny|style\/noNonNull)/;
    expect(listed(product, (file) => evasion.test(file.text))).toEqual([]);
  });

  it("reads the environment in one place", () => {
    const mayRead = /^(lib\/env\.ts|instrumentation\.ts|scripts\/)/;
    expect(listed(product, (file) => /\bprocess\.env\b/.test(file.text) && !mayRead.test(file.path))).toEqual([]);
  });

  it("is imported from where it is, not from a barrel", () => {
    expect(listed(product, (file) => /\/index\.tsx?$/.test(file.path) || /^export \* from/m.test(file.text))).toEqual(
      [],
    );
  });

  it("lies in files that say what they hold", () => {
    const drawer = /(^|\/)(helpers?|misc|commons?|utils?|shared|stuff)\.(ts|tsx|mjs)$/;
    expect(listed([...product, ...tests], (file) => drawer.test(file.path))).toEqual([]);
  });

  it("lies in files with names in kebab-case", () => {
    const kebab = /\/?[a-z0-9]+(-[a-z0-9]+)*(\.(test|phone\.spec|spec|phone))?\.(ts|tsx|mjs)$/;
    expect(listed([...product, ...tests], (file) => !kebab.test(file.path.split("/").at(-1) ?? ""))).toEqual([]);
  });
});

describe("tests", () => {
  const isScoring = (file: SourceFile) => /^(lib|tests\/unit)\/scoring\//.test(file.path);

  it("of the scoring core are more than one and a half times as long as the core", () => {
    expect(lengthOf(tests.filter(isScoring)) / lengthOf(product.filter(isScoring))).toBeGreaterThan(1.5);
  });

  it("of the whole tree are at least half as long as the code", () => {
    expect(lengthOf(tests) / lengthOf(product)).toBeGreaterThanOrEqual(0.5);
  });
});

describe("texts", () => {
  const messages = readMessageFiles();

  it("have one namespace to a file, of the same name", () => {
    expect([...messages].filter(([file, content]) => Object.keys(content).join() !== file)).toEqual([]);
  });

  it("exist wherever one is asked for by its key", () => {
    const uses = product.flatMap(readMessageUses);
    const missing = uses.filter(({ namespaces, key, isWhole }) => {
      const path = isWhole ? key : key.slice(0, key.lastIndexOf(".") + 1);
      return !namespaces.some((namespace) => {
        const found = messageAt(messages, `${namespace}.${path}`);
        return isWhole ? typeof found === "string" : found !== undefined;
      });
    });
    expect(uses.length).toBeGreaterThan(50);
    expect(missing.map(({ path, namespaces, key }) => `${path}: ${namespaces.join(" or ")}.${key}`)).toEqual([]);
  });

  it("are in the browser where a client component asks for them", () => {
    expect(findUnsentTexts(product, edges)).toEqual([]);
  });
});

function listed(files: readonly SourceFile[], isListed: (file: SourceFile) => boolean): string[] {
  return files.filter(isListed).map((file) => `${file.path} (${file.lines} lines)`);
}

function lengthOf(files: readonly SourceFile[]): number {
  return files.reduce((sum, file) => sum + file.lines, 0);
}
