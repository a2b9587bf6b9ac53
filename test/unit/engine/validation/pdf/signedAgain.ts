import { signDetached } from "../../../../../engine/cades/signDetached.js";
import { contract } from "./contract.js";
import type { Signed } from "./signedSample.js";

export interface Again {
  /** Bytes before the signature that are left uncovered. */
  readonly less?: number;
  /** Makes the CMS object over what is covered; ours, where it is absent. */
  readonly cmsOf?: (covered: Buffer) => Promise<Uint8Array> | Uint8Array;
}

/**
 * A contract that was changed after it had been prepared and then signed, as a program that means ill, or an old one, could.
 * @param change to the text of the file, which keeps its length
 */
export async function signedAgain(
  signed: Signed,
  change: (text: string) => string,
  { less = 0, cmsOf }: Again = {},
): Promise<Buffer> {
  const signer = await signed.authorities.oneTimeSigner();
  // With room for more than is put there.
  const options = { signer, timestampTokenBytes: 12_000 };
  const text = Buffer.from(await signed.sign(contract, "B-T", options)).toString("latin1");
  const changed = change(text);
  expect(changed.length).toBe(text.length);
  const range = /\/ByteRange *\[(\d+) (\d+) (\d+) (\d+) *\]/.exec(changed)!;
  const [length = 0, behind = 0, rest = 0] = range.slice(2).map(Number);
  const shorter = `/ByteRange [0 ${length - less} ${behind} ${rest}`.padEnd(range[0].length - 1);
  const bytes = Buffer.from(changed.replace(range[0], `${shorter}]`), "latin1");
  const covered = Buffer.concat([bytes.subarray(0, length - less), bytes.subarray(behind)]);
  const cms = cmsOf
    ? await cmsOf(covered)
    : await signDetached(covered, { ...signer, signingTime: new Date() });
  const digits = Buffer.from(cms).toString("hex");
  bytes.write(digits.padEnd(behind - length - 2, "0"), length + 1, "latin1");
  return bytes;
}
