const BLOCK_BYTES = 64;
const LENGTH_BYTES = 8;

const state = new Int32Array(4);
const words = new Int32Array(16);

/**
 * MD5 (RFC 1321) of the first `length` bytes, written as 16 bytes at `offset` of `target`. For ids of a few letters this is
 * about five times as fast as the call into OpenSSL, which takes longer than its work.
 * @param message scratch with at least 72 bytes of room behind `length`; that room is overwritten
 */
export function md5Into(message: Uint8Array, length: number, target: Uint8Array, offset: number): void {
  const padded = pad(message, length);
  state[0] = 0x67452301;
  state[1] = 0xefcdab89 | 0;
  state[2] = 0x98badcfe | 0;
  state[3] = 0x10325476;
  for (let block = 0; block < padded; block += BLOCK_BYTES) digestBlock(message, block);
  for (let index = 0; index < 16; index += 1) target[offset + index] = (state[index >> 2] ?? 0) >>> ((index & 3) * 8);
}

/** Adds the bit that ends the message, zeros and its length in bits. @returns the bytes to digest */
function pad(message: Uint8Array, length: number): number {
  const padded = Math.ceil((length + 1 + LENGTH_BYTES) / BLOCK_BYTES) * BLOCK_BYTES;
  message[length] = 0x80;
  for (let at = length + 1; at < padded; at += 1) message[at] = 0;
  const bits = length * 8;
  for (let index = 0; index < 4; index += 1) message[padded - 8 + index] = bits >>> (index * 8);
  message[padded - 4] = Math.floor(bits / 2 ** 32);
  return padded;
}

function digestBlock(message: Uint8Array, block: number): void {
  for (let word = 0; word < 16; word += 1) words[word] = wordAt(message, block + word * 4);
  const [a, b, c, d] = [state[0] ?? 0, state[1] ?? 0, state[2] ?? 0, state[3] ?? 0];
  firstRound();
  secondRound();
  thirdRound();
  fourthRound();
  state[0] = (state[0] ?? 0) + a;
  state[1] = (state[1] ?? 0) + b;
  state[2] = (state[2] ?? 0) + c;
  state[3] = (state[3] ?? 0) + d;
}

