import type { Failure } from "../../../api/failure/failure.js";
import {
  checkNewOrder,
  expiryOf,
  type NewOrder,
  type NewSigner,
  requireDocumentToSign,
} from "../../../api/orders/newOrder.js";
import { readNewOrder, readSigner } from "../../../api/orders/orderRequests.js";
import { readPlacements } from "../../../api/placements/placementRequests.js";

const limits = {
  documentBytes: 1,
  documentPages: 1,
  documentsPerOrder: 2,
  signersPerOrder: 2,
  smsPerPhoneHour: 1,
  smsPerPhoneDay: 1,
  smsPerTenantDay: 1,
  imageBytes: 1,
};
const now = new Date("2027-01-01T00:00:00Z");

const signer = readSigner(
  { given_name: "Ada", surname: "Lovelace", country: "GB", email: "ada@example.org" },
  "",
);
const document = {
  name: "lease.pdf",
  kind: "sign" as const,
  content: { bytes: new Uint8Array() },
  param: "documents[0]",
};
const order: NewOrder = {
  ...readNewOrder({ title: "Lease", signers: [] }, []),
  documents: [document],
  signers: [signer],
};
const [place] = readPlacements([{ page: 1, x: 0, y: 0, width: 20, height: 10 }], "");

/** How an order is refused: code and field; null where it is taken. */
function refusal(changed: Partial<NewOrder>): [string, string | undefined] | null {
  try {
    checkNewOrder(limits, { ...order, ...changed });
    return null;
  } catch (error) {
    const { code, param } = error as Failure;
    return [code, param];
  }
}
const withSigner = (changed: Partial<NewSigner>) => refusal({ signers: [{ ...signer, ...changed }] });

describe("an order is taken", () => {
  test.each<[string, Partial<NewOrder>]>([
    ["as it stands", {}],
    [
      "with as many documents and signers as the limits allow",
      { documents: [document, document], signers: [signer, signer] },
    ],
    ["as a draft without documents", { draft: true, documents: [] }],
    [
      "with a document for information beside one to sign",
      { documents: [{ ...document, kind: "info" }, document] },
    ],
    [
      "with metadata up to the bounds",
      {
        metadata: Object.fromEntries(
          [...Array(50).keys()].map((key) => [`${key}`.padEnd(40, "k"), "v".repeat(500)]),
        ),
      },
    ],
    [
      "by SMS without an address",
      { signers: [{ ...signer, authentication: "sms", phone: "+33612345678", email: null }] },
    ],
    [
      "with a place in each document",
      {
        documents: [document, document],
        signers: [{ ...signer, placements: [place!, { ...place!, document: 1 }] }],
      },
    ],
  ])("%s", (_what, changed) => {
    expect(refusal(changed)).toBeNull();
  });

  test.each([
    "Ælfgifu",
    "María José",
    "O’Neill-Đorđević",
    "Ελένη",
    "李",
    "محمد",
    "नेहा",
    "Nguyễn Thị",
    "X Æ A-12",
    "Jr.",
    "d'Arc",
  ])("in the name %s", (surname) => {
    expect(withSigner({ surname })).toBeNull();
  });

  test.each(["en", "fr-CH", "zh-Hant-TW", "sr-Latn", "de-1996", "en-u-nu-latn"])(
    "in the language %s",
    (language) => {
      expect(withSigner({ language })).toBeNull();
    },
  );
});

describe("an order is refused", () => {
  test.each<[string, Partial<NewOrder>, string]>([
    ["without a signer", { signers: [] }, "signers"],
    ["with a signer too many", { signers: [signer, signer, signer] }, "signers"],
    ["with a document too many", { documents: [document, document, document] }, "documents"],
    [
      "with a draft's document too many",
      { draft: true, documents: [document, document, document] },
      "documents",
    ],
    ["without a document", { documents: [] }, "documents"],
    ["with documents for information only", { documents: [{ ...document, kind: "info" }] }, "documents"],
    ["with a long metadata key", { metadata: { ["k".repeat(41)]: "" } }, `metadata.${"k".repeat(41)}`],
    ["with a long metadata value", { metadata: { key: "v".repeat(501) } }, "metadata.key"],
  ])("%s", (_what, changed, param) => {
    expect(refusal(changed)).toEqual(["field_invalid", param]);
  });

  test.each<[string, Partial<NewSigner>, string]>([
    ["has no address for a code by e-mail", { email: null }, "email"],
    ["has no number for a code by SMS", { authentication: "sms" }, "phone"],
    ["has a blank name", { givenName: " \u3000" }, "given_name"],
    ["has a name with a control character", { surname: "Love\u0007lace" }, "surname"],
    ["has a name that turns the direction of writing", { surname: "\u202eecalevoL" }, "surname"],
    ["has no language that BCP 47 knows", { language: "english--" }, "language"],
  ])("whose signer %s", (_what, changed, field) => {
    expect(withSigner(changed)).toEqual(["field_invalid", `signers[0].${field}`]);
  });
});

describe("an order's end", () => {
  const end = (text: string) => expiryOf({ ...order, expiresAt: new Date(text) }, now);

  test("is 30 days from now unless it says otherwise", () => {
    expect(expiryOf(order, now)).toEqual(new Date("2027-01-31T00:00:00Z"));
  });

  test.each(["2027-01-01T00:00:00.001Z", "2028-01-01T00:00:00Z"])("may be %s", (text) => {
    expect(end(text)).toEqual(new Date(text));
  });

  test.each(["2027-01-01T00:00:00Z", "2026-12-31T23:59:59Z", "2028-01-01T00:00:00.001Z", "no time"])(
    "cannot be %s",
    (text) => {
      expect(() => end(text)).toThrow(
        expect.objectContaining({ code: "field_invalid", param: "expires_at" }),
      );
    },
  );
});

test("documents without one to sign are refused, and one is enough", () => {
  expect(() => requireDocumentToSign([])).toThrow(/to sign|kind sign/);
  expect(() => requireDocumentToSign(["info"])).toThrow();
  expect(() => requireDocumentToSign(["info", "sign"])).not.toThrow();
});
