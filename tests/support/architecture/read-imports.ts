export type ImportStatement = Readonly<{ specifier: string; isTypeOnly: boolean }>;

const STATEMENT = /^(?:import|export)\s+(type\s+)?[^"';]*?\bfrom\s*"([^"]+)"/gm;
const BARE = /^import\s+"([^"]+)"/gm;
const DYNAMIC = /\bimport\(\s*"([^"]+)"\s*\)/g;

/** What a file imports or re-exports, dynamic and type-only imports included. Reads code as Biome formats it. */
export function readImports(text: string): ImportStatement[] {
  const code = text.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/^\s*\/\/.*$/gm, "");
  return [
    ...[...code.matchAll(STATEMENT)].map(([, type, specifier = ""]) => ({ specifier, isTypeOnly: type !== undefined })),
    ...[...code.matchAll(BARE), ...code.matchAll(DYNAMIC)].map(([, specifier = ""]) => ({
      specifier,
      isTypeOnly: false,
    })),
  ];
}
