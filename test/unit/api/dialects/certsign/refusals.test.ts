import { CertSignFailure } from "../../../../../api/dialects/certsign/certSignFailure.js";
import { certSignDescription } from "../../../../../api/dialects/certsign/description/certSignDescription.js";
import { lineFontNames } from "../../../../../api/dialects/certsign/documents/lineFonts.js";
import { certSignErrors } from "../../../../../api/dialects/certsign/errorCodes.js";
import { refusals } from "../../../../../api/dialects/certsign/refusals.js";
import { orderStatuses, signatureStatuses } from "../../../../../api/dialects/certsign/states/statuses.js";
import { type FailureCode, failureCodes } from "../../../../../api/failure/codes.js";
import { Failure } from "../../../../../api/failure/failure.js";
import { matches, type Schema } from "../../../../support/jsonSchema.js";

const { schemas } = (certSignDescription() as { components: { schemas: Record<string, Schema> } }).components;

describe("refusals in the words of CertSign", () => {
  test.each(Object.keys(failureCodes) as FailureCode[])(
    "%s has a code and a status of the dialect, and is described",
    (code) => {
      const failure = new Failure(code, "No.", {
        param: "a",
        extensions: { retry_after: 3, remaining_attempts: 1 },
      });
      const body = refusals.body(failure, "req_1");
      expect(matches(schemas["Error"]!, body, schemas)).toEqual([]);
      const { errorCode } = body as { errorCode: keyof typeof certSignErrors };
      expect(refusals.status(failure, failureCodes[code])).toBe(certSignErrors[errorCode]);
    },
  );

  test.each([
    ["otp_wrong", "OTP_WRONG", "ERROR_MAUVAIS_CODE"],
    ["otp_locked", "OTP_TRIES_USED", "ERROR_NBR_ESSAI"],
    ["otp_missing", "OTP_UNUSABLE", "ERROR_CODE_KO"],
    ["otp_expired", "OTP_UNUSABLE", "ERROR_CODE_KO"],
    ["session_expired", "OTP_UNUSABLE", "ERROR_CODE_KO"],
  ] as const)("%s is %s, with the label %s and 401", (code, errorCode, errorLabel) => {
    const failure = new Failure(code, "No.", { extensions: { remaining_attempts: 2, retry_after: 25 } });
    expect(refusals.status(failure, 409)).toBe(401);
    expect(refusals.body(failure, "req_1")).toEqual({
      errorCode,
      errorMsg: "No.",
      errorLabel,
      requestId: "req_1",
      triesLeft: 2,
      retryAfter: 25,
    });
  });

  test("one of the dialect's own has its own code, whatever it is to the rest of the service", () => {
    const failure = new CertSignFailure("IDS_DISAGREE", "Two things.", "externalId");
    expect([refusals.status(failure, 422), refusals.body(failure, "req_1")]).toEqual([
      400,
      { errorCode: "IDS_DISAGREE", errorMsg: "Two things.", requestId: "req_1", field: "externalId" },
    ]);
  });
});

test("the description lists the same words as the code", () => {
  const words = (schema: Schema | undefined) => schema?.enum;
  expect(words(schemas["Error"]!.properties!["errorCode"])).toEqual(Object.keys(certSignErrors));
  expect(words(schemas["OrderStatus"])).toEqual([...orderStatuses]);
  expect(words(schemas["SignatureStatus"])).toEqual([...signatureStatuses]);
  expect(words(schemas["Line"]!.properties!["lineFont"])).toEqual(lineFontNames);
});
