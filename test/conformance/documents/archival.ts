import { handWrittenPdf } from "../../unit/engine/pdf/handWritten.js";
import { greyProfile, srgbProfile } from "./iccProfile.js";

/** Parts and levels of ISO 19005 whose rules a signed document must go on keeping. */
export const archivalFlavours = ["1b", "2b", "3b"] as const;
export type ArchivalFlavour = (typeof archivalFlavours)[number];

/** What a document is meant to be printed with; none binds it to colours that do not depend on a device. */
export type OutputIntent = "sRGB" | "grey" | "none";

const CONTENT = { sRGB: "0 0 1 rg 72 600 200 100 re f\n", grey: "0.5 g 72 600 200 100 re f\n", none: "" };

/** A document of PDF/A: metadata that claim the flavour, and a page with a rectangle in the output intent's colours. */
export function archivalPdf(flavour: ArchivalFlavour, outputIntent: OutputIntent = "sRGB"): Uint8Array {
  const grey = outputIntent === "grey";
  const profile = Buffer.from(grey ? greyProfile() : srgbProfile());
  const catalogIntent = outputIntent === "none" ? "" : "/OutputIntents [7 0 R]";
  const intent = "/S /GTS_PDFA1 /OutputConditionIdentifier (sRGB) /DestOutputProfile 6 0 R";
  const version = flavour === "1b" ? "1.4" : "1.7";
  const pdf = handWrittenPdf(
    {
      1: `<< /Type /Catalog /Pages 2 0 R /Metadata 5 0 R ${catalogIntent} >>`,
      2: "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      3: "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << >> >>",
      4: stream("", CONTENT[outputIntent]),
      5: stream("/Type /Metadata /Subtype /XML", metadata(flavour)),
      6: stream(`/N ${grey ? 1 : 3}`, profile.toString("latin1")),
      7: `<< /Type /OutputIntent ${intent} >>`,
    },
    { trailer: "/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]" },
  );
  const header = Buffer.from(pdf);
  header.write(`%PDF-${version}`, 0, "latin1");
  return header;
}

const stream = (entries: string, data: string): string =>
  `<< ${entries} /Length ${data.length} >>\nstream\n${data}\nendstream`;

function metadata(flavour: ArchivalFlavour): string {
  const claim = `<pdfaid:part>${flavour[0]}</pdfaid:part><pdfaid:conformance>${flavour[1]!.toUpperCase()}</pdfaid:conformance>`;
  return `<?xpacket begin="\xef\xbb\xbf" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">${claim}</rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`;
}
