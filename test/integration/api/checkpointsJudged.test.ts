import { X509Certificate } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeDueCheckpoints } from "../../../api/checkpoints/dueCheckpoints.js";
import { describeWith } from "../../support/judges.js";
import { openssl } from "../../support/openssl.js";
import { ada, OrderDesk } from "../../support/orderDesk.js";
import { timestampTokenOf } from "../../support/timestampTokenOf.js";

describeWith(
  ["openssl"],
  "a checkpoint that somebody has kept, as openssl sees it with the root and nothing else",
  () => {
    let desk: OrderDesk;
    let directory: string;
    beforeAll(async () => {
      desk = await OrderDesk.open();
      directory = await mkdtemp(join(tmpdir(), "paraph-checkpoint-"));
      await desk.order([ada]);
      await makeDueCheckpoints(desk.service.platform);
      const { body } = await desk.client.get<{ data: { log: string; size: number }[] }>("/v1/checkpoints");
      const address = `${desk.service.baseUrl}/logs/${body.data[0]!.log}/checkpoints/1`;
      for (const [file, url] of [
        ["checkpoint.txt", address],
        ["checkpoint.p7s", `${address}.p7s`],
      ] as const) {
        await writeFile(join(directory, file), Buffer.from(await (await fetch(url)).arrayBuffer()));
      }
      const root = new X509Certificate(desk.service.hierarchies.test.root.der);
      await writeFile(join(directory, "root.pem"), root.toString());
    });
    afterAll(async () => {
      await desk.close();
      await rm(directory, { recursive: true });
    });

    const verify = (content: string) =>
      openssl(
        directory,
        ...[
          "cms",
          "-verify",
          "-cades",
          "-binary",
          "-inform",
          "DER",
          "-in",
          "checkpoint.p7s",
          "-content",
          content,
        ],
        ...["-CAfile", "root.pem", "-purpose", "any"],
      );

    test("its signature is over its text, and over no other", async () => {
      const text = await verify("checkpoint.txt");
      expect(text.toString()).toMatch(
        /^paraph\.log\/log_[0-9a-z]{26}\n1\n[A-Za-z0-9+/]{43}=\ntime [^\n]+\n$/,
      );
      await writeFile(join(directory, "other.txt"), text.toString().replace("\n1\n", "\n2\n"));
      await expect(verify("other.txt")).rejects.toThrow(/verification failure/i);
    });

    test("its time-stamp is over its signature", async () => {
      const { token, signatureValue } = timestampTokenOf(await readFile(join(directory, "checkpoint.p7s")));
      await writeFile(join(directory, "token.tst"), token);
      await writeFile(join(directory, "signature.bin"), signatureValue);
      const given = ["-in", "token.tst", "-token_in", "-data", "signature.bin", "-CAfile", "root.pem"];
      expect((await openssl(directory, "ts", "-verify", ...given)).toString()).toContain("Verification: OK");
    });
  },
);
