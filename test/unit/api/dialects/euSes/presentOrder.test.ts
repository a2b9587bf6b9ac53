import { randomBytes } from "node:crypto";
import { secretBox } from "../../../../../api/adapters/keyStore/secretBox.js";
import { nothingAsked } from "../../../../../api/dialects/euSes/asked.js";
import type { Revision } from "../../../../../api/dialects/euSes/files.js";
import { type EuSesOrder, presentEuSesOrder } from "../../../../../api/dialects/euSes/presentOrder.js";
import type { Order, Placement, Signer } from "../../../../../api/orders/order.js";
import type { OrderState } from "../../../../../api/orders/state.js";
import { document, order, signer } from "../orderOfADialect.js";

const platform = { secretBox: secretBox(randomBytes(32)), publicUrl: "https://sign.example" };
const at = (second: number) => new Date(Date.UTC(2026, 10, 22, 18, 31, second, 5));
const present = (parts: Partial<EuSesOrder>) =>
  presentEuSesOrder(platform, {
    order: order(),
    documents: [],
    signers: [signer(1)],
    placements: [],
    revisions: [],
    codeTries: new Map(),
    asked: nothingAsked,
    ...parts,
  });
const stateOf = (state: OrderState, signers: readonly Signer[], more: Partial<Order> = {}) =>
  present({ order: order({ state, ...more }), signers }).state;

test("an order has the id, the dates and the constants that the dialect publishes", () => {
  expect(present({ order: order({ state: "ready" }) })).toMatchObject({
    id: "01940000aaaa7bbb8cccdddd",
    errorNumber: null,
    errorMessage: null,
    createdAt: "2026-11-22 18:30:00.000+00:00",
    updatedAt: "2026-11-22 18:30:00.000+00:00",
    certificateType: "EU-SES",
    signatureType: "pades",
    document: { title: "Lease", description: "Please sign.", inputDocuments: [] },
  });
});

test("it was updated when the last thing happened that the dialect tells of", () => {
  const signers = [signer(1, { openedAt: at(1), signedAt: at(3) }), signer(2, { openedAt: at(2) })];
  expect(present({ signers }).updatedAt).toBe("2026-11-22 18:31:03.005+00:00");
  expect(present({ signers, order: order({ endedAt: at(9) }) }).updatedAt).toBe(
    "2026-11-22 18:31:09.005+00:00",
  );
});

test("it waits for validation as a draft, for signers until one has signed, and for the others until it is done", () => {
  const [fresh, opened, signed] = [signer(1), signer(1, { state: "opened" }), signer(2, { state: "signed" })];
  expect(stateOf("draft", [fresh])).toBe("WAIT_VALIDATION");
  expect(stateOf("ready", [fresh])).toBe("WAIT_SIGN");
  expect(stateOf("in_progress", [opened])).toBe("WAIT_SIGN");
  expect(stateOf("in_progress", [opened, signed])).toBe("WAIT_SIGNER");
  expect(stateOf("in_progress", [signed])).toBe("WAIT_SIGNER");
  expect(stateOf("completed", [signed])).toBe("DONE");
});

test("a failure, a refusal, an expiry and a cancelled order are errors, told apart by number and message", () => {
  const ends = ["failed", "refused", "expired", "cancelled"] as const;
  const views = ends.map((state) => present({ order: order({ state, endReason: "Because." }) }));
  expect(views.map(({ state }) => state)).toEqual(["ERROR", "ERROR", "ERROR", "ERROR"]);
  expect(new Set(views.map(({ errorNumber }) => errorNumber)).size).toBe(4);
  expect(new Set(views.map(({ errorMessage }) => errorMessage)).size).toBe(4);
  expect(views[1]!.errorMessage).toBe("refused by a signer: Because.");
});

test("a signer is shown with id and link of their own, their signatures rounded to whole points", () => {
  const placement = { signerId: signer(1).id, kind: "signature", page: 2, x: 70.4, y: 599.6 } as Placement;
  const placements = [
    { ...placement, fieldName: null },
    { ...placement, fieldName: "Tenant" },
    { ...placement, kind: "text" as const, fieldName: null },
    { ...placement, signerId: signer(2).id, fieldName: null },
  ];
  const [shown] = present({ placements, order: order({ editableIdentity: ["phone"] }) }).signers;
  expect(shown).toEqual({
    id: signer(1).id,
    url: expect.stringMatching(/^https:\/\/sign\.example\/s\/[\w-]{43}$/),
    state: "NEW",
    name: "Ada",
    surname: "Lovelace",
    email: "ada@example.org",
    mobile: "+33612345678",
    message: "Your code: {OTP}",
    authentication: ["email", "sms"],
    language: "browser",
    mobileEditable: true,
    emailEditable: false,
    signatures: [
      { page: 2, x: 70, y: 600 },
      { page: 2, x: 70, y: 600, name: "Tenant" },
    ],
    emailValidation: { domain: "example.org", host: "example.org", otpAttempts: 0, mxRecords: [] },
  });
});

