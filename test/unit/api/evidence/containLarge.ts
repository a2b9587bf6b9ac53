import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { documentFiles } from "../../../../api/evidence/documentFiles.js";
import { DocumentReader } from "../../../../api/evidence/documentReader.js";
import type { EvidenceDocument } from "../../../../api/evidence/evidenceSource.js";
import { containerBytes, makeContainer } from "../../../../api/evidence/makeContainer.js";
import { proofFiles } from "../../../../api/evidence/proofFiles.js";
import type { Platform } from "../../../../api/platform.js";
import type { ObjectStore } from "../../../../api/ports/objectStore.js";
import { newAuthorities } from "../../../support/authorities.js";
import { MEGABYTE, peakKilobytes } from "../../engine/pades/largeDocument.js";
import { largeOrder } from "./largeOrder.js";

/*
 * Run as a program: makes a container of so many documents (second argument) that lie in a directory (first), sends it to
 * nobody (`sent`, third) or into memory (`stored`), and prints its MB and by how many the memory of its process grew at
 * most.
 */
const [directory = "", count = "", how = ""] = process.argv.slice(2);

const documents: readonly EvidenceDocument[] = await largeOrder(directory, Number(count));
const authorities = await newAuthorities();
const { certificates, sign } = await authorities.longLivedSigner("Seal");
const [root] = authorities.roots;
const both = <T>(value: T) => ({ test: value, live: value });
const objectStore: Pick<ObjectStore, "get"> = { get: async (key) => readFile(join(directory, key)) };
const platform = {
  objectStore: objectStore as ObjectStore,
  platformSeal: both({ certificates, sign: async (message: Uint8Array) => sign(message) }),
  timestampAuthority: both({
    maxTokenBytes: authorities.timestampTokenBytes,
    timestamp: async (digest: Uint8Array) => authorities.issueTimestamp(digest, "sha256"),
  }),
  validationData: both({
    known: async () => ({ certificates, crls: authorities.crls, trustAnchors: authorities.roots }),
    remote: null,
  }),
  clock: { now: () => new Date() },
} satisfies Partial<Platform>;

const before = peakKilobytes();
const reader = new DocumentReader(platform);
const own = { certificates: { root: root! }, crls: authorities.crls };
const proofs = await proofFiles({ documents, certificates: [] }, reader, own, false);
const { files } = documentFiles({ documents, documentsRemovedAt: null }, reader, true, proofs.lost);
const container = await makeContainer(platform, "test", [...files, ...proofs.files], true);
let size = 0;
if (how === "stored") size = (await containerBytes(container)).length;
else for await (const part of container.parts()) size += part.length;
if (size !== container.size) throw new Error("The container is not as long as it said.");
console.log(JSON.stringify({ megabytes: size / MEGABYTE, grown: (peakKilobytes() - before) / 1024 }));
