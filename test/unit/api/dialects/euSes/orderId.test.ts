import { createHash } from "node:crypto";
import { euSesDate } from "../../../../../api/dialects/euSes/date.js";
import { euSesOrderId } from "../../../../../api/dialects/euSes/orderId.js";
import { newUuid } from "../../../../../api/ids/id.js";

test("an id has 24 lower-case hexadecimal digits, and is that of no other of 20,000 orders of one millisecond", () => {
  const clock = { now: () => new Date("2026-11-22T18:30:00.000Z") };
  let drawn = 0;
  const digest = () => createHash("sha512").update(`${drawn++}`).digest();
  const random = { bytes: (length: number) => digest().subarray(0, length), integer: () => 0 };
  const ids = Array.from({ length: 20_000 }, () => euSesOrderId(newUuid(clock, random)));
  expect(ids.every((id) => /^[0-9a-f]{24}$/.test(id))).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
});

test("a date is written with a blank, milliseconds and the offset of UTC", () => {
  expect(euSesDate(new Date("2026-01-02T03:04:05.006Z"))).toBe("2026-01-02 03:04:05.006+00:00");
});
