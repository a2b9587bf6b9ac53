import { execFile } from "node:child_process";
import { createHmac, hkdfSync, randomBytes, verify } from "node:crypto";
import { chmod, copyFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { loadSecret } from "../../../api/adapters/keyStore/secret.js";
import { secretBox } from "../../../api/adapters/keyStore/secretBox.js";
import { softwareKeyStore } from "../../../api/adapters/keyStore/software.js";
import { openssl, opensslMissing } from "../../support/openssl.js";

const keyUserProgram = resolve(import.meta.dirname, "../../support/keyUser.js");
const secret = new Uint8Array(randomBytes(32));
const message = new Uint8Array(Buffer.from("message"));
let directory: string;
const open = (under = secret) => softwareKeyStore({ directory, secret: under });
const pem = async (keyId: string, store = open()) =>
  (await store.publicKey(keyId)).export({ format: "pem", type: "spki" }).toString();

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "paraph-keys-"));
});
afterEach(() => rm(directory, { recursive: true }));

describe("the software key store", () => {
  test("makes a key on first use and gives the same one to every store after it", async () => {
    const first = await pem("live/root");
    expect(await pem("live/root")).toBe(first);
    expect(await pem("live/issuing")).not.toBe(first);
  });

  test("signs ECDSA P-256 with SHA-256 over the whole message, DER-encoded", async () => {
    const store = open();
    const sign = await store.signer("live/root");
    const publicKey = await store.publicKey("live/root");
    const signature = await sign(message);
    expect(publicKey.asymmetricKeyDetails).toMatchObject({ namedCurve: "prime256v1" });
    expect(verify("sha256", message, publicKey, signature)).toBe(true);
    expect(verify("sha256", Buffer.from("another"), publicKey, signature)).toBe(false);
  });

  (opensslMissing === undefined ? test : test.skip)(
    opensslMissing === undefined ? "signs what openssl verifies" : `SKIPPED, ${opensslMissing}`,
    async () => {
      const sign = await open().signer("live/root");
      await writeFile(join(directory, "key.pem"), await pem("live/root"));
      await writeFile(join(directory, "message"), message);
      await writeFile(join(directory, "signature"), await sign(message));
      const args = ["dgst", "-sha256", "-verify", "key.pem", "-signature", "signature", "message"];
      expect((await openssl(directory, ...args)).toString()).toContain("Verified OK");
    },
  );

  test("gives one key to eight stores that ask for it first at once", async () => {
    const keys = await Promise.all(Array.from({ length: 8 }, () => pem("live/root", open())));
    expect(new Set(keys).size).toBe(1);
  });

  test("gives one key, under one master secret, to four processes that start on an empty directory", async () => {
    const users = Array.from({ length: 4 }, () =>
      promisify(execFile)(process.execPath, [keyUserProgram, directory, "test/root"]),
    );
    const printed = (await Promise.all(users)).map((user) => user.stdout);
    expect(printed[0]).toContain("BEGIN PUBLIC KEY");
    expect(new Set(printed).size).toBe(1);
    expect((await readdir(directory)).sort()).toEqual(["keys", "secret"]);
  });

  test("stores keys in files of its own user, in which no key can be read", async () => {
    await pem("live/root");
    const path = join(directory, "live/root.key");
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    expect((await stat(join(directory, "live"))).mode & 0o777).toBe(0o700);
    const file = await readFile(path);
    const ecPublicKey = Buffer.from("06072a8648ce3d0201", "hex");
    expect(file.includes(ecPublicKey)).toBe(false);
  });

  test("refuses under another master secret, naming the key, and leaves the file as it was", async () => {
    const first = await pem("live/root");
    await expect(open(new Uint8Array(32)).signer("live/root")).rejects.toThrow("live/root cannot be opened");
    expect(await pem("live/root")).toBe(first);
  });

  test("refuses a key's file put in the place of another's", async () => {
    await pem("live/root");
    await copyFile(join(directory, "live/root.key"), join(directory, "live/other.key"));
    await expect(open().publicKey("live/other")).rejects.toThrow("cannot be opened");
  });

  test("refuses a damaged file, and reads it again once it is mended", async () => {
    const first = await pem("live/root");
    const path = join(directory, "live/root.key");
    const file = await readFile(path);
    const store = open();
    await writeFile(path, file.subarray(0, -1));
    await expect(store.publicKey("live/root")).rejects.toThrow("cannot be opened");
    await writeFile(path, file);
    expect(await pem("live/root", store)).toBe(first);
  });

  test("takes no id that could name a file elsewhere", async () => {
    for (const keyId of [
      "",
      "/a",
      "a/",
      "a//b",
      "..",
      "../a",
      "a/../b",
      "A",
      "a.b",
      "a b",
      "a\0",
      "a".repeat(129),
    ]) {
      await expect(open().publicKey(keyId)).rejects.toThrow("A key's id has");
    }
    expect(await readdir(directory)).toEqual([]);
  });
});

