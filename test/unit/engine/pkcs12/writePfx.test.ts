import { createPrivateKey, randomBytes, webcrypto, X509Certificate } from "node:crypto";
import { fromBER } from "asn1js";
import * as pkijs from "pkijs";
import { writePfx } from "../../../../engine/pkcs12/writePfx.js";
import { describeWith } from "../../../support/judges.js";
import { judgeByOpenssl } from "../x509/opensslDirectory.js";
import { opensslWords } from "../x509/opensslWords.js";
import { newClient, password } from "./clientIdentity.js";
import { handshakeWith } from "./tlsDoor.js";

const client = await newClient();
const pfx = Buffer.from(await client.pfx());

describeWith(["openssl"], "openssl", () => {
  const open = (file: Uint8Array, given = password, ...more: string[]) =>
    judgeByOpenssl(
      { "a.p12": file, "password.txt": given },
      ...["pkcs12", "-in", "a.p12", "-passin", "file:password.txt", ...more],
    );

  test.each(["ec", "rsa"] as const)("opens a file with a key of %s to the same key", async (type) => {
    const identity = type === "ec" ? client : await newClient("rsa");
    const { text } = await open(await identity.pfx(), password, "-nocerts", "-nodes");
    const found = createPrivateKey(text.slice(text.indexOf("-----BEGIN PRIVATE KEY-----")));
    expect(found.export({ type: "pkcs8", format: "der" })).toEqual(identity.privateKey);
  });

  test("finds the own certificate by its key, and the authority apart", async () => {
    const own = await open(pfx, password, "-nokeys", "-clcerts");
    expect(new X509Certificate(own.text).raw).toEqual(Buffer.from(client.certificate.der));
    const authorities = await open(pfx, password, "-nokeys", "-cacerts");
    expect(new X509Certificate(authorities.text).raw).toEqual(Buffer.from(client.authority.der));
  });

  test("sees AES-256 and HMAC with SHA-256 throughout, iterated as often as was said", async () => {
    const info = ["pkcs12", "-in", "a.p12", "-passin", `pass:${password}`, "-info", "-noout"];
    const { text } = await opensslWords({ "a.p12": await client.pfx({ iterations: 4321 }) }, info);
    expect(text).toContain("MAC: sha256, Iteration 4321");
    const encryption = "PBES2, PBKDF2, AES-256-CBC, Iteration 4321, PRF hmacWithSHA256";
    expect(text.split(encryption)).toHaveLength(3);
  });

  test("shows the name in its own letters", async () => {
    const { bytes } = await open(pfx, password, "-nokeys", "-clcerts");
    // Its letters are Latin-1.
    expect(bytes.toString("latin1")).toContain("friendlyName: ERP, Zürich\n");
  });

  test("refuses another password, and a file of which one bit was changed", async () => {
    const changed = Uint8Array.from(pfx);
    changed[200]! ^= 1;
    expect(await open(pfx, `${password}x`, "-noout")).toMatchObject({ passed: false });
    expect(await open(changed, password, "-noout")).toMatchObject({ passed: false });
    expect(await open(pfx, password, "-noout")).toMatchObject({ passed: true });
  });

  test.each(["x", "a".repeat(128), "ünsafe? pässwörd €", "p w"])("takes the password %j", async (word) => {
    expect(await open(await client.pfx({ password: word }), word, "-noout")).toMatchObject({
      passed: true,
    });
  });
});

test("Node's TLS proves with it, to a server that asks for a certificate, who calls", async () => {
  const seen = await handshakeWith({ pfx, passphrase: password }, client.authority.der);
  expect(seen).toEqual({
    authorized: true,
    fingerprint: new X509Certificate(client.certificate.der).fingerprint256,
  });
});

test("Node's TLS proves it with a key of RSA", async () => {
  const rsa = await newClient("rsa");
  const seen = await handshakeWith(
    { pfx: Buffer.from(await rsa.pfx()), passphrase: password },
    rsa.authority.der,
  );
  expect(seen).toMatchObject({ authorized: true });
});

test("pkijs reads its bags, and finds its MAC to be that of the password", async () => {
  pkijs.setEngine(
    "node",
    new pkijs.CryptoEngine({
      name: "node",
      crypto: webcrypto as unknown as NonNullable<
        ConstructorParameters<typeof pkijs.CryptoEngine>[0]
      >["crypto"],
    }),
  );
  const secret = new TextEncoder().encode(password).buffer as ArrayBuffer;
  const file = pkijs.PFX.fromBER(Uint8Array.from(pfx).buffer);
  await file.parseInternalValues({ checkIntegrity: true, password: secret });
  const safe = file.parsedValue!.authenticatedSafe!;
  await safe.parseInternalValues({ safeContents: [{ password: secret }, {}] });
  const contents = safe.parsedValue.safeContents as { value: pkijs.SafeContents }[];
  const bags = contents.map(({ value }) => value.safeBags.map(({ bagId }) => bagId));
  expect(bags).toEqual([
    ["1.2.840.113549.1.12.10.1.3", "1.2.840.113549.1.12.10.1.3"],
    ["1.2.840.113549.1.12.10.1.2"],
  ]);
});

test("is one DER element to its last byte", () => {
  expect(fromBER(Uint8Array.from(pfx).buffer).offset).toBe(pfx.length);
});

test("holds neither the key nor a certificate in the clear", () => {
  const file = Buffer.from(pfx);
  const { d } = createPrivateKey({ key: client.privateKey, format: "der", type: "pkcs8" }).export({
    format: "jwk",
  });
  const clear = [Buffer.from(d!, "base64url"), Buffer.from("Paraph Test Clients"), Buffer.from(password)];
  expect(clear.map((bytes) => file.includes(bytes))).toEqual([false, false, false]);
});

test("depends on nothing but what it is given: the same randomness makes the same file", async () => {
  const content = {
    ...{ privateKey: client.privateKey, certificates: [client.certificate.der], friendlyName: "a", password },
    iterations: 10,
  };
  const write = (seed: number) => {
    let drawn = seed;
    return writePfx(content, (length) => new Uint8Array(length).fill(drawn++));
  };
  expect(await write(1)).toEqual(await write(1));
  expect(await write(1)).not.toEqual(await write(2));
});

test("draws a salt or vector of its own for each of the five that it needs", async () => {
  const drawn: number[] = [];
  const content = {
    ...{ privateKey: client.privateKey, certificates: [client.certificate.der], friendlyName: "a", password },
    iterations: 1,
  };
  await writePfx(content, (length) => {
    drawn.push(length);
    return randomBytes(length);
  });
  expect(drawn).toEqual([16, 16, 16, 16, 16]);
});

test("refuses a certificate that is not the key's, and no certificate at all", async () => {
  const other = await newClient();
  await expect(client.pfx({ certificates: [other.certificate.der] })).rejects.toThrow(RangeError);
  await expect(client.pfx({ certificates: [] })).rejects.toThrow(RangeError);
});

test.each([0, -1, 1.5, Number.NaN])("refuses %p iterations", async (iterations) => {
  await expect(client.pfx({ iterations })).rejects.toThrow(RangeError);
});

test("refuses a password or a name with half of a surrogate pair", async () => {
  await expect(client.pfx({ password: "\ud83d" })).rejects.toMatchObject({ code: "asn1_malformed" });
  await expect(client.pfx({ friendlyName: "\ud83d" })).rejects.toMatchObject({ code: "asn1_malformed" });
});
