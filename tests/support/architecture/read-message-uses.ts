import type { SourceFile } from "./source-files";

export type MessageUse = Readonly<{
  path: string;
  /** The namespaces that the variable may stand for. */
  namespaces: readonly string[];
  /** The key as far as it is written out. */
  key: string;
  /** False when the key goes on with what is only known at run time. */
  isWhole: boolean;
}>;

const TRANSLATOR = /const (\w+) = (?:await )?(?:useTranslations|getTranslations)\("([^"]+)"\)/g;
const AT_ONCE = /\(await getTranslations\("([^"]+)"\)\)\(\s*(["`])([^"`]*)\2/g;

/** Where a file asks for a text by a key that can be read off, whole or its beginning. */
export function readMessageUses({ path, text }: SourceFile): MessageUse[] {
  const namespaces = new Map<string, string[]>();
  for (const [, variable = "", namespace = ""] of text.matchAll(TRANSLATOR)) {
    namespaces.set(variable, [...(namespaces.get(variable) ?? []), namespace]);
  }
  const uses = [...namespaces].flatMap(([variable, spaces]) => {
    const call = new RegExp(`(?<![\\w.])${variable}(?:\\.rich|\\.markup)?\\(\\s*(["\`])([^"\`]*)\\1`, "g");
    return [...text.matchAll(call)].map(([, , key = ""]) => useOf(path, spaces, key));
  });
  const atOnce = [...text.matchAll(AT_ONCE)].map(([, namespace = "", , key = ""]) => useOf(path, [namespace], key));
  return [...uses, ...atOnce];
}

function useOf(path: string, namespaces: readonly string[], key: string): MessageUse {
  const [written = ""] = key.split("${");
  return { path, namespaces, key: written, isWhole: written === key };
}
