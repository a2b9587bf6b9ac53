import { addToSignedData } from "../../../../engine/cms/addToSignedData.js";
import { parseSignedData } from "../../../../engine/cms/parseSignedData.js";
import { revocationInfoOf } from "../../../../engine/cms/revocationInfo.js";
import { verifyTimestampToken } from "../../../../engine/tsp/verifyToken.js";
import { digestOf } from "../../../../engine/x509/digestAlgorithm.js";
import { type Authorities, newAuthorities } from "../../../support/authorities.js";

describe("validation data added to a time-stamp token", () => {
  const digest = digestOf("sha256", Buffer.from("stamped"));
  let authorities: Authorities;
  let token: Uint8Array;
  let other: Uint8Array;
  beforeAll(async () => {
    authorities = await newAuthorities();
    token = await authorities.timestamp(digest, "sha256");
    [other = token] = (await authorities.longLivedSigner()).certificates;
  });
  const data = () => ({ certificates: [other], crls: authorities.crls, ocspResponses: [] });

  test("stand in its fields for them, and it stays as good as it was", () => {
    const extended = addToSignedData(token, data());
    const { signedData } = verifyTimestampToken({ token: extended, digest });
    expect(signedData.certificates).toHaveLength(parseSignedData(token).certificates.length + 1);
    expect(revocationInfoOf(signedData).crls).toHaveLength(2);
    expect(signedData.content).toEqual(parseSignedData(token).content);
    expect(signedData.signatureValue).toEqual(parseSignedData(token).signatureValue);
  });

  test("are not added a second time, so that the bytes stay the same", () => {
    const extended = addToSignedData(token, data());
    expect(addToSignedData(extended, data())).toBe(extended);
    expect(addToSignedData(token, { certificates: [], crls: [], ocspResponses: [] })).toBe(token);
  });

  test("may be OCSP responses, which want version 5 of SignedData", async () => {
    const { revocation } = authorities;
    const response = await revocation.ocsp("http://pki.example/ocsp", Buffer.from("3000", "hex"));
    const extended = addToSignedData(token, { certificates: [], crls: [], ocspResponses: [response!] });
    expect(revocationInfoOf(parseSignedData(extended)).ocspResponses).toEqual([Buffer.from(response!)]);
    // ContentInfo, its content type of 9 octets, [0] and SEQUENCE with lengths of two octets; then the INTEGER.
    expect(Buffer.from(extended).subarray(23, 26).toString("hex")).toBe("020105");
    verifyTimestampToken({ token: extended, digest });
  });
});
