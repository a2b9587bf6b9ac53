import { v7 } from "uuid";
import { decimalId, uuidsOf } from "../../../../../api/dialects/certsign/decimalId.js";

const at = Date.UTC(2026, 10, 22, 18, 30);

test("an id is a number that a signed integer of 64 bits holds, until 2089", () => {
  for (const msecs of [Date.UTC(2020, 0, 1, 0, 0, 0, 1), at, Date.UTC(2089, 0, 1)]) {
    const number = BigInt(decimalId(v7({ msecs, random: Buffer.alloc(16, 0xff) })));
    expect(number > 0n && number < 2n ** 63n).toBe(true);
  }
});

test("an id leads back to the UUIDs that have it, and to no other", () => {
  for (let number = 0; number < 200; number++) {
    const uuid = v7({ msecs: at + number });
    const { lowest, highest } = uuidsOf(decimalId(uuid))!;
    expect(lowest <= uuid && uuid <= highest).toBe(true);
    expect([decimalId(lowest), decimalId(highest)]).toEqual([decimalId(uuid), decimalId(uuid)]);
  }
  const { lowest, highest } = uuidsOf(decimalId("019ad9f1-2e40-7abc-9def-0123456789ab"))!;
  expect([lowest, highest]).toEqual([
    "019ad9f1-2e40-7abc-9de0-000000000000",
    "019ad9f1-2e40-7abc-9def-ffffffffffff",
  ]);
});

test("later ids are larger, and 22 random bits part those of one millisecond", () => {
  const ids = Array.from({ length: 500 }, () => BigInt(decimalId(v7({ msecs: at }))));
  expect(new Set(ids).size).toBeGreaterThan(495);
  const later = BigInt(decimalId(v7({ msecs: at + 1 })));
  expect(ids.every((id) => id < later)).toBe(true);
});

test.each(["", "0", "-1", "1.0", "1e9", " 1", "0x1f", "１", `${2n ** 63n}`, "9".repeat(20), "12a"])(
  "%j is no id",
  (text) => {
    expect(uuidsOf(text)).toBeNull();
  },
);
