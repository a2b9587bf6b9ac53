import { type JpegSegment, jpegDamaged, SOS } from "./jpegMarkers.js";

const DHT = 0xc4;
const DQT = 0xdb;
const PROGRESSIVE = 0xc2;
/**
 * Encoders write ten scans, those that search for the smallest file some thirty. Each costs a reader a walk over all the
 * pixels, in thousands of which it would be lost.
 */
const MAX_SCANS = 128;

/** The numbers of the tables that have been defined so far. */
interface Tables {
  readonly quantization: Set<number>;
  readonly dc: Set<number>;
  readonly ac: Set<number>;
}

/**
 * Checks that a reader finds what it needs for the scans of a JPEG image (ISO/IEC 10918-1, B.2.2 to B.2.4): every component
 * has one, each is of components that the frame has, and its tables come before it. What is coded in them is not read.
 * @param frame its frame header, among `segments`
 * @throws EngineError `image_damaged`
 */
export function requireScans(frame: JpegSegment, segments: readonly JpegSegment[]): void {
  const components = frameComponents(frame.content);
  const tables: Tables = { quantization: new Set(), dc: new Set(), ac: new Set() };
  const scanned = new Set<number>();
  let scans = 0;
  for (const { marker, content } of segments) {
    if (marker === DQT) defineQuantization(content, tables);
    else if (marker === DHT) defineHuffman(content, tables);
    else if (marker === SOS) {
      scans += 1;
      if (scans > MAX_SCANS) throw jpegDamaged(`it has more than ${MAX_SCANS} scans`);
      readScan(content, frame.marker === PROGRESSIVE, components, tables, scanned);
    }
  }
  if (scanned.size < components.size) throw jpegDamaged("one of its components has no scan");
}

/** @returns the number of its quantization table, by the component's identifier */
function frameComponents(content: Uint8Array): Map<number, number> {
  const components = new Map<number, number>();
  const end = 6 + content[5]! * 3;
  for (let at = 6; at < end; at += 3) {
    const [across, down] = [content[at + 1]! >> 4, content[at + 1]! & 15];
    if (across < 1 || across > 4 || down < 1 || down > 4)
      throw jpegDamaged("a component has a sampling factor that there is not");
    if (components.has(content[at]!)) throw jpegDamaged("two of its components have one identifier");
    components.set(content[at]!, content[at + 2]!);
  }
  return components;
}

function defineQuantization(content: Uint8Array, { quantization }: Tables): void {
  let at = 0;
  while (at < content.length) {
    quantization.add(content[at]! & 15);
    at += 1 + 64 * (content[at]! >> 4 === 0 ? 1 : 2);
  }
  if (at !== content.length) throw jpegDamaged("a quantization table is cut off");
}

function defineHuffman(content: Uint8Array, { dc, ac }: Tables): void {
  let at = 0;
  while (at < content.length) {
    const kind = content[at]!;
    (kind >> 4 === 0 ? dc : ac).add(kind & 15);
    const codes = content.subarray(at + 1, at + 17).reduce((sum, count) => sum + count, 0);
    at += 17 + codes;
  }
  if (at !== content.length) throw jpegDamaged("a Huffman table is cut off");
}

function readScan(
  content: Uint8Array,
  progressive: boolean,
  components: ReadonlyMap<number, number>,
  tables: Tables,
  scanned: Set<number>,
): void {
  const count = content[0] ?? 0;
  const selection = 1 + 2 * count;
  if (count < 1 || count > 4 || content.length < selection + 3)
    throw jpegDamaged("a scan header is too short, or of no component");
  const [first, approximation] = [content[selection]!, content[selection + 2]!];
  // A progressive scan is of DC or of AC coefficients; a later one of DC has their bits bare (G.1.2).
  const dc = !progressive || (first === 0 && approximation >> 4 === 0);
  const ac = !progressive || first > 0;
  for (let at = 1; at < selection; at += 2) {
    const [component, huffman] = [content[at]!, content[at + 1]!];
    const quantization = components.get(component);
    if (quantization === undefined) throw jpegDamaged("a scan is of a component that its frame has not");
    const found =
      tables.quantization.has(quantization) &&
      (!dc || tables.dc.has(huffman >> 4)) &&
      (!ac || tables.ac.has(huffman & 15));
    if (!found) throw jpegDamaged("a scan has no quantization or Huffman table");
    scanned.add(component);
  }
}
