import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { certificatesIn } from "../../../../engine/cms/certificatesIn.js";
import { newAuthorities } from "../../../support/authorities.js";
import { describeWith } from "../../../support/judges.js";
import { openssl } from "../../../support/openssl.js";

describe("what a caIssuers address delivers", () => {
  test("may be one certificate", async () => {
    const [root = new Uint8Array(0)] = (await newAuthorities()).roots;
    expect(certificatesIn(root)).toEqual([root]);
  });

  test("is refused when it is neither a certificate nor a CMS object", () => {
    for (const bytes of [Buffer.from("<html>"), Buffer.of(0x30, 0x80), Buffer.alloc(0)]) {
      expect(() => certificatesIn(bytes)).toThrow(expect.objectContaining({ code: "asn1_malformed" }));
    }
  });
});

describeWith(["openssl"], "what a caIssuers address delivers", () => {
  test("may be the certs-only CMS object that openssl makes", async () => {
    const authorities = await newAuthorities();
    const { certificates } = await authorities.oneTimeSigner();
    const directory = await mkdtemp(join(tmpdir(), "paraph-p7c-"));
    const pem = certificates.map((der) => {
      return `-----BEGIN CERTIFICATE-----\n${Buffer.from(der).toString("base64")}\n-----END CERTIFICATE-----\n`;
    });
    await writeFile(join(directory, "all.pem"), pem.join(""));
    const command = ["crl2pkcs7", "-nocrl", "-certfile", "all.pem", "-outform", "DER"];
    const cms = await openssl(directory, ...command);
    const found = certificatesIn(cms).map((der) => Buffer.from(der).toString("hex"));
    expect(found.sort()).toEqual(certificates.map((der) => Buffer.from(der).toString("hex")).sort());
    await rm(directory, { recursive: true });
  });
});
