import { readHttpDate } from "../../../../../api/webhooks/deliveries/httpDate.js";
import { retryAfterMs } from "../../../../../api/webhooks/deliveries/retryAfter.js";
import { drawnOut, standardPauses } from "../../../../../api/webhooks/deliveries/schedule.js";

/** A source that always gives the same part of what it is asked for. */
const constant = (part: number) => ({
  bytes: () => new Uint8Array(),
  integer: (below: number) => Math.min(Math.floor(part * below), below - 1),
});

test("ten tries are spread over 75 hours", () => {
  expect(standardPauses).toHaveLength(9);
  expect(standardPauses.reduce((sum, pause) => sum + pause)).toBe(75 * 3600 + 35 * 60 + 5);
});

test("a pause is never shorter than it stands there, and longer by a tenth at most", () => {
  expect(drawnOut(standardPauses, constant(0))).toEqual(standardPauses.map((pause) => pause * 1000));
  expect(drawnOut(standardPauses, constant(1))).toEqual(standardPauses.map((pause) => pause * 1100));
  expect(drawnOut([5], constant(0.5))).toEqual([5250]);
});

const now = new Date("2026-11-22T12:00:00Z");

test.each([
  ["Sun, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37.000Z"],
  ["Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37.000Z"],
  ["Sun Nov  6 08:49:37 1994", "1994-11-06T08:49:37.000Z"],
  ["Monday, 23-Nov-76 08:49:37 GMT", "2076-11-23T08:49:37.000Z"],
  ["Tuesday, 23-Nov-77 08:49:37 GMT", "1977-11-23T08:49:37.000Z"],
  ["Sat, 31 Dec 2016 23:59:60 GMT", "2016-12-31T23:59:59.000Z"],
])("%s is a date of HTTP", (text, iso) => {
  expect(readHttpDate(text, now)?.toISOString()).toBe(iso);
});

test.each([
  "",
  "soon",
  "2026-11-22T12:00:00Z",
  "Sun, 31 Feb 2026 08:49:37 GMT",
  "Sun, 06 Nov 1994 25:49:37 GMT",
])("%p is none", (text) => {
  expect(readHttpDate(text, now)).toBeNull();
});

test.each([
  [undefined, 0],
  ["", 0],
  ["0", 0],
  ["120", 120_000],
  [" 120 ", 120_000],
  ["86400", 86_400_000],
  ["86401", 86_400_000],
  ["999999999999999", 86_400_000],
  ["-5", 0],
  ["1.5", 0],
  ["Sun, 22 Nov 2026 12:01:00 GMT", 60_000],
  ["Sun, 22 Nov 2026 11:59:00 GMT", 0],
  ["Sun, 22 Nov 2076 12:00:00 GMT", 86_400_000],
])("Retry-After: %p asks for %p milliseconds", (value, ms) => {
  expect(retryAfterMs(value, now)).toBe(ms);
});
