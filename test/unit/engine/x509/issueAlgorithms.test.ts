import { issueCertificate } from "../../../../engine/x509/issue.js";
import { oneTimeSigner, signerAuthority } from "../../../../engine/x509/profiles.js";
import { describeWith } from "../../../support/judges.js";
import { algorithmCases, certified, keyOf } from "./algorithmKeys.js";
import { newHierarchy, newSigner, now, organization, personRequest, policy } from "./hierarchy.js";
import { judgeByOpenssl, pem } from "./opensslDirectory.js";

const { root, signers } = await newHierarchy();
const at = Math.floor(now.getTime() / 1000).toString();

test("a certificate that does not verify with its authority's key is never handed out", async () => {
  const { signers: namesakes } = await newHierarchy();
  const issueBy = (sign: (message: Uint8Array) => Uint8Array, authority = signers) =>
    issueCertificate(oneTimeSigner({ policies: [policy] }), personRequest(authority), sign);
  // Another key under the authority's name, another message, and a signature that came back damaged.
  const damagedBy = (message: Uint8Array) => {
    const signature = signers.key.sign(message);
    return signature.with(20, signature[20]! ^ 1);
  };
  for (const sign of [root.key.sign, () => signers.key.sign(Uint8Array.of(1)), damagedBy]) {
    await expect(issueBy(sign)).rejects.toMatchObject({ code: "signature_invalid" });
  }
  await expect(issueBy(signers.key.sign, namesakes)).rejects.toMatchObject({ code: "signature_invalid" });
});

describeWith(["openssl"], "openssl, strict about RFC 5280, accepts a one-time certificate", () => {
  test.each(algorithmCases)("of an authority with a key of %s", async (kind, choices, scheme) => {
    const holder = await certified(keyOf([kind, choices, scheme]), signerAuthority(), root, {
      subject: organization("Other"),
    });
    const own = keyOf([kind, {}, scheme]);
    const { certificate } = await newSigner({ ...holder, key: own });
    const judged = await judgeByOpenssl(
      {
        "root.pem": pem(root.certificate.der),
        "other.pem": pem(holder.certificate.der),
        "one.pem": pem(certificate.der),
      },
      ...["verify", "-x509_strict", "-attime", at],
      ...["-CAfile", "root.pem", "-untrusted", "other.pem", "one.pem"],
    );
    expect(judged).toMatchObject({ passed: true, text: "one.pem: OK\n" });
  });
});
