import { issueCertificate } from "../../../../engine/x509/issue.js";
import { clientName } from "../../../../engine/x509/name.js";
import { clientAuthority, clientCertificate } from "../../../../engine/x509/profiles.js";
import { describeWith } from "../../../support/judges.js";
import { newClient } from "../pkcs12/clientIdentity.js";
import { newHierarchy, newKey, now, organization, person, personRequest } from "./hierarchy.js";
import { judgeByOpenssl, pem } from "./opensslDirectory.js";

const { certificate, authority } = await newClient();

const verify = async (der: Uint8Array, ...more: string[]) => {
  const files = { "clients.pem": pem(authority.der), "one.pem": pem(der) };
  const { passed } = await judgeByOpenssl(
    files,
    ...["verify", "-x509_strict", ...more, "-CAfile", "clients.pem", "one.pem"],
  );
  return passed;
};

describeWith(["openssl"], "openssl, strict about RFC 5280,", () => {
  test("accepts a client certificate for being a TLS client, and for nothing else", async () => {
    const verdicts = ["sslclient", "sslserver", "smimesign", "smimeencrypt", "timestampsign"].map(
      async (purpose) => [purpose, await verify(certificate.der, "-purpose", purpose)],
    );
    expect(Object.fromEntries(await Promise.all(verdicts))).toEqual({
      sslclient: true,
      sslserver: false,
      smimesign: false,
      smimeencrypt: false,
      timestampsign: false,
    });
  });

  test("lets no signer's certificate in by the authority for clients", async () => {
    const { signers } = await newHierarchy();
    expect(await verify(signers.certificate.der)).toBe(false);
  });
});

describe("a client certificate is not signed", () => {
  const key = newKey();
  const refusal = async (changes: object) => {
    const holder = { key, certificate: authority };
    const subject = clientName({ organization: "Company", userId: "crt_1", commonName: "ERP" });
    const request = { ...personRequest(holder, { notBefore: now }), subject, ...changes };
    const issuing = issueCertificate(clientCertificate, request, () => {
      throw new Error("signed");
    });
    return issuing.then(String, String);
  };

  test("when its subject is a person, or an organisation of which a country is said", async () => {
    expect(await refusal({ subject: person() })).toContain("subject_attribute_missing");
    const both = clientName({ organization: "Company", userId: "crt_1", commonName: "ERP" });
    expect(await refusal({ subject: organization("ERP") })).toContain("subject_attribute_missing");
    expect(await refusal({ subject: both })).toContain("signed");
  });

  test("when it would be valid for more than three years", async () => {
    const notAfter = new Date(now.getTime() + 1099 * 86_400_000);
    expect(await refusal({ notAfter })).toContain("validity_long");
  });

  test("by an authority that another stands above: the one for clients is its own anchor", async () => {
    const { root } = await newHierarchy();
    const request = personRequest(root, { subject: organization("Clients") });
    await expect(issueCertificate(clientAuthority, request, root.key.sign)).rejects.toMatchObject({
      code: "certificate_lint_failed",
    });
  });
});
