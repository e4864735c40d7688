import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, test } from "@playwright/test";
import { makeOwnOrganisation, type OwnOrganisation, TenantDump } from "../support/own-organisation";

// What arrives over a real socket, byte by byte, at the server as it runs in production.

let own: OwnOrganisation;
let port: number;

test.beforeAll(async ({ baseURL }) => {
  own = await makeOwnOrganisation(`Sockets${Date.now()}`);
  port = Number(new URL(baseURL ?? "").port);
});

async function open(): Promise<Socket> {
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => undefined);
  await once(socket, "connect");
  return socket;
}

/** All that the server says until it hangs up or stops talking for so long. */
async function answer(socket: Socket, quietMs = 15_000): Promise<string> {
  let said = "";
  socket.on("data", (bytes) => {
    said += bytes.toString();
    if (/\r\n\r\n[\s\S]*\}/.test(said) || /^HTTP\/1\.1 431/.test(said)) socket.destroy();
  });
  socket.setTimeout(quietMs, () => socket.destroy());
  // A connection that is reset closes as well, and what was said before counts.
  await new Promise((resolve) => socket.once("close", resolve));
  return said;
}

const rows = (run: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `${run}-${index}`,
    customerExternalId: run,
    kind: "call",
    occurredAt: "2026-03-01T10:00:00Z",
  }));

function head(length: number): string {
  return [
    "POST /api/v1/touchpoints?unknownCustomer=create HTTP/1.1",
    "Host: 127.0.0.1",
    `Authorization: Bearer ${own.key}`,
    "Content-Type: application/json",
    `Content-Length: ${length}`,
    "Connection: close",
    "\r\n",
  ].join("\r\n");
}

test("a hundred bodies that trickle in keep nobody else waiting, and are taken when they are whole", async ({
  request,
}) => {
  const bodies = Array.from({ length: 100 }, (_, index) => JSON.stringify({ touchpoints: rows(`slow${index}`, 2) }));
  const sockets = await Promise.all(bodies.map(() => open()));
  for (const [index, socket] of sockets.entries()) {
    const body = bodies[index] ?? "";
    socket.write(`${head(body.length)}${body.slice(0, 10)}`);
  }
  const headers = { Authorization: `Bearer ${own.key}` };
  const startedMs = performance.now();
  for (let asked = 0; asked < 5; asked += 1) {
    expect((await request.get("/api/v1/settings", { headers })).status()).toBe(200);
    for (const [index, socket] of sockets.entries()) socket.write((bodies[index] ?? "").slice(10 + asked, 11 + asked));
  }
  expect(performance.now() - startedMs).toBeLessThan(10_000);
  const answers = sockets.map((socket) => answer(socket));
  for (const [index, socket] of sockets.entries()) socket.write((bodies[index] ?? "").slice(15));
  for (const said of await Promise.all(answers)) {
    expect(said).toMatch(/^HTTP\/1\.1 200/);
    expect(said).toContain('"accepted":2');
  }
});

test("a body cut half way stores nothing", async ({ request }) => {
  const body = JSON.stringify({ touchpoints: rows("cut", 500) });
  const dump = await TenantDump.open(own.organisationId);
  const before = await dump.read();
  for (const part of [0, 1, body.length / 2, body.length - 1]) {
    const socket = await open();
    socket.write(`${head(body.length)}${body.slice(0, part)}`);
    // Half closed, and gone for good.
    if (part % 2 === 0) socket.end();
    else socket.resetAndDestroy();
  }
  const headers = { Authorization: `Bearer ${own.key}` };
  expect((await request.get("/api/v1/settings", { headers })).status()).toBe(200);
  expect(await dump.read()).toEqual(before);
  const sent = await request.post("/api/v1/touchpoints?unknownCustomer=create", { headers, data: JSON.parse(body) });
  expect(await sent.json()).toEqual({ accepted: 500, duplicates: 0, rejected: [] });
  await dump.close();
});

test("no more of a body is read than its length says", async ({ request }) => {
  const said = JSON.stringify({ touchpoints: rows("said", 1) });
  const socket = await open();
  const first = answer(socket);
  socket.write(`${head(said.length)}${said}${JSON.stringify({ touchpoints: rows("beyond", 1) })}`);
  // What comes behind the body is no request, and the server may say so before it has done what the body asks for.
  expect(await first).toMatch(/^HTTP\/1\.1 (200|400)/);
  const longer = await open();
  const second = answer(longer);
  longer.write(`${head(20)}${said}`);
  expect(await second).toMatch(/^HTTP\/1\.1 400/);
  const dump = await TenantDump.open(own.organisationId);
  const { customer = [] } = await dump.read();
  expect(customer.some((row) => row.includes("beyond"))).toBe(false);
  await dump.close();
  expect((await request.get("/api/health")).status()).toBe(200);
});

test("a header of 50 MB is refused long before its end, and the server goes on", async ({ request }) => {
  const socket = await open();
  const said = answer(socket);
  socket.write("GET /api/v1/settings HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Long: ");
  // The rest would follow; who has answered by then did not wait for it.
  socket.write("x".repeat(64 * 1024));
  expect(await said).toMatch(/^HTTP\/1\.1 431/);
  expect((await request.get("/api/health")).status()).toBe(200);
});

test("a length that is no length, two lengths and a chunk of no size are refused", async ({ request }) => {
  const start = `POST /api/v1/touchpoints HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer ${own.key}\r\nContent-Type: application/json\r\n`;
  for (const rest of [
    "Content-Length: -1\r\n\r\n{}",
    "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}",
    "Content-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
    "Transfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n0\r\n\r\n",
  ]) {
    const socket = await open();
    const said = answer(socket);
    socket.write(start + rest);
    expect(await said, rest).toMatch(/^HTTP\/1\.1 400|^$/);
  }
  expect((await request.get("/api/health")).status()).toBe(200);
});
