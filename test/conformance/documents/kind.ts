import type { ResidentJudgeName } from "../../support/residentJudge.js";
import type { ArchivalFlavour } from "./archival.js";

/** A kind of file that a signature is appended to. */
export interface Kind {
  /** Makes one anew. */
  readonly make: () => Uint8Array | Promise<Uint8Array>;
  /** Signature fields that wait in it, in the order in which they are to be signed. */
  readonly fields?: readonly string[];
  /** What it claims to be of ISO 19005. */
  readonly flavour?: ArchivalFlavour;
  /** Judges that cannot open such a file, signed or not. */
  readonly unreadableTo?: readonly ResidentJudgeName[];
}
