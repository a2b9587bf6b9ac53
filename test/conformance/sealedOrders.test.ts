import { X509Certificate } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { systemRandom } from "../../api/adapters/random/system.js";
import { httpTimestampAuthority } from "../../api/adapters/timestampAuthority/http.js";
import { type AuthorityServer, startAuthorityServer } from "../support/authorityServer.js";
import { describeWith } from "../support/judges.js";
import { describeWithResident, ResidentJudge } from "../support/residentJudge.js";
import {
  type ServiceAuthorities,
  sealedDocument,
  signedInTurn,
  startServiceAuthorities,
} from "../support/sealedDocument.js";
import { pdfsig, trustInNss } from "../support/signatureJudges.js";
import { classicPdf } from "./documents/laidOut.js";

const DAY = 86_400;
const YEARS_LATER = new Date(Date.now() + 7 * 365 * DAY * 1000).toISOString();
const names = ["Ada Lovelace", "Charles Babbage", "Grace Hopper"];
const asLongTerm = { indication: "TOTAL_PASSED", level: "PAdES-BASELINE-LTA", errors: [], warnings: [] };

describeWith(["pdfsig", "certutil"], "orders that the service has sealed", () => {
  describeWithResident(
    ["dss", "pyhanko"],
    "as foreign judges see them, with the trust anchors and nothing else",
    () => {
      let dss: ResidentJudge<"dss">;
      let pyhanko: ResidentJudge<"pyhanko">;
      let directory: string;
      let source: Uint8Array;
      let server: AuthorityServer;
      beforeAll(async () => {
        directory = await mkdtemp(join(tmpdir(), "paraph-sealed-"));
        [dss, pyhanko] = [new ResidentJudge("dss"), new ResidentJudge("pyhanko")];
        source = await classicPdf();
        server = await startAuthorityServer();
      });
      afterAll(async () => {
        await Promise.all([dss.stop(), pyhanko.stop(), server.stop()]);
        await rm(directory, { recursive: true });
      });

      const write = async (name: string, bytes: Uint8Array | string) => {
        const file = join(directory, name);
        await writeFile(file, bytes);
        return file;
      };
      const pemOf = (der: Uint8Array) => new X509Certificate(der).toString();

      async function expectLongTerm(pdf: Uint8Array, rootPem: string, signers: number): Promise<void> {
        const file = await write("sealed.pdf", pdf);
        const trust = await write("roots.pem", rootPem);
        for (const time of [{}, { time: YEARS_LATER }]) {
          const { signatures, timestamps } = await dss.judge(file, { trust, ...time });
          expect(signatures).toEqual(Array(signers).fill(expect.objectContaining(asLongTerm)));
          expect(timestamps).toHaveLength(signers + 1);
          for (const stamp of timestamps) expect(stamp).toMatchObject({ indication: "PASSED", errors: [] });
        }
        const { signatures } = await pyhanko.judge(file, { trust, revocation: "hard-fail" });
        const sound = { bottom_line: true, suspicious: null, indication: "PASSED" };
        expect(signatures).toEqual(Array(signers).fill(expect.objectContaining(sound)));
        const nss = await trustInNss(
          await mkdtemp(join(directory, "nss-")),
          rootPem.split(/(?<=-----END CERTIFICATE-----\n)/).filter(Boolean),
        );
        const seen = (await pdfsig(file, nss)).slice(0, signers);
        expect(seen.map(({ signature, certificate }) => `${signature} ${certificate}`)).toEqual(
          Array(signers).fill("Signature is Valid. Certificate is Trusted."),
        );
      }

      /** Under authorities of this age, with a unit of their own. */
      async function sealedUnder(authorities: ServiceAuthorities, signers: readonly string[]) {
        const signed = await signedInTurn(authorities, authorities.unit, source, signers);
        return sealedDocument(
          authorities.unit,
          authorities.validationData(null),
          source,
          signed,
          signers.length,
        );
      }

      test.each([
        [1, "made just now", 0, true],
        [3, "made just now", 0, true],
        [1, "a year old", 365 * DAY, true],
        [2, "whose certificates name no list", 365 * DAY, false],
      ])(
        "signed by %i, under authorities %s: B-LTA, today and in seven years",
        async (count, _, age, publishing) => {
          const authorities = await startServiceAuthorities(age, publishing);
          const sealed = await sealedUnder(authorities, names.slice(0, count));
          expect(sealed).toMatchObject({ level: "B-LTA", revision: count + 1 });
          await expectLongTerm(sealed!.bytes, pemOf(authorities.hierarchy.root.der), count);
          await authorities.stop();
        },
      );

      test("stamped by another authority, whose validation data are fetched: B-LTA as well", async () => {
        const authorities = await startServiceAuthorities();
        const other = httpTimestampAuthority({ url: server.timestampUrl, random: systemRandom });
        const signed = await signedInTurn(authorities, other, source, names.slice(0, 1));
        const data = authorities.validationData(server.authorities.revocation);
        const sealed = await sealedDocument(other, data, source, signed, 1);
        expect(sealed).toMatchObject({ level: "B-LTA" });
        const roots = pemOf(authorities.hierarchy.root.der) + server.authorities.rootPem;
        await expectLongTerm(sealed!.bytes, roots, 1);
        await other.close();
        await authorities.stop();
      });

      test("approved and signed by nobody: a document time-stamp over the whole that passes", async () => {
        const authorities = await startServiceAuthorities();
        const sealed = await sealedUnder(authorities, []);
        expect(sealed).toMatchObject({ level: null });
        const trust = await write("roots.pem", pemOf(authorities.hierarchy.root.der));
        const verdict = await dss.judge(await write("approved.pdf", sealed!.bytes), { trust });
        expect(verdict).toMatchObject({ signatures: [], timestamps: [{ indication: "PASSED", errors: [] }] });
        await authorities.stop();
      });
    },
  );
});
