import { encodeQR } from "qr";
import type { Figure } from "../../engine/pdf/compose/blocks.js";

/** Printed as large as any telephone reads it from a folded sheet. In points. */
const side = 96;
/** Modules of white around it. */
const quietZone = 4;

/**
 * The QR code (ISO/IEC 18004) of a check page's address, drawn as vectors.
 * @param alt says where it leads, for who cannot see it
 */
export function checkCode(url: string, alt: string): Figure {
  const modules = encodeQR(url, "raw", { ecc: "medium", border: quietZone });
  return { alt, width: side, height: side, drawing: { kind: "modules", modules, quiet: 0 } };
}
