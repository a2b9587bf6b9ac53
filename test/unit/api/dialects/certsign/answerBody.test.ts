import { answerBody } from "../../../../../api/dialects/certsign/requests/answerBody.js";
import type { RequestItem } from "../../../../../api/dialects/certsign/requests/readRequest.js";

const item: RequestItem = {
  signatureRequestId: "1458996",
  externalSignatureRequestId: "clé “1”",
  orderRequestId: "28555",
  externalOrderRequestId: null,
  status: "SIGNED",
  reason: "",
  signingDate: "2017-09-28T12:08:03Z",
};
const asMember = (signed: Buffer) => JSON.stringify({ ...item, signedContent: signed.toString("base64") });

test.each([0, 1, 2, 3, 49_151, 49_152, 49_153, 200_000])(
  "an answer with a document of %i bytes is the JSON that it would be as a member of it",
  (length) => {
    const signed = Buffer.alloc(length, "%PDF-1.7 signed");
    // In the middle of a larger buffer, as what comes from a store may be.
    const within = Buffer.concat([Buffer.from("before"), signed, Buffer.from("after")]).subarray(
      6,
      6 + length,
    );
    expect(answerBody({ item, signed: within }).toString("utf8")).toBe(asMember(signed));
  },
);

test("an answer without a document has none", () => {
  expect(JSON.parse(answerBody({ item, signed: null }).toString("utf8"))).toEqual(item);
});
