import {
  passwordFromRevision5,
  passwordUpToRevision4,
} from "../../../../../engine/pdf/encryption/password.js";

const hexOf = (candidates: Uint8Array[]) => candidates.map((bytes) => Buffer.from(bytes).toString("hex"));

describe("a password as bytes", () => {
  test("is PDFDocEncoding up to revision 4, or else UTF-8", () => {
    expect(hexOf(passwordUpToRevision4("a"))).toEqual(["61"]);
    expect(hexOf(passwordUpToRevision4("é€"))).toEqual(["e9a0", "c3a9e282ac"]);
    expect(hexOf(passwordUpToRevision4("同"))).toEqual(["e5908c"]);
  });

  test("is UTF-8 after SASLprep from revision 5 on, or else as it was typed", () => {
    expect(hexOf(passwordFromRevision5("é"))).toEqual(["c3a9"]);
    expect(hexOf(passwordFromRevision5("e\u0301"))).toEqual(["c3a9", "65cc81"]);
    expect(hexOf(passwordFromRevision5("a\u00adb\u00a0c\ufb01"))).toEqual([
      "616220636669",
      "61c2ad62c2a063efac81",
    ]);
  });

  test("that is given as bytes is taken as it is, from revision 5 on the first 127", () => {
    const bytes = new Uint8Array(130).fill(0xff);
    expect(passwordUpToRevision4(bytes)).toEqual([bytes]);
    expect(passwordFromRevision5(bytes)).toEqual([bytes.subarray(0, 127)]);
  });
});
