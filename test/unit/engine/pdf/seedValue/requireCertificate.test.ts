import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeWith } from "../../../../support/judges.js";
import { handWrittenPdf, ONE_PAGE } from "../handWritten.js";
import { placeOrCode } from "../placed.js";

const CONFIG = `[req]
distinguished_name = dn
[dn]
[ca]
basicConstraints = critical, CA:true
[signer]
keyUsage = critical, digitalSignature, nonRepudiation
certificatePolicies = 1.2.3.4, 2.5.29.32.0
`;

describeWith(["openssl"], "a signer's certificate, where a field's author constrains it (Table 238)", () => {
  let directory: string;
  let root: Uint8Array;
  let other: Uint8Array;
  let signer: Uint8Array;
  beforeAll(() => {
    directory = mkdtempSync(join(tmpdir(), "paraph-seed-"));
    const openssl = (...words: string[]) => execFileSync("openssl", words, { cwd: directory, stdio: "pipe" });
    const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-config", "openssl.cnf"];
    const der = (name: string) => {
      openssl("x509", "-in", `${name}.pem`, "-outform", "DER", "-out", `${name}.der`);
      return new Uint8Array(readFileSync(join(directory, `${name}.der`)));
    };
    writeFileSync(join(directory, "openssl.cnf"), CONFIG);
    for (const name of ["root", "other"]) {
      const subject = ["-subj", `/O=Paraph/CN=${name}`, "-extensions", "ca", "-days", "2"];
      openssl("req", "-x509", ...key, ...subject, "-keyout", `${name}.key`, "-out", `${name}.pem`);
    }
    openssl("req", ...key, "-subj", "/C=FR/O=Acme/CN=Ada", "-keyout", "signer.key", "-out", "signer.csr");
    const by = ["-CA", "root.pem", "-CAkey", "root.key", "-days", "1"];
    const extensions = ["-extfile", "openssl.cnf", "-extensions", "signer"];
    openssl("x509", "-req", "-in", "signer.csr", ...by, ...extensions, "-out", "signer.pem");
    [root, other, signer] = [der("root"), der("other"), der("signer")];
  });
  afterAll(() => rmSync(directory, { recursive: true }));

  const hex = (bytes: Uint8Array) => `<${Buffer.from(bytes).toString("hex")}>`;

  /** Signs in a field with this certificate seed value; gives the field's name, or the code of the refusal. */
  function signWith(cert: string, certificates: readonly Uint8Array[]): string {
    const pdf = handWrittenPdf({
      ...ONE_PAGE,
      1: "<< /Type /Catalog /Pages 2 0 R /AcroForm << /Fields [5 0 R] >> >>",
      5: `<< /FT /Sig /T (Buyer) /SV << /Cert << ${cert} >> >> >>`,
    });
    return placeOrCode(pdf, { fieldName: "Buyer", certificates });
  }

  test.each<[string, () => string, () => string]>([
    ["itself", () => `/Ff 1 /Subject [${hex(other)} ${hex(signer)}]`, () => `/Ff 1 /Subject [${hex(other)}]`],
    ["its issuer", () => `/Ff 2 /Issuer [${hex(other)} ${hex(root)}]`, () => `/Ff 2 /Issuer [${hex(other)}]`],
    ["its policy", () => "/Ff 4 /OID [(9.9) (1.2.3.4)]", () => "/Ff 4 /OID [(1.2.3)]"],
    [
      "its subject",
      () => "/Ff 8 /SubjectDN [<< /CN (Bob) >> << /cn (Ada) /2.5.4.6 (FR) >>]",
      () => "/Ff 8 /SubjectDN [<< /CN (Ada) /O (Other) >>]",
    ],
    ["its key usage", () => "/Ff 32 /KeyUsage [(0) (X1XXX0)]", () => "/Ff 32 /KeyUsage [(1XX0XX1)]"],
  ])("by %s, is taken when it fits and refused when it does not", (_, fitting, unfitting) => {
    expect(signWith(fitting(), [signer])).toBe("Buyer");
    expect(signWith(fitting(), [signer, root])).toBe("Buyer");
    expect(signWith(unfitting(), [signer, root])).toBe("pdf_seed_value_unmet");
    expect(signWith(unfitting().replace(/\/Ff \d+/, "/Ff 0"), [signer, root])).toBe("Buyer");
  });

  test("by an issuer of the same name but another key, is refused", () => {
    const subject = [
      "-subj",
      "/O=Paraph/CN=root",
      "-days",
      "2",
      "-config",
      "openssl.cnf",
      "-extensions",
      "ca",
    ];
    const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout", "false.key"];
    execFileSync("openssl", ["req", "-x509", ...key, ...subject, "-outform", "DER", "-out", "false.der"], {
      cwd: directory,
      stdio: "pipe",
    });
    const impostor = readFileSync(join(directory, "false.der"));
    expect(signWith(`/Ff 2 /Issuer [${hex(impostor)}]`, [signer])).toBe("pdf_seed_value_unmet");
  });
});
