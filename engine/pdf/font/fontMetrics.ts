import { damaged, type FontTable } from "./fontTable.js";
import { requireTable } from "./sfntFile.js";

/** What a layout and a font descriptor (ISO 32000-2, 9.8) need to know; lengths in thousandths of an em. */
export interface FontMetrics {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly capHeight: number;
  readonly boundingBox: readonly [number, number, number, number];
  readonly italicAngle: number;
  readonly weight: number;
  readonly fixedPitch: boolean;
}

/**
 * Reads the head, hhea, OS/2 and post tables.
 *
 * @throws EngineError `font_damaged`
 */
export function readMetrics(tables: ReadonlyMap<string, FontTable>): FontMetrics {
  const head = requireTable(tables, "head");
  const unitsPerEm = head.u16(18);
  if (head.u32(12) !== 0x5f0f3cf5) throw damaged("its head table has a wrong magic number");
  if (unitsPerEm < 16 || unitsPerEm > 16384) throw damaged("its units per em are not between 16 and 16384");
  const thousandths = (units: number) => Math.round((units * 1000) / unitsPerEm);
  const hhea = requireTable(tables, "hhea");
  const os2 = tables.get("OS/2");
  const post = tables.get("post");
  const ascent = thousandths(hhea.i16(4));
  // sCapHeight exists from version 2 on; seven tenths of an em is what most text faces have.
  const capHeight = os2 && os2.u16(0) >= 2 ? thousandths(os2.i16(88)) : 0;
  return {
    unitsPerEm,
    ascent,
    descent: thousandths(hhea.i16(6)),
    capHeight: capHeight > 0 ? capHeight : 700,
    boundingBox: [
      thousandths(head.i16(36)),
      thousandths(head.i16(38)),
      thousandths(head.i16(40)),
      thousandths(head.i16(42)),
    ],
    italicAngle: post ? post.fixed(4) : 0,
    weight: os2 ? os2.u16(4) : 400,
    fixedPitch: post ? post.u32(12) !== 0 : false,
  };
}
