import { randomBytes } from "node:crypto";
import type { PadesLevel } from "../../engine/pades/level.js";
import { openPdf } from "../../engine/pdf/document.js";
import { listSignatures } from "../../engine/pdf/signatures.js";
import { encodeTimestampRequest } from "../../engine/tsp/request.js";
import { type BenchDocument, documents } from "../documents.js";
import type { Group, MeasuredSubject } from "../group.js";
import type { Subject } from "../measure.js";
import { floorOf } from "./floor.js";
import {
  libpdfSigner,
  openedByLibpdf,
  openedByPdfLib,
  type PeerMeans,
  rewrittenByPdfLib,
  signpdfSigner,
} from "./peers.js";
import { type BenchSigner, benchSigner } from "./signer.js";

const LEVELS: readonly PadesLevel[] = ["B-B", "B-T", "B-LT", "B-LTA"];

/** What the engine does, and what its peers do with the same files. One after the other: each large file lives once. */
export async function* engineGroups(): AsyncGenerator<Group> {
  const signer = await benchSigner();
  yield authorityGroup(signer);
  yield await nthGroup(signer, documents.hundredPages());
  yield await openingGroup(signer, documents.hundredPages());
  const peers = await peerMeans(signer);
  for (const [make, rounds] of [
    [documents.small, undefined],
    [documents.hundredPages, undefined],
    [documents.twentyMegabytes, 7],
    [documents.hundredMegabytes, 3],
  ] as const) {
    const document = make();
    yield signingGroup(signer, document, rounds);
    yield peersGroup(peers, document, rounds);
  }
}

function authorityGroup({ authorities }: BenchSigner): Group {
  const query = encodeTimestampRequest({ digest: randomBytes(32), nonce: randomBytes(16) });
  return {
    title: "Authorities",
    subjects: [
      { name: "make a key and issue its certificate", run: () => authorities.oneTimeSigner() },
      { name: "answer a time-stamp query", run: () => authorities.answerTimestampRequest(query) },
      {
        name: "ask for a time-stamp, have it answered, verify the answer",
        run: () => authorities.timestamp(randomBytes(32), "sha256"),
      },
    ],
  };
}

/** The 1st, 10th and 50th signature of one document, each a visible B-T. */
async function nthGroup(signer: BenchSigner, document: BenchDocument): Promise<Group> {
  const floors: Subject[] = [];
  const subjects: MeasuredSubject[] = [];
  let signed = document;
  for (let number = 1; number <= 50; number++) {
    const before = signed;
    if ([1, 10, 50].includes(number)) {
      const floor = { ...floorOf("B-T", before.pdf), name: `floor of signature ${number}` };
      floors.push(floor);
      subjects.push({
        name: `signature ${number}, B-T, visible, of ${Math.round(before.pdf.length / 1000)} kB`,
        run: () => signer.sign(before, "B-T", true),
        floor,
      });
    }
    signed = { ...signed, pdf: await signer.sign(signed, "B-T", true) };
  }
  return { title: `The nth signature: ${document.name}`, floors, subjects };
}

async function openingGroup(signer: BenchSigner, document: BenchDocument): Promise<Group> {
  let signed = document;
  const subjects: Subject[] = [];
  for (let number = 1; number <= 50; number++) {
    signed = { ...signed, pdf: await signer.sign(signed, "B-T", true) };
    const { pdf } = signed;
    if (number === 1 || number === 50) {
      const what = number === 1 ? "1 signature" : `${number} signatures`;
      subjects.push(
        { name: `open and list ${what}`, run: () => listSignatures(openPdf(pdf)) },
        { name: `@libpdf/core: open and list the fields, ${what}`, run: () => openedByLibpdf(pdf) },
        { name: `pdf-lib: open and list the fields, ${what}`, run: () => openedByPdfLib(pdf) },
      );
    }
  }
  return { title: `Opening: ${document.name}`, subjects };
}

interface Peers {
  readonly libpdf: Awaited<ReturnType<typeof libpdfSigner>>;
  readonly signpdf: ReturnType<typeof signpdfSigner>;
}

async function peerMeans({ authorities }: BenchSigner): Promise<Peers> {
  const { certificates, privateKey } = await authorities.longLivedSigner();
  const means: PeerMeans = {
    certificates,
    privateKey,
    timestamp: authorities.timestamp,
    crlFor: authorities.crlFor,
  };
  return { libpdf: await libpdfSigner(means), signpdf: signpdfSigner() };
}

/** Every level on one document. */
function signingGroup(signer: BenchSigner, document: BenchDocument, rounds: number | undefined): Group {
  const floor = floorsOf(document.pdf);
  return {
    title: `Signing: ${document.name}`,
    floors: Object.values(floor),
    subjects: [
      ...LEVELS.map((level) => ({
        name: `${level}, invisible`,
        run: () => signer.sign(document, level, false),
        floor: floor[level === "B-LT" ? "B-T" : level],
      })),
      { name: "B-T, visible on the last page", run: () => signer.sign(document, "B-T", true) },
    ],
    ...(rounds !== undefined && { rounds }),
  };
}

/** The same document in the peers' hands, with a key that they need not make; apart, so that nobody sweeps up for them. */
function peersGroup(peers: Peers, document: BenchDocument, rounds: number | undefined): Group {
  const { pdf } = document;
  const floor = floorsOf(pdf);
  return {
    title: `Peers: ${document.name}`,
    floors: Object.values(floor),
    subjects: [
      ...(["B-B", "B-T", "B-LTA"] as const).map((level) => ({
        name: `@libpdf/core ${level}, invisible`,
        run: () => peers.libpdf(pdf, level),
        floor: floor[level],
      })),
      { name: "@signpdf with pdf-lib (RSA 2048), invisible, no PAdES", run: () => peers.signpdf(pdf) },
      { name: "pdf-lib: open and write anew, no signature", run: () => rewrittenByPdfLib(pdf) },
    ],
    ...(rounds !== undefined && { rounds }),
  };
}

/** Of each level; B-LT's cryptography is B-T's. The first is what is told in the usual case. */
const floorsOf = (pdf: Uint8Array) => ({
  "B-T": floorOf("B-T", pdf),
  "B-B": floorOf("B-B", pdf),
  "B-LTA": floorOf("B-LTA", pdf),
});
