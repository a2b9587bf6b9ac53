import { Failure } from "../../../../api/failure/failure.js";
import type { SignerRole } from "../../../../api/orders/order.js";
import { checkSignerSet, type SetMember } from "../../../../api/signers/signerSet.js";

const member = (role: SignerRole, signingGroup = 1, witnessOf: number | null = null): SetMember => ({
  role,
  signingGroup,
  witnessOf,
});

function refusal(members: readonly SetMember[]): string | undefined {
  try {
    checkSignerSet(members, (index) => `signers[${index}]`);
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(Failure);
    expect((error as Failure).code).toBe("field_invalid");
    return (error as Failure).param;
  }
}

describe("an order takes", () => {
  test.each([
    ["one signer", [member("signer")]],
    ["signers in groups with a gap between them", [member("signer", 1), member("signer", 500)]],
    ["an approver before its signer", [member("approver", 1), member("signer", 2)]],
    ["a witness in the group of the signer", [member("signer", 2), member("witness", 2, 0)]],
    ["a witness who is named before the signer", [member("witness", 3, 1), member("signer", 2)]],
    ["a witness in a later group", [member("signer", 2), member("witness", 4, 0)]],
    ["two witnesses of one signature", [member("signer"), member("witness", 1, 0), member("witness", 1, 0)]],
    ["a copy, whatever its group", [member("signer", 2), member("copy", 1)]],
  ])("%s", (_what, members) => {
    expect(refusal(members)).toBeUndefined();
  });
});

describe("an order refuses, and names the field,", () => {
  test.each([
    ["nobody", [], "signers"],
    ["approvers and copies alone", [member("approver"), member("copy")], "signers"],
    ["a witness of nobody", [member("signer"), member("witness")], "signers[1].witness_of"],
    [
      "a witness of a place that is not there",
      [member("signer"), member("witness", 1, 2)],
      "signers[1].witness_of",
    ],
    ["a witness of themselves", [member("signer"), member("witness", 1, 1)], "signers[1].witness_of"],
    [
      "a witness of an approver",
      [member("signer"), member("approver"), member("witness", 1, 1)],
      "signers[2].witness_of",
    ],
    [
      "a witness of a witness",
      [member("signer"), member("witness", 1, 0), member("witness", 1, 1)],
      "signers[2].witness_of",
    ],
    [
      "a witness before the signer's group",
      [member("signer", 3), member("witness", 2, 0)],
      "signers[1].group",
    ],
    ["a signer who witnesses", [member("signer"), member("signer", 1, 0)], "signers[1].witness_of"],
  ])("%s", (_what, members, param) => {
    expect(refusal(members)).toBe(param);
  });
});
