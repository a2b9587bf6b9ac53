import { X509Certificate } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sealBytes } from "../../api/platformSeal/sealBytes.js";
import { buildContainer } from "../../engine/asic/buildContainer.js";
import { describeWithResident, ResidentJudge } from "../support/residentJudge.js";
import { type ServiceAuthorities, startServiceAuthorities } from "../support/sealedDocument.js";
import { files } from "./judging/containerFiles.js";

const YEARS_LATER = new Date(Date.now() + 7 * 365 * 86_400_000).toISOString();
const both = <Value>(value: Value) => ({ test: value, live: value });
const passed = { indication: "TOTAL_PASSED", errors: [], warnings: [] };

describeWithResident(
  ["dss"],
  "the platform's electronic seal, as EU DSS sees it with the root and nothing else",
  () => {
    let directory: string;
    let dss: ResidentJudge<"dss">;
    let authorities: ServiceAuthorities;
    let trust: string;
    beforeAll(async () => {
      directory = await mkdtemp(join(tmpdir(), "paraph-seal-"));
      dss = new ResidentJudge("dss");
      authorities = await startServiceAuthorities();
      trust = await write("root.pem", new X509Certificate(authorities.hierarchy.root.der).toString());
    });
    afterAll(async () => {
      await Promise.all([dss.stop(), authorities.stop()]);
      await rm(directory, { recursive: true });
    });
    async function write(name: string, bytes: Uint8Array | string): Promise<string> {
      const file = join(directory, name);
      await writeFile(file, bytes);
      return file;
    }

    test("on bytes passes at B-LT", async () => {
      const { seal, unit, clock } = authorities;
      const platform = {
        clock,
        platformSeal: both(seal),
        timestampAuthority: both(unit),
        validationData: both(authorities.validationData(null)),
      };
      const bytes = Buffer.from("paraph.log/log_1\n1\nqqq=\n");
      const content = await write("checkpoint.txt", bytes);
      const file = await write("checkpoint.p7s", await sealBytes(platform, "live", bytes, "B-LT"));
      const { signatures, timestamps } = await dss.judge(file, { trust, content });
      expect(signatures).toEqual([expect.objectContaining({ ...passed, level: "CAdES-BASELINE-LT" })]);
      expect(timestamps).toMatchObject([{ indication: "PASSED", errors: [], warnings: [] }]);
    });

    test.each([{}, { time: YEARS_LATER }])("on a container passes at B-LTA (%j)", async (time) => {
      const { seal, unit, clock } = authorities;
      const container = await buildContainer(files, {
        ...seal,
        signingTime: clock.now(),
        timestamp: (digest) => unit.timestamp(digest),
        timestampVerified: true,
        known: await authorities.validationData(null).known(),
      });
      const file = await write("evidence.asice", container);
      const { container: type, signatures, timestamps } = await dss.judge(file, { trust, ...time });
      expect(type).toBe("ASiC-E");
      expect(signatures).toEqual([expect.objectContaining({ ...passed, level: "CAdES-BASELINE-LTA" })]);
      expect(timestamps).toMatchObject(Array(2).fill({ indication: "PASSED", errors: [], warnings: [] }));
    });
  },
);
