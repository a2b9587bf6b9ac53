import { completeSignature } from "../../../../engine/pades/completeSignature.js";
import { prepareSignature } from "../../../../engine/pades/prepareSignature.js";
import { newHierarchy, newSigner } from "../x509/hierarchy.js";
import { largeDocument, MEGABYTE, peakKilobytes } from "./largeDocument.js";

/*
 * Run as a program: signs a document of so many MB (its argument) and prints by how many MB the memory of its process
 * grew at most while it did.
 */
const pdf = largeDocument(Number(process.argv[2]) * MEGABYTE);

const { signers } = await newHierarchy();
const certificates = [(await newSigner(signers)).certificate.der];
const before = peakKilobytes();
const { state } = prepareSignature(pdf, { certificates, signingDate: new Date(0) });
const signed = completeSignature(pdf, state, { signatureValue: new Uint8Array(70), signatureVerified: true });
const grown = (peakKilobytes() - before) / 1024;
console.log(JSON.stringify({ megabytes: signed.length / MEGABYTE, grown }));
