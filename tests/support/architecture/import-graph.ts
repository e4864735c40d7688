import { posix } from "node:path";
import { readImports } from "./read-imports";
import type { SourceFile } from "./source-files";

export type ImportEdge = Readonly<{
  from: string;
  /** A path of the repository, or the name of a package. */
  to: string;
  isPackage: boolean;
  isTypeOnly: boolean;
}>;

const ENDINGS = ["", ".ts", ".tsx", ".mjs", "/index.ts"];
const LEFT_OUT = /^lib\/db\/generated\/|\.(css|json)$/;

/** Every import between the files given, and of packages. What leads to none of the files keeps the path it asks for. */
export function readImportGraph(files: readonly SourceFile[]): ImportEdge[] {
  const known = new Set(files.map((file) => file.path));
  return files.flatMap((file) =>
    readImports(file.text).flatMap(({ specifier, isTypeOnly }): ImportEdge[] => {
      const ours = pathOf(specifier, file.path);
      if (ours === undefined) return [{ from: file.path, to: packageOf(specifier), isPackage: true, isTypeOnly }];
      if (LEFT_OUT.test(ours)) return [];
      const to = ENDINGS.map((ending) => ours + ending).find((path) => known.has(path)) ?? ours;
      return [{ from: file.path, to, isPackage: false, isTypeOnly }];
    }),
  );
}

function pathOf(specifier: string, from: string): string | undefined {
  if (specifier.startsWith("@/")) return specifier.slice(2);
  if (specifier.startsWith(".")) return posix.join(posix.dirname(from), specifier);
  return undefined;
}

function packageOf(specifier: string): string {
  if (specifier.startsWith("node:")) return specifier;
  const [scope = "", name = ""] = specifier.split("/");
  return scope.startsWith("@") ? `${scope}/${name}` : scope;
}