describe("a secret box", () => {
  test("makes its keys with HKDF-SHA-256 (RFC 5869), so that what is sealed can be opened without us", () => {
    const secret = randomBytes(32);
    const key = new Uint8Array(hkdfSync("sha256", secret, new Uint8Array(0), "paraph 1 mac links", 32));
    const expected = createHmac("sha256", key).update("message").digest();
    expect(Buffer.from(secretBox(secret).mac(Buffer.from("message"), "links"))).toEqual(expected);
  });

  const box = secretBox(secret);
  const sealed = box.seal(message, "webhooks/1");

  test("gives back what was sealed, also nothing at all, and never seals the same way twice", () => {
    expect(box.open(sealed, "webhooks/1")).toEqual(message);
    expect(secretBox(secret).open(sealed, "webhooks/1")).toEqual(message);
    expect(box.open(box.seal(new Uint8Array(0), "c"), "c")).toEqual(new Uint8Array(0));
    expect(box.seal(message, "webhooks/1")).not.toEqual(sealed);
  });

  test("opens in no other context and under no other secret", () => {
    expect(() => box.open(sealed, "webhooks/2")).toThrow("altered");
    expect(() => box.open(sealed, "")).toThrow("altered");
    expect(() => secretBox(new Uint8Array(32)).open(sealed, "webhooks/1")).toThrow("altered");
  });

  test("opens with no single byte changed, cut off or added", () => {
    for (let position = 0; position < sealed.length; position += 1) {
      const changed = Uint8Array.from(sealed);
      changed[position]! ^= 1;
      expect(() => box.open(changed, "webhooks/1")).toThrow();
      expect(() => box.open(sealed.subarray(0, position), "webhooks/1")).toThrow();
    }
    expect(() => box.open(Uint8Array.from([...sealed, 0]), "webhooks/1")).toThrow();
  });

  test("makes the same MAC for the same message and purpose, and another for any other", () => {
    const mac = box.mac(message, "otp");
    expect(mac).toHaveLength(32);
    expect(secretBox(secret).mac(message, "otp")).toEqual(mac);
    expect(box.mac(message, "link")).not.toEqual(mac);
    expect(box.mac(Buffer.from("other"), "otp")).not.toEqual(mac);
    expect(secretBox(new Uint8Array(32)).mac(message, "otp")).not.toEqual(mac);
  });

  test("takes no secret of another length", () => {
    expect(() => secretBox(new Uint8Array(31))).toThrow("32 bytes");
  });
});

describe("the master secret's file", () => {
  test("is made once, random, for its own user alone, in a directory made for it", async () => {
    const file = join(directory, "new", "secret");
    const made = await Promise.all(Array.from({ length: 8 }, () => loadSecret(file)));
    expect(new Set(made.map((one) => Buffer.from(one).toString("hex"))).size).toBe(1);
    expect(made[0]).not.toEqual(new Uint8Array(32));
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect(await readdir(join(directory, "new"))).toEqual(["secret"]);
  });

  test.each(["640", "604", "620", "602", "610"])(
    "is refused with mode %s, with a command that mends it",
    async (mode) => {
      const file = join(directory, "secret");
      await loadSecret(file);
      await chmod(file, Number.parseInt(mode, 8));
      await expect(loadSecret(file)).rejects.toThrow("chmod 600");
      await chmod(file, 0o400);
      await expect(loadSecret(file)).resolves.toHaveLength(32);
    },
  );

  test.each([0, 31, 33, 64])("is refused with %i bytes, and not replaced", async (size) => {
    const file = join(directory, "secret");
    await writeFile(file, new Uint8Array(size), { mode: 0o600 });
    await expect(loadSecret(file)).rejects.toThrow(`has ${size} bytes`);
    expect((await readFile(file)).byteLength).toBe(size);
  });

  test("is refused as a directory", async () => {
    await expect(loadSecret(directory)).rejects.toThrow("is not a file");
  });
});
