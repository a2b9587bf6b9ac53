/** Lower-case hexadecimal of bytes: what two encodings are compared as, and shown as when they differ. */
export const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** Bytes of hexadecimal digits; spaces may stand between them. */
export const fromHex = (digits: string): Uint8Array =>
  Uint8Array.from(Buffer.from(digits.replaceAll(" ", ""), "hex"));
