import { createHash, scryptSync, timingSafeEqual } from "node:crypto";
import type { KeyNest } from "./call.ts";

/** Returns random bytes. */
type Random = Pick<KeyNest, "random">["random"];

/** Cheap on purpose: the passwords of a mock need no protection, and tests log in often. */
const SCRYPT = { N: 512, r: 8, p: 1 };

/** Hashes a password to store it. */
export function hashPassword(password: string, random: Random): string {
  const salt = random(16);
  return `${salt.toString("hex")}:${scryptSync(password, salt, 32, SCRYPT).toString("hex")}`;
}

export function isPassword(password: string, hash: string): boolean {
  const [salt = "", expected = ""] = hash.split(":");
  const actual = scryptSync(password, Buffer.from(salt, "hex"), 32, SCRYPT);
  return timingSafeEqual(actual, Buffer.from(expected, "hex"));
}

/** Hashes a token or key to store it. It is long and random, so it needs no salt. */
export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}

/** Compares two secrets in constant time. */
export function isSame(one: string, other: string): boolean {
  return timingSafeEqual(Buffer.from(hashToken(one)), Buffer.from(hashToken(other)));
}

export function randomHex(random: Random, digits: number): string {
  return random(digits / 2).toString("hex");
}

/** Makes a random UUID (RFC 9562, version 4). */
export function randomUuid(random: Random): string {
  const bytes = random(16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})/, "$1-$2-$3-$4-");
}