function wordAt(bytes: Uint8Array, at: number): number {
  return (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
}

/** One step: the sum, turned to the left, on top of `b`. */
function step(sum: number, bits: number, b: number): number {
  return (((sum << bits) | (sum >>> (32 - bits))) + b) | 0;
}

function word(index: number): number {
  return words[index] ?? 0;
}

function firstRound(): void {
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  a = step((a + ((b & c) | (~b & d)) + word(0) + 0xd76aa478) | 0, 7, b);
  d = step((d + ((a & b) | (~a & c)) + word(1) + 0xe8c7b756) | 0, 12, a);
  c = step((c + ((d & a) | (~d & b)) + word(2) + 0x242070db) | 0, 17, d);
  b = step((b + ((c & d) | (~c & a)) + word(3) + 0xc1bdceee) | 0, 22, c);
  a = step((a + ((b & c) | (~b & d)) + word(4) + 0xf57c0faf) | 0, 7, b);
  d = step((d + ((a & b) | (~a & c)) + word(5) + 0x4787c62a) | 0, 12, a);
  c = step((c + ((d & a) | (~d & b)) + word(6) + 0xa8304613) | 0, 17, d);
  b = step((b + ((c & d) | (~c & a)) + word(7) + 0xfd469501) | 0, 22, c);
  a = step((a + ((b & c) | (~b & d)) + word(8) + 0x698098d8) | 0, 7, b);
  d = step((d + ((a & b) | (~a & c)) + word(9) + 0x8b44f7af) | 0, 12, a);
  c = step((c + ((d & a) | (~d & b)) + word(10) + 0xffff5bb1) | 0, 17, d);
  b = step((b + ((c & d) | (~c & a)) + word(11) + 0x895cd7be) | 0, 22, c);
  a = step((a + ((b & c) | (~b & d)) + word(12) + 0x6b901122) | 0, 7, b);
  d = step((d + ((a & b) | (~a & c)) + word(13) + 0xfd987193) | 0, 12, a);
  c = step((c + ((d & a) | (~d & b)) + word(14) + 0xa679438e) | 0, 17, d);
  b = step((b + ((c & d) | (~c & a)) + word(15) + 0x49b40821) | 0, 22, c);
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}

function secondRound(): void {
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  a = step((a + ((d & b) | (~d & c)) + word(1) + 0xf61e2562) | 0, 5, b);
  d = step((d + ((c & a) | (~c & b)) + word(6) + 0xc040b340) | 0, 9, a);
  c = step((c + ((b & d) | (~b & a)) + word(11) + 0x265e5a51) | 0, 14, d);
  b = step((b + ((a & c) | (~a & d)) + word(0) + 0xe9b6c7aa) | 0, 20, c);
  a = step((a + ((d & b) | (~d & c)) + word(5) + 0xd62f105d) | 0, 5, b);
  d = step((d + ((c & a) | (~c & b)) + word(10) + 0x02441453) | 0, 9, a);
  c = step((c + ((b & d) | (~b & a)) + word(15) + 0xd8a1e681) | 0, 14, d);
  b = step((b + ((a & c) | (~a & d)) + word(4) + 0xe7d3fbc8) | 0, 20, c);
  a = step((a + ((d & b) | (~d & c)) + word(9) + 0x21e1cde6) | 0, 5, b);
  d = step((d + ((c & a) | (~c & b)) + word(14) + 0xc33707d6) | 0, 9, a);
  c = step((c + ((b & d) | (~b & a)) + word(3) + 0xf4d50d87) | 0, 14, d);
  b = step((b + ((a & c) | (~a & d)) + word(8) + 0x455a14ed) | 0, 20, c);
  a = step((a + ((d & b) | (~d & c)) + word(13) + 0xa9e3e905) | 0, 5, b);
  d = step((d + ((c & a) | (~c & b)) + word(2) + 0xfcefa3f8) | 0, 9, a);
  c = step((c + ((b & d) | (~b & a)) + word(7) + 0x676f02d9) | 0, 14, d);
  b = step((b + ((a & c) | (~a & d)) + word(12) + 0x8d2a4c8a) | 0, 20, c);
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}

function thirdRound(): void {
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  a = step((a + (b ^ c ^ d) + word(5) + 0xfffa3942) | 0, 4, b);
  d = step((d + (a ^ b ^ c) + word(8) + 0x8771f681) | 0, 11, a);
  c = step((c + (d ^ a ^ b) + word(11) + 0x6d9d6122) | 0, 16, d);
  b = step((b + (c ^ d ^ a) + word(14) + 0xfde5380c) | 0, 23, c);
  a = step((a + (b ^ c ^ d) + word(1) + 0xa4beea44) | 0, 4, b);
  d = step((d + (a ^ b ^ c) + word(4) + 0x4bdecfa9) | 0, 11, a);
  c = step((c + (d ^ a ^ b) + word(7) + 0xf6bb4b60) | 0, 16, d);
  b = step((b + (c ^ d ^ a) + word(10) + 0xbebfbc70) | 0, 23, c);
  a = step((a + (b ^ c ^ d) + word(13) + 0x289b7ec6) | 0, 4, b);
  d = step((d + (a ^ b ^ c) + word(0) + 0xeaa127fa) | 0, 11, a);
  c = step((c + (d ^ a ^ b) + word(3) + 0xd4ef3085) | 0, 16, d);
  b = step((b + (c ^ d ^ a) + word(6) + 0x04881d05) | 0, 23, c);
  a = step((a + (b ^ c ^ d) + word(9) + 0xd9d4d039) | 0, 4, b);
  d = step((d + (a ^ b ^ c) + word(12) + 0xe6db99e5) | 0, 11, a);
  c = step((c + (d ^ a ^ b) + word(15) + 0x1fa27cf8) | 0, 16, d);
  b = step((b + (c ^ d ^ a) + word(2) + 0xc4ac5665) | 0, 23, c);
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}

function fourthRound(): void {
  let a = state[0] ?? 0;
  let b = state[1] ?? 0;
  let c = state[2] ?? 0;
  let d = state[3] ?? 0;
  a = step((a + (c ^ (b | ~d)) + word(0) + 0xf4292244) | 0, 6, b);
  d = step((d + (b ^ (a | ~c)) + word(7) + 0x432aff97) | 0, 10, a);
  c = step((c + (a ^ (d | ~b)) + word(14) + 0xab9423a7) | 0, 15, d);
  b = step((b + (d ^ (c | ~a)) + word(5) + 0xfc93a039) | 0, 21, c);
  a = step((a + (c ^ (b | ~d)) + word(12) + 0x655b59c3) | 0, 6, b);
  d = step((d + (b ^ (a | ~c)) + word(3) + 0x8f0ccc92) | 0, 10, a);
  c = step((c + (a ^ (d | ~b)) + word(10) + 0xffeff47d) | 0, 15, d);
  b = step((b + (d ^ (c | ~a)) + word(1) + 0x85845dd1) | 0, 21, c);
  a = step((a + (c ^ (b | ~d)) + word(8) + 0x6fa87e4f) | 0, 6, b);
  d = step((d + (b ^ (a | ~c)) + word(15) + 0xfe2ce6e0) | 0, 10, a);
  c = step((c + (a ^ (d | ~b)) + word(6) + 0xa3014314) | 0, 15, d);
  b = step((b + (d ^ (c | ~a)) + word(13) + 0x4e0811a1) | 0, 21, c);
  a = step((a + (c ^ (b | ~d)) + word(4) + 0xf7537e82) | 0, 6, b);
  d = step((d + (b ^ (a | ~c)) + word(11) + 0xbd3af235) | 0, 10, a);
  c = step((c + (a ^ (d | ~b)) + word(2) + 0x2ad7d2bb) | 0, 15, d);
  b = step((b + (d ^ (c | ~a)) + word(9) + 0xeb86d391) | 0, 21, c);
  state[0] = a;
  state[1] = b;
  state[2] = c;
  state[3] = d;
}
