import { certificationLevel, requireSigningAllowed } from "../../../../engine/pdf/certification.js";
import { openPdf } from "../../../../engine/pdf/document.js";
import { handWrittenPdf, ONE_PAGE } from "./handWritten.js";

/** A document certified with these transform parameters. */
function certified(parameters: string) {
  return openPdf(
    handWrittenPdf({
      ...ONE_PAGE,
      1: "<< /Type /Catalog /Pages 2 0 R /Perms << /DocMDP 5 0 R >> >>",
      5: `<< /Type /Sig /Reference [<< /TransformMethod /DocMDP ${parameters} >>] >>`,
    }),
  );
}

describe("a certified document (ISO 32000-2 12.8.2.2)", () => {
  test("that allows no change is not signed", () => {
    expect(() => requireSigningAllowed(certified("/TransformParams << /P 1 >>"))).toThrow(
      expect.objectContaining({ code: "pdf_permission_denied" }),
    );
  });

  test.each([
    ["/TransformParams << /P 2 >>", 2],
    ["/TransformParams << /P 3 >>", 3],
    ["/TransformParams << >>", 2],
    ["", 2],
  ])("that allows signatures is signed: %s", (parameters, level) => {
    const document = certified(parameters);
    expect(certificationLevel(document)).toBe(level);
    expect(() => requireSigningAllowed(document)).not.toThrow();
  });

  test("is told from one that is not certified", () => {
    expect(certificationLevel(openPdf(handWrittenPdf(ONE_PAGE)))).toBeUndefined();
  });
});
