import { RecordSplitter } from "./record-splitter";

/** The delimiters that are looked for, the likeliest first. */
export const DELIMITERS = [",", ";", "\t", "|"] as const;

const LOOKED_AT = 100;

/** The delimiter of a file, and whether its first line only names it (`sep=;`, as Excel writes). */
export type DelimiterFound = Readonly<{ delimiter: string; hasSepLine: boolean }>;

/** @param sample the first text of the file, without a byte order mark */
export function detectDelimiter(sample: string): DelimiterFound {
  const named = /^"?sep=(.)"?(?:\r\n?|\n|$)/i.exec(sample)?.[1];
  const delimiter = DELIMITERS.find((one) => one === named);
  if (delimiter) return { delimiter, hasSepLine: true };
  let best: string = ",";
  let bestScore = 0;
  for (const candidate of DELIMITERS) {
    const score = scoreOf(candidate, sample);
    if (score > bestScore) [best, bestScore] = [candidate, score];
  }
  return { delimiter: best, hasSepLine: false };
}

/** How well records agree on a number of fields above one: the share that does, then how many fields it is. */
function scoreOf(delimiter: string, sample: string): number {
  const splitter = new RecordSplitter({ delimiter });
  const sound = [...splitter.push(sample), ...splitter.end()].slice(0, LOOKED_AT).filter((record) => !record.fault);
  const fields = sound[0]?.fields.length ?? 0;
  if (fields < 2) return 0;
  const agreeing = sound.filter((record) => record.fields.length === fields).length;
  return (agreeing / sound.length) * 1000 + Math.min(fields, 100);
}
