/**
 * How Node keeps its memory while it imports. It would let garbage grow in proportion to the memory of the machine; bounded
 * so, a file of any length is imported below 300 MB, at the same speed.
 */
export const IMPORT_FLAGS = ["--max-semi-space-size=4", "--max-old-space-size=512"];
