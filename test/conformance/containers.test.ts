import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildContainer } from "../../engine/asic/buildContainer.js";
import type { ContainerFile } from "../../engine/asic/containerFile.js";
import { readContainer } from "../../engine/asic/readContainer.js";
import { renewContainer } from "../../engine/asic/renewContainer.js";
import { signDetached } from "../../engine/cades/signDetached.js";
import type { PadesLevel } from "../../engine/pades/level.js";
import type { DigestName } from "../../engine/x509/digestAlgorithm.js";
import { type Authorities, newAuthorities } from "../support/authorities.js";
import { describeWithResident, ResidentJudge } from "../support/residentJudge.js";
import { files } from "./judging/containerFiles.js";

const DAY = 86_400_000;
const YEAR = 365 * DAY;
const iso = (time: number): string => new Date(time).toISOString();
const passed = (level: string) => ({
  indication: "TOTAL_PASSED",
  level: `CAdES-BASELINE-${level.slice(2)}`,
  errors: [],
  warnings: [],
});

describeWithResident(
  ["dss"],
  "ASiC-E containers, as EU DSS sees them with the trust anchors and nothing else",
  () => {
    const start = Date.now();
    let now: number;
    let dss: ResidentJudge<"dss">;
    let directory: string;
    let authorities: Authorities;
    beforeAll(async () => {
      directory = await mkdtemp(join(tmpdir(), "paraph-containers-"));
      dss = new ResidentJudge("dss");
    });
    beforeEach(async () => {
      now = start;
      authorities = await newAuthorities(() => new Date(now));
    });
    afterAll(async () => {
      await dss.stop();
      await rm(directory, { recursive: true });
    });

    const write = async (name: string, bytes: Uint8Array | string) => {
      const file = join(directory, name);
      await writeFile(file, bytes);
      return file;
    };
    const sources = ({ timestamp, revocation, roots }: Authorities) => {
      return { timestamp, revocation, known: { trustAnchors: roots } };
    };
    const built = async (level: PadesLevel, some: readonly ContainerFile[] = files) => {
      const signer = await authorities.oneTimeSigner();
      return buildContainer(some, { ...signer, ...sources(authorities), signingTime: new Date(now), level });
    };
    /** The lists that are published now, for the levels that do not bring them. */
    const lists = async () => {
      await authorities.renewLists();
      const written = authorities.crls.map((crl, index) => write(`${index}.crl`, crl));
      return { crl: (await Promise.all(written)).join(";") };
    };

    async function expectPassed(
      container: Uint8Array,
      level: string,
      options: Parameters<typeof dss.judge>[1],
      stamps: number,
    ) {
      const verdict = await dss.judge(await write("evidence.asice", container), options);
      expect(verdict.container).toBe("ASiC-E");
      expect(verdict.reports).toHaveLength(4);
      const data = [...readContainer(container).files.keys()].filter((name) => !name.startsWith("META-INF/"));
      const covers = ["META-INF/ASiCManifest001.xml", ...data];
      expect(verdict.signatures).toEqual([expect.objectContaining({ ...passed(level), covers })]);
      expect(verdict.timestamps).toHaveLength(stamps);
      for (const stamp of verdict.timestamps)
        expect(stamp).toMatchObject({ indication: "PASSED", errors: [], warnings: [], signatures: 1 });
    }

    test.each([
      ["B-B", 1, 0],
      ["B-B", 20, 0],
      ["B-T", 20, 1],
      ["B-LT", 20, 1],
      ["B-LTA", 1, 2],
      ["B-LTA", 20, 2],
    ] as const)(
      "of level %s with %i files pass at that level, every file signed",
      async (level, count, stamps) => {
        const container = await built(level, files.slice(0, count));
        const trust = await write("root.pem", authorities.rootPem);
        const published = level === "B-B" || level === "B-T" ? await lists() : {};
        await expectPassed(container, level, { trust, ...published }, stamps);
      },
    );

    test.each([
      ["B-T", "a day", DAY],
      ["B-LT", "a day", DAY],
      ["B-LTA", "a day", DAY],
      ["B-LTA", "seven years", 7 * YEAR],
    ] as const)(
      "of level %s pass after %s, when the certificate of who signed has ended",
      async (level, _, later) => {
        const container = await built(level);
        const trust = await write("root.pem", authorities.rootPem);
        const published = level === "B-T" ? await lists() : {};
        await expectPassed(
          container,
          level,
          { trust, time: iso(start + later), ...published },
          level === "B-LTA" ? 2 : 1,
        );
      },
    );

    test("of level B-B are worth nothing by then, so that the tests above show what the levels are for", async () => {
      const trust = await write("root.pem", authorities.rootPem);
      const file = await write("evidence.asice", await built("B-B"));
      const { signatures } = await dss.judge(file, { trust, time: iso(start + DAY), ...(await lists()) });
      expect(signatures).toMatchObject([
        { indication: "INDETERMINATE", subIndication: "OUT_OF_BOUNDS_NOT_REVOKED" },
      ]);
    });

    test.each([["sha256"], ["sha512"]] as const)(
      "renewed twice by %s, by other authorities each time, pass when all certificates before have ended",
      async (digestAlgorithm: DigestName) => {
        let container = await built("B-LTA");
        let roots = authorities.rootPem;
        for (let renewal = 1; renewal <= 2; renewal++) {
          // The unit's certificate is one of 3,000 days.
          now += 7 * YEAR;
          const before = authorities;
          await before.renewLists();
          authorities = await newAuthorities(() => new Date(now), `http://pki${renewal}.example`);
          const { timestamp, revocation, roots: trustAnchors, rootPem } = authorities;
          container = await renewContainer(container, {
            timestamp,
            known: { trustAnchors: [...before.roots, ...trustAnchors] },
            revocation: { crl: async (url) => (await revocation.crl(url)) ?? before.revocation.crl(url) },
            at: new Date(now),
            digestAlgorithm,
          });
          roots += rootPem;
        }
        const trust = await write("roots.pem", roots);
        await expectPassed(container, "B-LTA", { trust, time: iso(now + 7 * YEAR) }, 4);
      },
    );

    test("that nobody renewed are not sure any more by then, so that the test above shows what renewal is for", async () => {
      const trust = await write("root.pem", authorities.rootPem);
      const file = await write("evidence.asice", await built("B-LTA"));
      const { signatures } = await dss.judge(file, { trust, time: iso(start + 21 * YEAR) });
      expect(signatures).toMatchObject([{ indication: "INDETERMINATE" }]);
    });

    test.each(["B-B", "B-T", "B-LT"] as const)(
      "a detached signature of level %s passes over its content",
      async (level) => {
        const content = Buffer.from("paraph.log/log_1\n1\nqqq=\n");
        const signer = await authorities.oneTimeSigner();
        const options = { ...signer, ...sources(authorities), signingTime: new Date(now), level };
        const file = await write("checkpoint.p7s", await signDetached(content, options));
        const trust = await write("root.pem", authorities.rootPem);
        const published = level === "B-LT" ? {} : await lists();
        const note = await write("checkpoint.txt", content);
        const { signatures } = await dss.judge(file, { trust, content: note, ...published });
        expect(signatures).toEqual([expect.objectContaining(passed(level))]);
        const other = await write("checkpoint.txt", Buffer.from("paraph.log/log_1\n2\nqqq=\n"));
        const over = await dss.judge(file, { trust, content: other, ...published });
        expect(over.signatures).toMatchObject([
          { indication: "TOTAL_FAILED", subIndication: "HASH_FAILURE" },
        ]);
      },
    );
  },
);
