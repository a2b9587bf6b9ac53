import { v4, v7 } from "uuid";
import { decimalId, parseDecimalId } from "../../../../../api/dialects/certsign/decimalId.js";

test("an id is the UUID as one number, and leads back to it", () => {
  expect(decimalId("00000000-0000-0000-0000-0000000000ff")).toBe("255");
  for (const uuid of [v4(), v7(), "ffffffff-ffff-ffff-ffff-ffffffffffff"]) {
    expect(decimalId(uuid)).toMatch(/^[1-9][0-9]{0,38}$/);
    expect(parseDecimalId(decimalId(uuid))).toBe(uuid);
  }
});

test.each(["", "0", "01", "-1", "1.0", "1e9", " 1", "0x1f", "１", `${2n ** 128n}`, "9".repeat(40)])(
  "%j is no id",
  (text) => {
    expect(parseDecimalId(text)).toBeNull();
  },
);
