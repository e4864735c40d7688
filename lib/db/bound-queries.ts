import type { Socket } from "node:net";
import type { Connection, PoolClient } from "pg";

/** A parameter in PostgreSQL's binary form: bytes as they are (which a text is too), a number as int4. */
export type BoundParameter = Buffer | number | null;

export type BoundStatement = Readonly<{ text: string; parameters: readonly BoundParameter[] }>;

/** What the server said: the fields as text, and how many rows the statement counts. */
export type BoundResult = Readonly<{ rows: readonly (readonly (string | null)[])[]; rowCount: number }>;

const NULL_LENGTH = -1;
const INT4_BYTES = 4;
/** The message's own length, the unnamed portal and statement, one format for all parameters, and how many they are. */
const BIND_HEAD_BYTES = 12;
const BIND = 0x42;
const BINARY = 1;

/**
 * Runs statements in one trip to the server, which takes them as one transaction unless the connection is in one: when one
 * fails, those after it are not run and those before it are undone. Their parameters may be large arrays in binary form.
 * They go to the socket as they are, where pg would copy each several times into buffers that grow; they must not change
 * before the answer is there.
 * See "Pipelining" and "Bind" in https://www.postgresql.org/docs/current/protocol.html
 */
export async function boundQueries(
  client: PoolClient,
  statements: readonly BoundStatement[],
): Promise<readonly BoundResult[]> {
  return new Promise((resolve, reject) => {
    client.query(new BoundStatements(statements, { resolve, reject }));
  });
}

type Ends = Readonly<{ resolve: (results: readonly BoundResult[]) => void; reject: (error: Error) => void }>;

/** Queries that write their own messages, as pg lets a query do that it is given. */
class BoundStatements {
  readonly #statements: readonly BoundStatement[];
  readonly #ends: Ends;
  readonly #results: BoundResult[] = [];
  #rows: (string | null)[][] = [];

  constructor(statements: readonly BoundStatement[], ends: Ends) {
    this.#statements = statements;
    this.#ends = ends;
  }

  submit(connection: Connection): void {
    const socket = connection.stream as Socket;
    socket.cork();
    for (const { text, parameters } of this.#statements) {
      // pg's types want more than its code does: a statement without a name, and the whole answer.
      connection.parse({ name: "", text, types: [] }, true);
      bind(socket, parameters);
      connection.describe({ type: "P", name: "" }, true);
      connection.execute({ portal: "", rows: "" }, true);
    }
    connection.sync();
    socket.uncork();
  }

  handleRowDescription(): void {}

  handleDataRow({ fields }: Readonly<{ fields: (string | null)[] }>): void {
    this.#rows.push(fields);
  }

  handleCommandComplete({ text }: Readonly<{ text: string }>): void {
    this.#results.push({ rows: this.#rows, rowCount: Number(/\d+$/.exec(text)?.[0] ?? 0) });
    this.#rows = [];
  }

  handleEmptyQuery(): void {}

  handleReadyForQuery(): void {
    this.#ends.resolve(this.#results);
  }

  /** The Sync that was sent brings the connection back; pg holds back what is asked until it is. */
  handleError(error: Error): void {
    this.#ends.reject(error);
  }
}

function bind(socket: Socket, parameters: readonly BoundParameter[]): void {
  const head = Buffer.allocUnsafe(1 + BIND_HEAD_BYTES);
  let bytes = BIND_HEAD_BYTES + 2;
  for (const parameter of parameters) bytes += 4 + sizeOf(parameter);
  head.writeUInt8(BIND, 0);
  head.writeInt32BE(bytes, 1);
  head.writeInt16BE(0, 5);
  head.writeInt16BE(1, 7);
  head.writeInt16BE(BINARY, 9);
  head.writeInt16BE(parameters.length, 11);
  socket.write(head);
  for (const parameter of parameters) {
    socket.write(lengthOf(parameter));
    if (parameter instanceof Buffer) socket.write(parameter);
  }
  // No formats for the answer: it comes as text.
  socket.write(NO_FORMATS);
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
