import { type SaxesAttributePlain, SaxesParser, type SaxesTagPlain } from "saxes";
import { AppError } from "@/lib/errors";

/** What is told of an XML part as it is read; names come without their prefix. */
export type XmlListener = Readonly<{
  open?: (name: string, attribute: (name: string) => string | undefined) => void;
  text?: (text: string) => void;
  close?: (name: string) => void;
}>;

/**
 * Reads XML in pieces; yields after each of them, so that what was found can be written before more is read.
 * @throws AppError unprocessable for XML that is not well formed; entities of its own are not expanded but refused
 */
export async function* readXml(pieces: AsyncIterable<Buffer>, listener: XmlListener): AsyncGenerator<undefined> {
  const parser = new SaxesParser();
  const decoder = new TextDecoder();
  parser.on("opentag", (tag: SaxesTagPlain) => listener.open?.(localName(tag.name), attributesOf(tag)));
  parser.on("text", (text) => listener.text?.(text));
  parser.on("cdata", (text) => listener.text?.(text));
  parser.on("closetag", (tag: SaxesTagPlain) => listener.close?.(localName(tag.name)));
  parser.on("error", (error) => {
    throw new AppError("unprocessable", `This workbook is damaged: ${error.message.slice(0, 200)}.`);
  });
  for await (const piece of pieces) {
    parser.write(decoder.decode(piece, { stream: true }));
    yield undefined;
  }
  parser.write(decoder.decode());
  parser.close();
  yield undefined;
}

function localName(name: string): string {
  return name.slice(name.indexOf(":") + 1);
}

function attributesOf(tag: SaxesTagPlain): (name: string) => string | undefined {
  const attributes: Record<string, SaxesAttributePlain | string> = tag.attributes;
  return (name) => {
    const value = Object.hasOwn(attributes, name) ? attributes[name] : undefined;
    return typeof value === "string" ? value : value?.value;
  };
}
