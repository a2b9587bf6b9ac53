import { systemClock } from "../../../api/adapters/clock/system.js";
import { systemRandom } from "../../../api/adapters/random/system.js";

describe("the system's clock", () => {
  test("tells the present, and gives a date of its own each time", () => {
    const before = Date.now();
    const first = systemClock.now();
    first.setFullYear(1999);
    const second = systemClock.now();
    expect(second.getTime()).toBeGreaterThanOrEqual(before);
    expect(second.getTime()).toBeLessThanOrEqual(Date.now());
  });
});

describe("the system's randomness", () => {
  test("gives as many bytes as asked for, in memory of their own, never the same", () => {
    const first = systemRandom.bytes(32);
    expect(first.byteLength).toBe(32);
    expect(first.buffer.byteLength).toBe(32);
    expect(systemRandom.bytes(32)).not.toEqual(first);
    expect(systemRandom.bytes(65_536)).toHaveLength(65_536);
  });

  test("gives every integer below the bound about as often as any other", () => {
    const counts = [0, 0, 0, 0, 0, 0];
    for (let draw = 0; draw < 60_000; draw += 1) counts[systemRandom.integer(6)]! += 1;
    // 10,000 expected, standard deviation 91: one in a hundred million runs leaves six of them.
    for (const count of counts) expect(Math.abs(count - 10_000)).toBeLessThan(550);
  });

  test("keeps below the bound at its ends", () => {
    expect(systemRandom.integer(1)).toBe(0);
    expect(systemRandom.integer(2 ** 47)).toBeLessThan(2 ** 47);
  });

  test("refuses counts and bounds outside what the port allows", () => {
    for (const count of [0, -1, 1.5, 65_537, Number.NaN])
      expect(() => systemRandom.bytes(count)).toThrow(RangeError);
    for (const below of [0, -1, 1.5, 2 ** 47 + 1, Number.NaN]) {
      expect(() => systemRandom.integer(below)).toThrow(RangeError);
    }
  });
});
