import { createHash } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describeWith } from "../../../../support/judges.js";
import { openssl } from "../../../../support/openssl.js";
import { signedAgain } from "./signedAgain.js";
import { Signed } from "./signedSample.js";

describeWith(["openssl"], "signatures as other programs make them, or made them once,", () => {
  let signed: Signed;
  let directory: string;
  beforeAll(async () => {
    signed = await Signed.open();
    directory = await mkdtemp(join(tmpdir(), "paraph-old-"));
  });
  afterAll(() => rm(directory, { recursive: true }));

  /** What is said of a signature that OpenSSL made, by a certificate that nobody trusts. */
  async function judged(key: string, how: string, more: { subFilter?: string; sha1?: boolean } = {}) {
    const file = (name: string) => join(directory, name);
    const subject = ["-subj", "/CN=Old", "-days", "30", "-keyout", file("key.pem"), "-out", file("cert.pem")];
    await openssl(directory, ...`req -x509 -nodes -newkey ${key}`.split(" "), ...subject);
    const cmsOf = async (covered: Buffer) => {
      await writeFile(file("in.bin"), more.sha1 ? createHash("sha1").update(covered).digest() : covered);
      const files = [
        "-in",
        file("in.bin"),
        "-out",
        file("out.der"),
        "-signer",
        file("cert.pem"),
        "-inkey",
        file("key.pem"),
      ];
      await openssl(
        directory,
        ..."cms -sign -binary -outform DER -nosmimecap".split(" "),
        ...files,
        ...how.split(" "),
      );
      return readFile(file("out.der"));
    };
    const subFilter = (more.subFilter ?? "adbe.pkcs7.detached").padEnd(19);
    const pdf = await signedAgain(signed, (text) => text.replace("ETSI.CAdES.detached", subFilter), {
      cmsOf,
    });
    const [signature] = signed.validate(pdf).signatures;
    return { ...signature!, codes: signature!.findings.map(({ code }) => code) };
  }

  test.each([
    ["rsa:2048", "-md sha256", "SHA256withRSA"],
    ["rsa:2048", "-md sha384 -keyopt rsa_padding_mode:pss", "SHA384withRSAandMGF1"],
    ["ec -pkeyopt ec_paramgen_curve:P-384", "-md sha384", "SHA384withECDSA"],
  ])("%s %s is intact, and nothing is held against its algorithm", async (key, how, algorithm) => {
    const { intact, codes, algorithm: named } = await judged(key, how);
    expect([intact, named]).toEqual([true, algorithm]);
    expect(codes).not.toContain("algorithm_weak");
    expect(codes).not.toContain("key_weak");
    // PAdES would want it.
    expect(codes).toContain("certificate_unnamed");
  });

  test.each([
    ["rsa:2048", "-md sha1", "SHA1withRSA", "algorithm_weak"],
    ["rsa:2048", "-md md5", "MD5withRSA", "algorithm_weak"],
    ["rsa:1024", "-md sha256", "SHA256withRSA", "key_weak"],
    ["ec -pkeyopt ec_paramgen_curve:brainpoolP256r1", "-md sha256", "SHA256withECDSA", "key_weak"],
    ["rsa:2048", "-md sha3-256", "SHA3-256withRSA", "algorithm_weak"],
    ["rsa:2048", "-md sha256 -noattr", "SHA256withRSA", "attributes_missing"],
  ])("%s %s is intact, and no longer relied on", async (key, how, algorithm, code) => {
    const { intact, codes, algorithm: named, indication } = await judged(key, how);
    expect([intact, named, indication]).toEqual([true, algorithm, "INDETERMINATE"]);
    expect(codes).toContain(code);
  });

  test("one over the document's SHA-1 is read (adbe.pkcs7.sha1)", async () => {
    const { intact } = await judged("rsa:2048", "-md sha1 -nodetach", {
      subFilter: "adbe.pkcs7.sha1",
      sha1: true,
    });
    expect(intact).toBe(true);
  });

  test("one over the document's SHA-1 is no longer relied on, whatever its value was made with", async () => {
    const how = { subFilter: "adbe.pkcs7.sha1", sha1: true };
    const { intact, codes } = await judged("rsa:2048", "-md sha256 -nodetach", how);
    expect([intact, codes.includes("algorithm_weak")]).toEqual([true, true]);
  });

  test("one of a kind that is not known is in doubt", async () => {
    const { codes, indication } = await judged("rsa:2048", "-md sha256", { subFilter: "adbe.x509.rsa_sha1" });
    expect([indication, codes.includes("format_unsupported")]).toEqual(["INDETERMINATE", true]);
  });
});
