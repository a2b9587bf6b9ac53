import { readPlacements } from "../../../../api/placements/placementRequests.js";
import { resolveOrderPlacements } from "../../../../api/placements/resolvePlacements.js";
import { openPdf } from "../../../../engine/pdf/document.js";
import { handWrittenPdf, ONE_PAGE } from "../../engine/pdf/handWritten.js";

/** A document with two signature fields; the first has what is given, the second nothing. */
function withFields(more: string) {
  const field = (name: string, rest = "") =>
    `<< /Type /Annot /Subtype /Widget /FT /Sig /T (${name}) /F 4 /P 3 0 R /Rect [20 20 120 60] ${rest} >>`;
  const pdf = openPdf(
    handWrittenPdf({
      ...ONE_PAGE,
      1: "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R 6 0 R] >> >>",
      3: ONE_PAGE[3]!.replace("/Contents", "/Annots [5 0 R 6 0 R] /Contents"),
      5: field("client", more),
      6: field("witness"),
    }),
  );
  return [{ kind: "sign" as const, pdf, pages: 1 }];
}

const by = (field: string) => ({ role: "signer" as const, placements: readPlacements([{ field }], "") });
const refusal = expect.objectContaining({ code: "placement_invalid", param: "signers[0].placements[0]" });
const nobody = { role: "signer" as const, placements: [] };

test("a signature field that asks for nothing is one signer's, and another field another's", () => {
  const resolved = resolveOrderPlacements([by("client"), by("witness")], withFields(""));
  expect(resolved.flat().map(({ fieldName, page }) => [fieldName, page])).toEqual([
    ["client", 1],
    ["witness", 1],
  ]);
});

test.each([
  ["all fields", "<< /Type /SigFieldLock /Action /All >>"],
  ["the other signer's field", "<< /Type /SigFieldLock /Action /Include /Fields [(witness)] >>"],
  ["all fields but one that nobody signs", "<< /Type /SigFieldLock /Action /Exclude /Fields [(x)] >>"],
  ["every further change", "<< /Type /SigFieldLock /Action /Include /Fields [(x)] /P 1 >>"],
])(
  "a signature field that locks %s is refused where others sign, and taken where nobody does",
  (_what, lock) => {
    const documents = withFields(`/Lock ${lock}`);
    expect(() => resolveOrderPlacements([by("client"), by("witness")], documents)).toThrow(refusal);
    expect(resolveOrderPlacements([by("client")], documents).flat().length).toBe(1);
  },
);

test("a lock that shuts nobody out is no hindrance", () => {
  const lock = "<< /Type /SigFieldLock /Action /Include /Fields [(x)] >>";
  expect(resolveOrderPlacements([by("client"), nobody], withFields(`/Lock ${lock}`)).flat().length).toBe(1);
});

test.each([
  ["a reason", "<< /Type /SV /Ff 8 /Reasons [(I agree)] >>"],
  ["a certification", "<< /Type /SV /MDP << /P 2 >> >>"],
  ["a certificate", "<< /Type /SV /Cert << /Type /SVCert /Ff 1 /Subject [(x)] >> >>"],
])("a signature field that wants %s is refused, before it is too late", (_what, seed) => {
  expect(() => resolveOrderPlacements([by("client")], withFields(`/SV ${seed}`))).toThrow(refusal);
});
