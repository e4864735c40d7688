import type { Socket } from "node:net";
import type { Connection, PoolClient } from "pg";

/** Messages of PostgreSQL's protocol that matter here; see "Message Formats" in its manual. */
const COPY_DATA = 0x64;
const COPY_DONE = 0x63;
const ERROR_RESPONSE = 0x45;
/** A message's code and its length, which counts itself but not the code. */
const PREFIX_BYTES = 5;

/** Takes whole CopyData messages, one after another; they are valid until the promise it returns is settled. */
export type VisitFrames = (frames: Buffer) => Promise<void> | undefined;

/**
 * Runs `COPY … TO STDOUT` and visits what the server sends, in pieces of whole CopyData messages and without a copy of the
 * bytes or an object per row: a sixth of the processor time that a stream of single messages takes.
 * The socket is paused while a visit is waited for, and after each piece until everyone else had a turn: a socket that
 * always has more to give is read 32 times, some 2 MB, before libuv looks at any other. When a visit fails, the rest is read
 * and thrown away, so that the connection can roll back, and the failure is thrown.
 */
export async function forEachCopyFrames(client: PoolClient, statement: string, visit: VisitFrames): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    client.query(new CopyOut(statement, { visit, resolve, reject }));
  });
}

type Ends = Readonly<{ visit: VisitFrames; resolve: () => void; reject: (error: unknown) => void }>;

/** A query that takes the socket over from pg while CopyData arrives, as pg lets a query do that it is given. */
class CopyOut {
  readonly #text: string;
  readonly #ends: Ends;
  #socket: Socket | undefined;
  #toPg: ((chunk: Buffer) => void) | undefined;
  /** The beginning of a message whose end has not arrived yet. */
  #rest: Buffer = Buffer.alloc(0);
  #failure: Readonly<{ error: unknown }> | undefined;

  constructor(text: string, ends: Ends) {
    this.#text = text;
    this.#ends = ends;
  }

  submit(connection: Connection): void {
    const socket = connection.stream as Socket;
    const [toPg] = socket.listeners("data") as ((chunk: Buffer) => void)[];
    if (!toPg) throw new Error("The connection has no reader to take over from.");
    this.#socket = socket.off("data", toPg).on("data", this.#onData);
    this.#toPg = toPg;
    // pg does not say so in its types: the simple protocol takes a text.
    connection.query(this.#text);
  }

  handleCommandComplete(): void {}

  handleReadyForQuery(): void {
    if (this.#failure) this.#ends.reject(this.#failure.error);
    else this.#ends.resolve();
  }

  /** After this pg does not tell when the connection is ready again, but holds back what is asked until it is. */
  handleError(error: Error): void {
    this.#ends.reject(this.#failure?.error ?? error);
  }

  readonly #onData = (chunk: Buffer): void => {
    const socket = this.#socket;
    socket?.pause();
    const resume = () => setImmediate(() => socket?.resume());
    const waits = this.#take(chunk);
    if (waits) waits.then(resume);
    else resume();
  };

  #take(chunk: Buffer): Promise<void> | undefined {
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    let from = 0;
    let at = 0;
    while (at + PREFIX_BYTES <= bytes.length) {
      const code = bytes[at];
      if (code === COPY_DONE || code === ERROR_RESPONSE) {
        const waits = this.#visit(bytes.subarray(from, at));
        if (waits) return waits.then(() => this.#giveBack(bytes.subarray(at)));
        this.#giveBack(bytes.subarray(at));
        return undefined;
      }
      const end = at + 1 + bytes.readUInt32BE(at + 1);
      if (end > bytes.length) break;
      at = end;
      if (code === COPY_DATA) continue;
      // The answer to the query comes before the first row, and a notice may: pg knows what to do with them.
      this.#toPg?.(bytes.subarray(from, end));
      from = end;
    }
    this.#rest = bytes.subarray(at);
    return this.#visit(bytes.subarray(from, at));
  }

  #visit(frames: Buffer): Promise<void> | undefined {
    if (frames.length === 0 || this.#failure) return undefined;
    const fail = (error: unknown) => {
      this.#failure = { error };
    };
    try {
      return this.#ends.visit(frames)?.catch(fail);
    } catch (error) {
      fail(error);
      return undefined;
    }
  }

  #giveBack(rest: Buffer): void {
    const toPg = this.#toPg;
    if (!toPg) return;
    this.#socket?.off("data", this.#onData).on("data", toPg);
    toPg(rest);
  }
}
