import { parseOcspResponse } from "../../../../engine/ocsp/parseOcspResponse.js";
import { verifyOcspResponse } from "../../../../engine/ocsp/verifyOcspResponse.js";
import { describeWith } from "../../../support/judges.js";
import { hex } from "../asn1/hex.js";
import { pem } from "../x509/opensslDirectory.js";
import { opensslWords } from "../x509/opensslWords.js";
import { newDesk, type SigningHolder } from "../x509/revocationDesk.js";
import { nonce, request } from "./desk.js";

// openssl answers at the present time.
describeWith(["openssl"], "openssl's own answers", () => {
  const present = new Date();

  const opensslAnswer = async (
    index: string,
    current: Awaited<ReturnType<typeof newDesk>>,
    ...more: string[]
  ) => {
    const requestDer = request({
      certificate: current.authority.certificate,
      issuer: current.root.certificate,
    });
    const { output, text } = await opensslWords(
      {
        "index.txt": index,
        "request.der": requestDer,
        "root.pem": pem(current.root.certificate.der),
        "responder.pem": pem(current.responder.certificate.der),
        "key.pem": current.responder.privateKey.export({ type: "pkcs8", format: "pem" }),
      },
      [
        ...[
          "ocsp",
          "-index",
          "index.txt",
          "-CA",
          "root.pem",
          "-rsigner",
          "responder.pem",
          "-rkey",
          "key.pem",
        ],
        ...["-reqin", "request.der", "-respout", "response.der", "-ndays", "1", ...more],
      ],
      "response.der",
    );
    if (output.length === 0) throw new Error(text);
    return verifyOcspResponse({
      response: parseOcspResponse(output),
      certificate: current.authority.certificate,
      issuer: current.root.certificate,
      at: new Date(),
      nonce,
    });
  };

  const line = (status: string, { authority: { certificate } }: { authority: SigningHolder }) => {
    const serial = hex(certificate.serialNumber).toUpperCase().replace(/^00/, "");
    const revokedAt = status === "R" ? "260101000000Z,keyCompromise" : "";
    return `${status}\t360101000000Z\t${revokedAt}\t${serial}\tunknown\t/CN=x\n`;
  };

  test.each(["P-256", "P-384", "RSA-2048"] as const)(
    "with a key %s are read and verified: good, revoked and unknown",
    async (kind) => {
      const current = await newDesk(kind, present);
      const found = await opensslAnswer(line("V", current), current);
      expect(found).toMatchObject({ certificateStatus: { status: "good" }, nonceRepeated: true });
      expect((await opensslAnswer(line("R", current), current)).certificateStatus).toEqual({
        status: "revoked",
        revocationDate: new Date("2026-01-01T00:00:00Z"),
        reason: "keyCompromise",
      });
      expect((await opensslAnswer("", current)).certificateStatus).toEqual({ status: "unknown" });
    },
  );

  test("named by key and with SHA-512 are read and verified", async () => {
    const current = await newDesk("P-256", present);
    const found = await opensslAnswer(line("V", current), current, "-resp_key_id", "-rmd", "sha512");
    expect(found.certificateStatus.status).toBe("good");
  });

  test("with SHA-1 are refused", async () => {
    const current = await newDesk("RSA-2048", present);
    await expect(opensslAnswer(line("V", current), current, "-rmd", "sha1")).rejects.toMatchObject({
      code: "revocation_invalid",
      message: expect.stringMatching(/algorithm that is not accepted/),
    });
  });
});
