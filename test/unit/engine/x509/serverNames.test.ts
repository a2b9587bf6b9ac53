import { X509Certificate } from "node:crypto";
import { ia5String, implicit, octetString, sequence } from "../../../../engine/asn1/derWriter.js";
import { oids } from "../../../../engine/asn1/oids.js";
import { prepareCertificate } from "../../../../engine/x509/certificate.js";
import { extension } from "../../../../engine/x509/extensions.js";
import { issueCertificate } from "../../../../engine/x509/issue.js";
import type { CertificateProfile, ServerName } from "../../../../engine/x509/profile.js";
import { serverCertificate, timestampUnit } from "../../../../engine/x509/profiles.js";
import { organization, personRequest } from "./hierarchy.js";
import { refuses, root, withExtensions } from "./refusals.js";

const names: ServerName[] = [
  { dns: "sign.example.org" },
  { address: Uint8Array.of(127, 0, 0, 1) },
  { address: Uint8Array.from([...Array<number>(15).fill(0), 1]) },
];
const request = () => personRequest(root, { subject: organization("X") });
const judgedAs = (made: CertificateProfile, judged: CertificateProfile = made) => ({
  ...prepareCertificate(made, request()),
  profile: judged,
});
const named = (list: readonly ServerName[]) => judgedAs(serverCertificate(list));
const written = (critical: boolean, ...general: Uint8Array[]) =>
  withExtensions(
    (list) => list.with(4, extension(oids.subjectAltName, critical, sequence(...general))),
    judgedAs(serverCertificate([{ dns: "a.example" }])),
  );

test("a server's certificate is good for its names and addresses, and for no others", async () => {
  const der = await issueCertificate(serverCertificate(names), request(), root.key.sign);
  const certificate = new X509Certificate(der);
  expect(certificate.checkHost("sign.example.org")).toBe("sign.example.org");
  expect(certificate.checkIP("127.0.0.1")).toBe("127.0.0.1");
  expect(certificate.checkIP("::1")).toBe("::1");
  expect([certificate.checkHost("x.example.org"), certificate.checkIP("127.0.0.2")]).toEqual([
    undefined,
    undefined,
  ]);
});

describe("lint refuses names of a server when", () => {
  const clause = "RFC 5280 4.2.1.6";
  const value = "extension_value";
  refuses("there are none", "extension_missing", clause, () => named([]));
  refuses("one is another than asked for", value, clause, () =>
    written(false, implicit(2, ia5String("b.example"))),
  );
  refuses("there is one more", value, clause, () =>
    written(false, implicit(2, ia5String("a.example")), implicit(2, ia5String("b.example"))),
  );
  refuses("a name is written as an address", value, clause, () =>
    written(false, implicit(7, octetString(Buffer.from("a.example")))),
  );
  refuses("they are critical", "extension_criticality", clause, () =>
    written(true, implicit(2, ia5String("a.example"))),
  );
  refuses("a name is no host name", value, clause, () => named([{ dns: "a b.example" }]));
  refuses("a name is a wildcard", value, clause, () => named([{ dns: "*.example" }]));
  refuses("an address has five octets", value, clause, () => named([{ address: new Uint8Array(5) }]));
  refuses("it is no server that has them", "extension_unwanted", clause, () =>
    judgedAs({ ...timestampUnit(), serverNames: names }),
  );
});
