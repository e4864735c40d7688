import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";

type Texts = { [name: string]: unknown };

/** What can go wrong on every page, and the sentences of the server that say so in another language. */
const EVERYWHERE = ["common", "errors", "sentences"];

type ClientTextsProps = Readonly<{
  /** Namespaces besides those of every page, such as "people", or a part of one, such as "judgements.judge". */
  of?: readonly string[];
  children: ReactNode;
}>;

/** Sends texts to the browser: only those that the client leaves below speak, since they weigh on every page that has them. */
export async function ClientTexts({ of = [], children }: ClientTextsProps) {
  const messages = (await getMessages()) as Texts;
  const sent: Texts = {};
  for (const path of [...EVERYWHERE, ...of]) copy(messages, sent, path.split("."));
  return <NextIntlClientProvider messages={sent}>{children}</NextIntlClientProvider>;
}

/** Copies what lies at a path, beside what is there already. English has no sentences: what is absent stays absent. */
function copy(from: Texts, to: Texts, [name = "", ...rest]: readonly string[]): void {
  if (from[name] === undefined) return;
  if (rest.length === 0) {
    to[name] = from[name];
    return;
  }
  to[name] ??= {};
  copy(from[name] as Texts, to[name] as Texts, rest);
}
