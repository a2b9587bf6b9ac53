import { execFile } from "node:child_process";
import { X509Certificate } from "node:crypto";
import { readdir, readFile, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { unzipSync } from "fflate";
import { softwareKeyStore } from "../../../api/adapters/keyStore/software.js";
import { keyId } from "../../../api/ca/authority.js";
import { readConfig } from "../../../api/config.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import { OneTimeKey } from "../../../api/signing/oneTimeKey.js";
import { describeWith } from "../../support/judges.js";
import { openssl } from "../../support/openssl.js";
import { ada, charles, OrderDesk } from "../../support/orderDesk.js";

/** How a PKCS #8 private key on any curve begins behind its length: version 0, id-ecPublicKey. */
const privateKeyInfo = Buffer.from("020100301306072a8648ce3d0201", "hex");

let desk: OrderDesk;
let order: OrderView;
let certificates: X509Certificate[];

beforeAll(async () => {
  desk = await OrderDesk.open();
  order = await desk.order([{ ...ada, given_name: "Łukasz", surname: "Đorđević", country: "PL" }, charles]);
  for (const index of [0, 1]) await desk.browser(order, index).sign();
  const { body } = await desk.client.get<Buffer>(`/v1/orders/${order.id}/evidence`);
  const files = unzipSync(new Uint8Array(body));
  certificates = order.signers.map(({ id }) => new X509Certificate(files[`certificates/${id}.cer`]!));
});
afterAll(() => desk.close());

describe("a one-time key", () => {
  test("signs until it is destroyed, and never again", () => {
    const key = new OneTimeKey();
    expect(key.sign(Buffer.from("a message")).length).toBeGreaterThan(60);
    key.destroy();
    key.destroy();
    expect(() => key.sign(Buffer.from("a message"))).toThrow("destroyed");
    expect(JSON.stringify(key)).not.toContain("private");
  });

  test("can be collected once it is destroyed, before a time-stamp is asked for, and nothing holds it afterwards", async () => {
    const program = fileURLToPath(new URL("./keysProgram.js", import.meta.url));
    const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", program]);
    expect(JSON.parse(stdout)).toEqual({
      kept: true,
      whileHeld: 1,
      whenDestroyed: 0,
      made: 3,
      // Those of the signatures, and those of the seals.
      leftAtTimestamps: [0, 0, 0, 0, 0, 0],
      afterSigning: 0,
    });
  });

  test("is written nowhere: neither to the database, nor to the store, nor to any other file", async () => {
    for (const entry of await readdir(join(desk.service.objects, ".."), {
      recursive: true,
      withFileTypes: true,
    })) {
      if (!entry.isFile()) continue;
      const bytes = await readFile(join(entry.parentPath, entry.name));
      expect({ file: entry.name, found: bytes.includes(privateKeyInfo) }).toEqual({
        file: entry.name,
        found: false,
      });
      expect(bytes.includes("PRIVATE KEY")).toBe(false);
    }
    const tables = await desk.sql<{ name: string }>(
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
    );
    for (const { name } of tables) {
      const found = await desk.sql(`SELECT 1 FROM "${name}" t
        WHERE t::text LIKE '%${privateKeyInfo.toString("hex")}%' OR t::text LIKE '%PRIVATE KEY%'`);
      expect({ name, found }).toEqual({ name, found: [] });
    }
    expect(desk.service.log.join("\n")).not.toContain("PRIVATE KEY");
  });
});

describe("a one-time certificate", () => {
  test("is another for each signing, with another key, another number, and the same issuer", () => {
    const [first, second] = certificates;
    expect(first!.publicKey.equals(second!.publicKey)).toBe(false);
    expect(first!.serialNumber).not.toBe(second!.serialNumber);
    expect(first!.issuer).toBe(second!.issuer);
  });

  test("names the person, and tells two of one name apart", async () => {
    const [first] = certificates;
    expect(first!.subject.split("\n").sort()).toEqual([
      "C=PL",
      "CN=Łukasz Đorđević",
      "GN=Łukasz",
      "SN=Đorđević",
      `serialNumber=${order.signers[0]!.id.toUpperCase().replace("_", "-")}`,
    ]);
    expect(first!.subject).not.toMatch(/@|example/);
  });

  test("lives as long as the operator says, and its life covers the signing", () => {
    const [first] = certificates;
    const life = (Date.parse(first!.validTo) - Date.parse(first!.validFrom)) / 1000;
    expect(life).toBe(3600 + 60);
    const now = desk.service.clock.now().getTime();
    expect(Date.parse(first!.validFrom)).toBeLessThan(now);
    expect(Date.parse(first!.validTo)).toBeGreaterThan(now);
    expect(readConfig({ CERTIFICATE_MINUTES: "5" }).certificateSeconds).toBe(300);
    expect(() => readConfig({ CERTIFICATE_MINUTES: "4" })).toThrow("CERTIFICATE_MINUTES");
  });

  test("is made anew, with a new key, when another signature came first and all is signed again", async () => {
    const race = await desk.order([ada, charles]);
    const browsers = [0, 1].map((index) => desk.browser(race, index));
    const sessions = [await browsers[0]!.session(), await browsers[1]!.session()];
    const { consent } = await browsers[0]!.status();
    await Promise.all(
      browsers.map(({ client, path }, index) =>
        client.post(
          `${path}/sign`,
          { consentText: consent.text },
          { Authorization: `Bearer ${sessions[index]}` },
        ),
      ),
    );
    const rows = await desk.sql<{ certificate: Buffer }>("SELECT certificate FROM certificates");
    const keys = rows.map(({ certificate }) =>
      new X509Certificate(certificate).publicKey.export({ format: "der", type: "spki" }).toString("hex"),
    );
    expect(new Set(keys).size).toBe(rows.length);
    expect(rows.length).toBe(4);
  });
});

describeWith(["openssl"], "a one-time certificate, read by openssl", () => {
  test("is no authority, signs documents only, is short-lived by ETSI and says that it is never revoked", async () => {
    const file = join(desk.service.objects, "..", "signer.pem");
    await writeFile(file, certificates[0]!.toString());
    const text = (await openssl(".", "x509", "-in", file, "-noout", "-text")).toString();
    // ETSI EN 319 412-1 5.2: validity assured, short term. RFC 9608: noRevAvail.
    expect(text).toMatch(/0\.4\.0\.194121\.2\.1/);
    expect(text).toMatch(/2\.5\.29\.56|No Revocation Available/i);
    expect(text).not.toMatch(/CRL Distribution|OCSP - URI/);
    expect(text).not.toContain("CA:TRUE");
    expect(text).toContain("Non Repudiation");
    expect(text).toContain("prime256v1");
    expect(text).toContain("ecdsa-with-SHA256");
    const at = (name: string) => join(desk.service.objects, "..", `${name}.pem`);
    for (const name of ["root", "signers"] as const) {
      await writeFile(at(name), new X509Certificate(desk.service.hierarchies.test[name].der).toString());
    }
    const verified = await openssl(
      ".",
      "verify",
      "-x509_strict",
      "-CAfile",
      at("root"),
      "-untrusted",
      at("signers"),
      file,
    );
    expect(verified.toString()).toContain(": OK");
  });
});

describe("the authorities' keys", () => {
  const keys = () => join(desk.service.objects, "..", "keys");
  const ids = (["test", "live"] as const).flatMap((mode) =>
    (["root", "signers", "timestamps", "seal"] as const).map((part) => keyId(mode, part)),
  );

  test.each(ids)(
    "%s is encrypted on disk, for its owner's eyes only, and opens under no other secret",
    async (id) => {
      const path = join(keys(), `${id}.key`);
      const bytes = await readFile(path);
      expect((await stat(path)).mode & 0o777).toBe(0o600);
      expect(bytes.includes(Buffer.from("2a8648ce3d", "hex"))).toBe(false);
      const stranger = softwareKeyStore({ directory: keys(), secret: new Uint8Array(32) });
      await expect(stranger.signer(id)).rejects.toThrow("cannot be opened");
      expect((await readFile(path)).equals(bytes)).toBe(true);
    },
  );

  test("of test and live are eight different ones, and neither root vouches for the other's authorities", () => {
    const { test: forTest, live } = desk.service.hierarchies;
    const all = [forTest, live].flatMap(({ root, signers, timestamps, seal }) => [
      root,
      signers,
      timestamps,
      seal,
    ]);
    const parsed = all.map(({ der }) => new X509Certificate(der));
    expect(new Set(parsed.map(({ fingerprint256 }) => fingerprint256)).size).toBe(8);
    expect(
      new Set(
        parsed.map(({ publicKey }) => publicKey.export({ format: "der", type: "spki" }).toString("hex")),
      ).size,
    ).toBe(8);
    expect(parsed[1]!.verify(parsed[0]!.publicKey)).toBe(true);
    expect(parsed[1]!.verify(parsed[4]!.publicKey)).toBe(false);
    expect(parsed[5]!.verify(parsed[0]!.publicKey)).toBe(false);
  });
});
