import { createHash } from "node:crypto";
import fc from "fast-check";
import { expect, it } from "vitest";
import { md5Into } from "@/lib/touchpoints/md5";

const ROOM_BYTES = 72;

function digest(message: Uint8Array): string {
  const scratch = Buffer.alloc(message.length + ROOM_BYTES, 0xff);
  scratch.set(message);
  const target = Buffer.alloc(20, 0xee);
  md5Into(scratch, message.length, target, 2);
  expect([target[1], target[18]]).toEqual([0xee, 0xee]);
  return target.subarray(2, 18).toString("hex");
}

const expected = (message: Uint8Array) => createHash("md5").update(message).digest("hex");

it.each(Array.from({ length: 200 }, (_, length) => length))("digests %d bytes as OpenSSL does", (length) => {
  const message = new Uint8Array(length).map((_, index) => (index * 37 + length) & 255);
  expect(digest(message)).toBe(expected(message));
});

it("digests any bytes as OpenSSL does", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 400 }), (message) => digest(message) === expected(message)));
});
