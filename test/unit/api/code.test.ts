import { createHmac } from "node:crypto";
import { type CodeBinding, hashCode, maskAddress, sameCode } from "../../../api/otp/code.js";

const pepper = (key: string) => ({
  secretBox: {
    mac: (message: Uint8Array, purpose: string) =>
      createHmac("sha256", key).update(purpose).update(message).digest(),
    seal: () => new Uint8Array(),
    open: () => new Uint8Array(),
  },
});
const binding: CodeBinding = {
  codeId: "code",
  orderId: "order",
  signerId: "signer",
  documents: [
    { id: "one", sha256: Buffer.alloc(32, 1) },
    { id: "two", sha256: Buffer.alloc(32, 2) },
  ],
  consentText: "I agree.",
  consentClauses: ["I pay.", "I wait."],
  fields: Buffer.alloc(32, 3),
};
const hash = (changed: Partial<CodeBinding> = {}, code = "123456", key = "pepper") =>
  hashCode(pepper(key), { ...binding, ...changed }, code).toString("hex");

describe("what is kept of a code", () => {
  test("is the same 32 bytes for the same code and binding", () => {
    expect(hash()).toBe(hash());
    expect(hash()).toMatch(/^[0-9a-f]{64}$/);
  });

  test.each<[string, string]>([
    ["another code", hash({}, "123457")],
    ["another pepper", hash({}, "123456", "other")],
    ["another sending", hash({ codeId: "other" })],
    ["another order", hash({ orderId: "other" })],
    ["another signer", hash({ signerId: "other" })],
    ["another consent", hash({ consentText: "I agree!" })],
    ["another clause", hash({ consentClauses: ["I pay.", "I wait!"] })],
    ["a clause more", hash({ consentClauses: ["I pay.", "I wait.", ""] })],
    ["clauses in another order", hash({ consentClauses: ["I wait.", "I pay."] })],
    [
      "a clause that begins where the consent ended",
      hash({ consentText: "I agree", consentClauses: [".I pay.", "I wait."] }),
    ],
    ["other values in the signer's fields", hash({ fields: Buffer.alloc(32, 4) })],
    [
      "a document more",
      hash({ documents: [...binding.documents, { id: "three", sha256: Buffer.alloc(32) }] }),
    ],
    ["a document less", hash({ documents: binding.documents.slice(1) })],
    ["documents in another order", hash({ documents: [...binding.documents].reverse() })],
    [
      "another content of a document",
      hash({ documents: [binding.documents[0]!, { id: "two", sha256: Buffer.alloc(32, 3) }] }),
    ],
  ])("is different for %s", (_what, other) => {
    expect(other).not.toBe(hash());
  });
});

describe("two hashes", () => {
  test("are the same only byte for byte", () => {
    const one = Buffer.alloc(32, 7);
    expect(sameCode(one, Buffer.alloc(32, 7))).toBe(true);
    expect(sameCode(one, Buffer.concat([one.subarray(1), Buffer.alloc(1)]))).toBe(false);
    expect(sameCode(one, Buffer.alloc(31, 7))).toBe(false);
    expect(sameCode(one, new Uint8Array())).toBe(false);
  });
});

describe("a masked address", () => {
  test.each([
    ["ada@example.org", "a***@example.org"],
    ["a@example.org", "a***@example.org"],
    ['"odd@name"@example.org', '"***@example.org'],
    ["+33612345678", "+33 *** 78"],
    ["+14155550123", "+14 *** 23"],
  ])("of %s is %s", (address, masked) => {
    expect(maskAddress(address)).toBe(masked);
  });

  test("of a short number does not show all of it", () => {
    const shown = maskAddress("+123456").replaceAll(/\D/g, "");
    expect(shown.length).toBeLessThan("123456".length);
  });

  test("of an address outside the Latin letters starts with a whole character", () => {
    expect(maskAddress("😀da@example.org")).toBe("😀***@example.org");
  });
});
