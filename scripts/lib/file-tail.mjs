import { closeSync, fstatSync, openSync, readSync } from "node:fs";

const LONGEST_BYTES = 64 * 1024;

/** The text of a file from a byte offset on, its last 64 kB at most; empty when there is no such file. */
export function readFrom(path, offset = 0) {
  let file;
  try {
    file = openSync(path, "r");
  } catch {
    return "";
  }
  try {
    const { size } = fstatSync(file);
    const from = Math.max(Math.min(offset, size), size - LONGEST_BYTES);
    const buffer = Buffer.alloc(size - from);
    readSync(file, buffer, 0, buffer.length, from);
    return buffer.toString("utf8");
  } finally {
    closeSync(file);
  }
}

/** The last lines of a text that say something. */
export function lastLines(text, count) {
  return filledLines(text).slice(-count).join("\n");
}

/** The first and last lines of a text: some tools begin with what went wrong, others end with it. */
export function outerLines(text, { first, last }) {
  const lines = filledLines(text);
  if (lines.length <= first + last) return lines.join("\n");
  return [...lines.slice(0, first), "…", ...lines.slice(-last)].join("\n");
}

function filledLines(text) {
  return text.split("\n").filter((line) => line.trim() !== "");
}
