import { fromBER } from "asn1js";
import { BasicOCSPResponse, OCSPResponse, Certificate as PkijsCertificate } from "pkijs";
import { answerOcspRequest } from "../../../../engine/ocsp/answer.js";
import { describeWith } from "../../../support/judges.js";
import { pem } from "../x509/opensslDirectory.js";
import { opensslWords } from "../x509/opensslWords.js";
import { DAY, type KeyKind, newDesk, secondsAfter } from "../x509/revocationDesk.js";
import { answer, desk, request, responder } from "./desk.js";

const { root, authority } = desk;

test("pkijs reads an answer and finds the certificate good", async () => {
  const response = new OCSPResponse({ schema: fromBER(await answer()).result });
  const status = await response.getCertificateStatus(
    new PkijsCertificate({ schema: fromBER(authority.certificate.der).result }),
    new PkijsCertificate({ schema: fromBER(root.certificate.der).result }),
  );
  expect(status).toMatchObject({ isForCertificate: true, status: 0 });
  const basic = new BasicOCSPResponse({
    schema: fromBER(response.responseBytes!.response.valueBlock.valueHexView).result,
  });
  const trusted = [new PkijsCertificate({ schema: fromBER(root.certificate.der).result })];
  expect(await basic.verify({ trustedCerts: trusted })).toBe(true);
});

// openssl judges an answer at the present time.
describeWith(["openssl"], "openssl, asked by our answers,", () => {
  const present = new Date();
  const kinds: KeyKind[] = ["P-256", "P-384", "RSA-2048", "Ed25519"];

  test.each(kinds)(
    "verifies them with a key %s, delegated and the authority's own, with both digests",
    async (kind) => {
      const current = await newDesk(kind, present);
      const issuer = current.root.certificate;
      const certificate = current.authority.certificate;
      for (const signer of [current.responder, current.root]) {
        for (const digest of ["sha1", "sha256"] as const) {
          const requestDer = request({ certificate, issuer, digest });
          const one = responder({
            issuer,
            responder: signer === current.root ? null : signer.certificate,
            now: present,
            nextUpdate: secondsAfter(present, DAY),
            statusOf: () => ({
              status: "revoked",
              revocationDate: secondsAfter(present, -60),
              reason: "superseded",
            }),
            sign: signer.sign,
          });
          const response = await answerOcspRequest({ ...one, requestDer });
          const files = {
            "response.der": response,
            "request.der": requestDer,
            "root.pem": pem(issuer.der),
            "one.pem": pem(certificate.der),
          };
          const respin = ["ocsp", "-respin", "response.der", "-CAfile", "root.pem", "-issuer", "root.pem"];
          // Beside -cert openssl takes no request, so the nonce is compared in a run of its own.
          const nonceRun = await opensslWords(files, [...respin, "-reqin", "request.der"]);
          expect(nonceRun.text).toBe("Response verify OK\n");
          const { text } = await opensslWords(files, [
            ...respin,
            "-no_nonce",
            `-${digest}`,
            "-cert",
            "one.pem",
          ]);
          expect(text).toContain("Response verify OK");
          expect(text).toContain("one.pem: revoked");
          expect(text).toContain("Reason: superseded");
          expect(text).not.toMatch(/WARNING|error/i);
        }
      }
    },
  );
});
