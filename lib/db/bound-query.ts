import type { Socket } from "node:net";
import type { Connection, PoolClient } from "pg";

/** A parameter in PostgreSQL's binary form: bytes as they are, a number as int4. */
export type BoundParameter = Buffer | number | null;

/** What the server said: the fields as text, and how many rows the statement counts. */
export type BoundResult = Readonly<{ rows: readonly (readonly (string | null)[])[]; rowCount: number }>;

const NULL_LENGTH = -1;
const INT4_BYTES = 4;
/** The message's own length, the unnamed portal and statement, one format for all parameters, and how many they are. */
const BIND_HEAD_BYTES = 12;
const BIND = 0x42;
const BINARY = 1;

/**
 * Runs one statement whose parameters are large arrays in binary form. They go to the socket as they are, where pg would copy
 * each several times into buffers that grow; they must not change before the answer is there.
 * See "Bind" in https://www.postgresql.org/docs/current/protocol-message-formats.html
 */
export async function boundQuery(
  client: PoolClient,
  text: string,
  parameters: readonly BoundParameter[],
): Promise<BoundResult> {
  return new Promise((resolve, reject) => {
    client.query(new BoundStatement(text, parameters, { resolve, reject }));
  });
}

type Ends = Readonly<{ resolve: (result: BoundResult) => void; reject: (error: Error) => void }>;

/** A query that writes its own messages, as pg lets a query do that it is given. */
class BoundStatement {
  readonly #text: string;
  readonly #parameters: readonly BoundParameter[];
  readonly #ends: Ends;
  readonly #rows: (string | null)[][] = [];
  #rowCount = 0;

  constructor(text: string, parameters: readonly BoundParameter[], ends: Ends) {
    this.#text = text;
    this.#parameters = parameters;
    this.#ends = ends;
  }

  submit(connection: Connection): void {
    const socket = connection.stream as Socket;
    socket.cork();
    // pg's types want more than its code does: a statement without a name, and the whole answer.
    connection.parse({ name: "", text: this.#text, types: [] }, true);
    this.#bind(socket);
    connection.describe({ type: "P", name: "" }, true);
    connection.execute({ portal: "", rows: "" }, true);
    connection.sync();
    socket.uncork();
  }

  handleRowDescription(): void {}

  handleDataRow({ fields }: Readonly<{ fields: (string | null)[] }>): void {
    this.#rows.push(fields);
  }

  handleCommandComplete({ text }: Readonly<{ text: string }>): void {
    this.#rowCount = Number(/\d+$/.exec(text)?.[0] ?? 0);
  }

  handleEmptyQuery(): void {}

  handleReadyForQuery(): void {
    this.#ends.resolve({ rows: this.#rows, rowCount: this.#rowCount });
  }

  /** The Sync that was sent brings the connection back; pg holds back what is asked until it is. */
  handleError(error: Error): void {
    this.#ends.reject(error);
  }

  #bind(socket: Socket): void {
    const count = this.#parameters.length;
    const head = Buffer.allocUnsafe(1 + BIND_HEAD_BYTES);
    let bytes = BIND_HEAD_BYTES + 2;
    for (const parameter of this.#parameters) bytes += 4 + sizeOf(parameter);
    head.writeUInt8(BIND, 0);
    head.writeInt32BE(bytes, 1);
    head.writeInt16BE(0, 5);
    head.writeInt16BE(1, 7);
    head.writeInt16BE(BINARY, 9);
    head.writeInt16BE(count, 11);
    socket.write(head);
    for (const parameter of this.#parameters) {
      socket.write(lengthOf(parameter));
      if (parameter instanceof Buffer) socket.write(parameter);
    }
    // No formats for the answer: it comes as text.
    socket.write(NO_FORMATS);
  }
}

const NO_FORMATS = Buffer.from([0, 0]);

function sizeOf(parameter: BoundParameter): number {
  if (parameter === null) return 0;
  return typeof parameter === "number" ? INT4_BYTES : parameter.length;
}

/** The length of a parameter, with a number behind it. */
function lengthOf(parameter: BoundParameter): Buffer {
  if (typeof parameter !== "number") {
    const length = Buffer.allocUnsafe(4);
    length.writeInt32BE(parameter === null ? NULL_LENGTH : parameter.length, 0);
    return length;
  }
  const bytes = Buffer.allocUnsafe(4 + INT4_BYTES);
  bytes.writeInt32BE(INT4_BYTES, 0);
  bytes.writeInt32BE(parameter, 4);
  return bytes;
}
