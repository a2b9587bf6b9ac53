import { extend } from "../../../../engine/pades/extend.js";
import { sign } from "../../../../engine/pades/sign.js";
import { newAuthorities } from "../../../support/authorities.js";
import { largeDocument, MEGABYTE, peakKilobytes } from "./largeDocument.js";

/*
 * Run as a program: makes a document of so many MB (its second argument), signs it at level B-LTA or extends it (its
 * first), and prints by how many MB the memory of its process grew at most while it did.
 */
const pdf = largeDocument(Number(process.argv[3]) * MEGABYTE);

const { oneTimeSigner, timestamp, revocation, roots } = await newAuthorities();
const sources = { timestamp, revocation, trustAnchors: roots };
const signer = await oneTimeSigner();
const signed = (document: Uint8Array, level: "B-B" | "B-LTA") =>
  sign(document, { level, ...signer, ...sources, signingDate: new Date() });
const document = process.argv[2] === "extend" ? await signed(pdf, "B-B") : pdf;
const before = peakKilobytes();
const archived =
  process.argv[2] === "extend"
    ? await extend(document, { level: "B-LTA", ...sources })
    : await signed(document, "B-LTA");
const grown = (peakKilobytes() - before) / 1024;
console.log(JSON.stringify({ megabytes: archived.length / MEGABYTE, grown }));
