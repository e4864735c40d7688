import { describe, expect, it } from "vitest";
import { readSourceFiles } from "../../support/architecture/source-files";

/** Classes that name a side of the screen; `left-1/2` is the middle of it from either side. */
const ONE_SIDED =
  /(?<![\w-])-?(?:m[lr]|p[lr]|scroll-[mp][lr]|border-[lr]|rounded-(?:[lr]|[tb][lr])|left|right)-(?!1\/2)[\d[a-z][^\s"'`]*|(?<![\w-])(?:text-(?:left|right)|float-(?:left|right)|border-[lr]|rounded-[lr])(?![\w-])/g;

describe("the layout of pages", () => {
  const written = readSourceFiles("app", "components").filter(({ path }) => path.endsWith(".tsx"));
  const classesOf = (text: string) => [...text.matchAll(/className=(?:"[^"]*"|\{`[^`]*`\})/g)].map(([all]) => all);

  it("names start and end, never left and right, so that it can be read from the other side", () => {
    const sided = written.flatMap(({ path, text }) =>
      classesOf(text).flatMap((classes) => [...classes.matchAll(ONE_SIDED)].map(([found]) => `${path}: ${found}`)),
    );
    expect(written.length).toBeGreaterThan(100);
    expect(sided).toEqual([]);
  });

  it("would notice one that does", () => {
    const sided = ["ml-2", "sm:pr-3", "-ml-1", "text-right", "border-l", "left-0", "right-[3px]", "rounded-tl-md"];
    for (const one of sided) expect(`flex ${one} gap-2`.match(ONE_SIDED), one).not.toBeNull();
    const fine = "ms-2 text-end border-line rounded-lg left-1/2 border-s-calm translate-x-1 plot-row mr";
    expect(fine.match(ONE_SIDED)).toBeNull();
  });
});
