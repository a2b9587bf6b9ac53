import { renewalTime } from "../../../../api/evidence/renewalTime.js";

const day = 86_400_000;
const now = new Date("2027-03-01T12:00:00Z");
/** In how many days a container is renewed whose time-stamp can be relied on for so many. */
const renewedIn = (days: number) =>
  (renewalTime(new Date(now.getTime() + days * day), now).getTime() - now.getTime()) / day;

test("a container is renewed a year before its time-stamp ends", () => {
  expect(renewedIn(10 * 365)).toBe(9 * 365);
});

test.each([
  ["a year and a week is left", 372, 30],
  ["less than a year is left", 200, 30],
  ["a month is left", 30, 15],
  ["three days are left", 3, 1.5],
  ["it has ended already", -5, 1],
])(
  "where %s it is renewed in half of the time, after a month at most and a day at least",
  (_, left, expected) => {
    expect(renewedIn(left)).toBe(expected);
  },
);
