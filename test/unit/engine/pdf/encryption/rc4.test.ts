import { rc4 } from "../../../../../engine/pdf/encryption/rc4.js";

describe("RC4 gives the key stream of RFC 6229", () => {
  test.each([
    ["0102030405", "b2396305f03dc027ccc3524a0a1118a8", "6982944f18fc82d589c403a47a0d0919"],
    [
      "0102030405060708090a0b0c0d0e0f10",
      "9ac7cc9a609d1ef7b2932899cde41b97",
      "5248c4959014126a6e8a84f11d1a9e1c",
    ],
  ])("for the key %s", (key, at0, at16) => {
    const stream = rc4(Buffer.from(key, "hex"), new Uint8Array(32));
    expect(Buffer.from(stream).toString("hex")).toBe(at0 + at16);
  });
});
