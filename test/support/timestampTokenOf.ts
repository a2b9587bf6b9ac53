import { fromBER } from "asn1js";
import { ContentInfo, SignedData } from "pkijs";

/** The time-stamp token inside a CMS signature, and what it is over, as pkijs reads them. */
export function timestampTokenOf(cms: Uint8Array): { token: Buffer; signatureValue: Buffer } {
  const { result } = fromBER(Uint8Array.from(cms).buffer);
  const signed = new SignedData({ schema: new ContentInfo({ schema: result }).content });
  const [signer] = signed.signerInfos;
  const attribute = signer?.unsignedAttrs?.attributes.find(
    ({ type }) => type === "1.2.840.113549.1.9.16.2.14",
  );
  const [token] = attribute?.values ?? [];
  if (!signer || !token) throw new Error("The signature has no time-stamp token.");
  return {
    token: Buffer.from(token.toBER()),
    signatureValue: Buffer.from(signer.signature.valueBlock.valueHexView),
  };
}
