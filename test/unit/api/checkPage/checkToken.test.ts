import { randomBytes } from "node:crypto";
import { secretBox } from "../../../../api/adapters/keyStore/secretBox.js";
import { checkUrl, readCheckToken } from "../../../../api/checkPage/checkToken.js";

const platform = { secretBox: secretBox(randomBytes(32)), publicUrl: "https://sign.example" };
const order = {
  tenantId: "01930000-0000-7000-8000-0000000000ff",
  orderId: "01930000-0000-7000-8000-000000000001",
};
const token = (at = order, by = platform): string =>
  checkUrl(by, at).slice("https://sign.example/check/".length);

describe("the address of a check page", () => {
  test("names its tenant and order, and is the same each time", () => {
    expect(token()).toMatch(/^[A-Za-z0-9_-]{64}$/);
    expect(token()).toBe(token());
    expect(readCheckToken(platform, token())).toEqual(order);
  });

  test("is worth nothing with any one character changed, cut off or added", () => {
    const good = token();
    for (let at = 0; at < good.length; at += 1) {
      const other = good[at] === "A" ? "B" : "A";
      expect(readCheckToken(platform, good.slice(0, at) + other + good.slice(at + 1))).toBeNull();
    }
    for (const bad of ["", good.slice(1), `${good}A`, `${good}=`, `${good}\n`, ` ${good}`]) {
      expect(readCheckToken(platform, bad)).toBeNull();
    }
  });

  test("of one order cannot be made into another's, nor by another service", () => {
    const other = { ...order, orderId: "01930000-0000-7000-8000-000000000002" };
    const mixed = token(other).slice(0, 43) + token().slice(43);
    expect(readCheckToken(platform, mixed)).toBeNull();
    const elsewhere = { ...platform, secretBox: secretBox(randomBytes(32)) };
    expect(readCheckToken(platform, token(order, elsewhere))).toBeNull();
  });
});
