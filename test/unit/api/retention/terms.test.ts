import { Failure } from "../../../../api/failure/failure.js";
import { checkTerms, nominalDays } from "../../../../api/retention/terms.js";

const refusal = (documents: string, evidence: string, at = "") => {
  try {
    checkTerms({ documents, evidence, archive: false }, at);
    return "taken";
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return `${error.code} ${error.param}`;
  }
};

test.each([
  ["P1D", "P1D"],
  ["P3M", "P10Y"],
  ["P50Y", "P50Y"],
  ["P12M", "P1Y"],
  ["P90D", "P3M"],
  ["P18262D", "P600M"],
])("documents for %s and evidence for %s are taken", (documents, evidence) => {
  expect(refusal(documents, evidence)).toBe("taken");
});

test.each([
  ["P0D", "P10Y", "documents"],
  ["P51Y", "P51Y", "documents"],
  ["P3M", "P601M", "evidence"],
  ["P3M", "P18263D", "evidence"],
  ["P3M", "10 years", "evidence"],
  ["P1Y6M", "P10Y", "documents"],
  ["P3W", "P10Y", "documents"],
  ["PT1H", "P10Y", "documents"],
  ["P4M", "P3M", "documents"],
  ["P1Y", "P364D", "documents"],
])("documents for %s and evidence for %s are refused, and %s is named", (documents, evidence, param) => {
  expect(refusal(documents, evidence)).toBe(`field_invalid ${param}`);
});

test("a refusal names the field where the request has it", () => {
  expect(refusal("P4M", "P3M", "retention")).toBe("field_invalid retention.documents");
});

test("a duration of any other form lasts no number of days", () => {
  expect([nominalDays("P1D"), nominalDays("P1Y"), nominalDays("p1d"), nominalDays("P1D ")]).toEqual([
    1,
    365.2425,
    null,
    null,
  ]);
});