test("who is out, and who only receives a copy, is no signer of the dialect's", () => {
  const signers = [
    signer(1, { state: "signed", signedAt: at(1) }),
    signer(2, { state: "removed" }),
    signer(3, { role: "copy" }),
    signer(4, { state: "refused", refusedAt: at(2), email: null }),
  ];
  const shown = present({ signers }).signers;
  expect(shown.map(({ id, state }) => [id, state])).toEqual([
    [signer(1).id, "SIGNED"],
    [signer(4).id, "REFUSED"],
  ]);
});

test("what a signer does not have is left out, so that a client of the published description meets no null", () => {
  const bare = signer(1, { email: null, phone: null, codeText: null });
  const [shown] = present({ signers: [bare] }).signers;
  for (const name of ["email", "mobile", "message", "emailValidation"])
    expect(shown).not.toHaveProperty(name);
});

test("options are shown whole, with what was asked in place of the defaults and what the order has as it is", () => {
  const page = {
    colors: { sidebar_title: "#001122" },
    hide: ["sidebar" as const],
    frame_ancestors: ["https://a.example"],
  };
  const { options } = present({
    order: order({ mustRead: true, signatureModes: ["drawn"], page }),
    asked: { ...nothingAsked, asyncDocumentsValidation: false },
  });
  expect(options).toMatchObject({
    asyncDocumentsValidation: false,
    asyncSignature: false,
    signatureMode: ["drawn"],
    userEditableData: { name: false, mobile: false, email: false },
    timezone: "UTC",
    signerMustRead: true,
  });
  expect(Object.keys(options.ui)).toHaveLength(23);
  expect(options.ui).toMatchObject({
    hideSidebar: true,
    hideHeader: false,
    sidebarTitleColor: "#001122",
    sidebarTextColor: null,
    iframeAncestors: ["https://a.example"],
    completeUrl: null,
  });
});

test("as long as documents are awaited, signers are shown the places and languages that were asked for", () => {
  const asked = {
    ...nothingAsked,
    languages: ["it", null],
    signatures: [[{ page: 2, x: 70.5, y: 9.4 }], [{ page: 1, x: 1, y: 2, name: "Tenant" }]],
  };
  const signers = [signer(1), signer(2)];
  const shown = present({ signers, asked, order: order({ state: "draft" }) }).signers;
  expect(shown.map(({ language, signatures }) => [language, signatures])).toEqual([
    ["it", [{ page: 2, x: 71, y: 9 }]],
    ["browser", [{ page: 1, x: 1, y: 2, name: "Tenant" }]],
  ]);
});

test("the first document to sign is the validated one, and its last revision the signed one once all is done", () => {
  const documents = [document(1, { kind: "info" }), document(2, { revision: 2 })];
  const [info, lease] = documents as [(typeof documents)[0], (typeof documents)[0]];
  const revision = (documentId: string, number: number, md5: string | null): Revision => ({
    documentId,
    revision: number,
    bytes: 1000 + number,
    md5,
    createdAt: at(number),
  });
  const revisions = [
    revision(info!.id, 0, "a".repeat(32)),
    revision(lease!.id, 0, "b".repeat(32)),
    revision(lease!.id, 2, "c".repeat(32)),
  ];
  const shown = (state: OrderState) => present({ order: order({ state }), documents, revisions }).document;
  const done = shown("completed");
  expect(done.inputDocuments.map(({ name, md5 }) => [name, md5])).toEqual([
    ["lease-1.pdf", "a".repeat(32)],
    ["lease-2.pdf", "b".repeat(32)],
  ]);
  const { sourceType, ...source } = done.inputDocuments[1]!;
  expect(sourceType).toBe("base64");
  expect(done.validatedDocument).toEqual(source);
  expect(done.signedDocument).toEqual({
    id: expect.stringMatching(/^[0-9a-f]{24}$/),
    name: "lease-2-signed.pdf",
    mimetype: "application/pdf",
    extension: "pdf",
    size: 1002,
    md5: "c".repeat(32),
    createdAt: "2026-11-22 18:31:02.005+00:00",
  });
  expect(done.signedDocument!.id).not.toBe(done.validatedDocument!.id);
  expect(shown("in_progress")).not.toHaveProperty("signedDocument");
  expect(shown("draft")).not.toHaveProperty("validatedDocument");
});
