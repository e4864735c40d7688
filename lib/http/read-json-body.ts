import { AppError } from "@/lib/errors";
import { countKeys, findRepeatedKey, jsonShape } from "./json-text";

/** How deep a body may nest: far more than any schema of ours, far less than what hurts. */
export const MAX_JSON_DEPTH = 64;

/**
 * Reads a JSON body up to a limit of bytes.
 * @throws AppError 415 for another content type, 413 over the limit, 400 for anything that is not JSON in UTF-8, that nests
 *   too deep or that names a key twice in one object
 */
export async function readJsonBody(request: Request, limitBytes: number): Promise<unknown> {
  refuseOtherTypes(request.headers.get("content-type"));
  if (Number(request.headers.get("content-length") ?? 0) > limitBytes) throw tooLarge(limitBytes);
  return parse(await readBytes(request, limitBytes));
}

/** JSON.parse takes two things silently that we do not: nesting without end, and a key of which only the last one counts. */
function parse(bytes: Buffer): unknown {
  const { depth, keys } = jsonShape(bytes, MAX_JSON_DEPTH);
  if (depth > MAX_JSON_DEPTH) throw fault(`The body nests deeper than ${MAX_JSON_DEPTH} levels.`);
  const text = decode(bytes);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw fault(`The body is not JSON: ${error instanceof Error ? error.message : "unreadable"}`);
  }
  if (countKeys(value) === keys) return value;
  throw fault(`The key ${JSON.stringify(findRepeatedKey(text)?.slice(0, 80))} comes twice in one object.`);
}

function refuseOtherTypes(contentType: string | null): void {
  const [type, ...parameters] = (contentType ?? "").toLowerCase().split(";");
  const charset = parameters.map((parameter) => parameter.trim()).find((parameter) => parameter.startsWith("charset="));
  const isUtf8 = !charset || /^charset="?utf-8"?$/.test(charset);
  if (type?.trim() === "application/json" && isUtf8) return;
  throw new AppError("unsupported-type", "The body must be sent as Content-Type: application/json, in UTF-8.");
}

async function readBytes(request: Request, limitBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const chunk of request.body ?? []) {
      size += chunk.byteLength;
      if (size > limitBytes) throw tooLarge(limitBytes);
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof AppError) throw error;
    // The sender went away: there is no one to answer, and it is not a bug of ours.
    throw fault("The body ended before it was complete.");
  }
  return Buffer.concat(chunks, size);
}

function decode(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    // The decoder says only that it failed.
    throw fault("The body is not valid UTF-8.");
  }
}

function tooLarge(limitBytes: number): AppError {
  return new AppError("too-large", `The body may have at most ${limitBytes.toLocaleString("en")} bytes.`);
}

function fault(message: string): AppError {
  return new AppError("bad-request", message);
}
