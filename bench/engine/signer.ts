import { readFile } from "node:fs/promises";
import type { PadesLevel } from "../../engine/pades/level.js";
import { sign } from "../../engine/pades/sign.js";
import { signatureAppearance } from "../../engine/pdf/appearance/signatureAppearance.js";
import { parseFont } from "../../engine/pdf/font/fontProgram.js";
import { type Authorities, newAuthorities } from "../../test/support/authorities.js";
import type { BenchDocument } from "../documents.js";

const WIDTH = 180;
const HEIGHT = 56;

/** One signer after another, each with a key and a certificate of their own, as the service signs. */
export interface BenchSigner {
  readonly authorities: Authorities;
  /** Makes a key, has its certificate issued, and signs. @returns the signed document */
  sign(document: BenchDocument, level: PadesLevel, visible: boolean): Promise<Uint8Array>;
}

export async function benchSigner(): Promise<BenchSigner> {
  const authorities = await newAuthorities();
  const font = parseFont(
    await readFile(new URL("../../../assets/fonts/NotoSans-Regular.ttf", import.meta.url)),
  );
  const appearance = () =>
    signatureAppearance({
      width: WIDTH,
      height: HEIGHT,
      name: "Ada Lovelace",
      caption: "Signed by",
      lines: ["22 Nov 2026, 08:00 UTC"],
      font,
    });
  return {
    authorities,
    sign: async ({ pdf, pages }, level, visible) =>
      sign(pdf, {
        level,
        ...(await authorities.oneTimeSigner()),
        timestamp: authorities.issueTimestamp,
        timestampVerified: true,
        timestampTokenBytes: authorities.timestampTokenBytes,
        revocation: authorities.revocation,
        trustAnchors: authorities.roots,
        signingDate: new Date(),
        ...(visible && {
          placement: { page: pages, x: 40, y: 40, width: WIDTH, height: HEIGHT, origin: "bottom-left" },
          appearance: appearance(),
        }),
      }),
  };
}
