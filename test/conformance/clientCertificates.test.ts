import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { describeWith } from "../support/judges.js";
import { describeWithResident, judgeCommand } from "../support/residentJudge.js";
import { newClient, password } from "../unit/engine/pkcs12/clientIdentity.js";

const run = promisify(execFile);
const opener = fileURLToPath(
  new URL("../../../test/conformance/judges/pyhanko/openPkcs12.py", import.meta.url),
);

describe.each(["ec", "rsa"] as const)("a client's file with a key of %s", (type) => {
  let directory: string;
  let file: string;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "paraph-pkcs12-"));
    file = join(directory, "client.p12");
    const client = await newClient(type);
    await writeFile(file, await client.pfx({ iterations: 100_000 }));
  });
  afterAll(() => rm(directory, { recursive: true }));

  describeWith(["keytool"], "Java", () => {
    const list = (given: string) =>
      run("keytool", ["-J-Duser.language=en", "-list", "-v", "-keystore", file, "-storepass", given]);

    test("has a private key under its name, with a chain to its authority", async () => {
      const { stdout } = await list(password);
      expect(stdout).toMatch(/Alias name: erp, z.{1,2}rich/i);
      expect(stdout).toContain("Entry type: PrivateKeyEntry");
      expect(stdout).toContain("Certificate chain length: 2");
    });

    test("refuses another password", async () => {
      await expect(list(`${password}x`)).rejects.toThrow();
    });
  });

  describeWith(["pk12util", "certutil"], "NSS, as in Firefox,", () => {
    test("takes key and certificate into its database", async () => {
      const database = `sql:${directory}`;
      await run("certutil", ["-N", "-d", database, "--empty-password"]);
      await run("pk12util", ["-i", file, "-d", database, "-W", password]);
      const { stdout } = await run("certutil", ["-K", "-d", database]);
      expect(stdout).toContain("Zürich");
    });
  });

  describeWithResident(["pyhanko"], "Python's cryptography", () => {
    test("finds the key to be the certificate's, and the authority beside it", async () => {
      const [python] = judgeCommand("pyhanko");
      const { stdout } = await run(python, [opener, file, password]);
      expect(JSON.parse(stdout)).toEqual({
        name: "ERP, Zürich",
        same_key: true,
        subjects: ["CN=ERP,UID=crt_1,O=Zoé & Cie", expect.stringContaining("CN=Paraph Test Clients")],
      });
    });
  });
});
