/**
 * A Content-Disposition header (RFC 6266) for a file name of any script: an ASCII stand-in, and the name itself.
 * @param name as a caller gave it; path separators and quotes cannot leave the header
 */
export function contentDisposition(type: "inline" | "attachment", name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/g, "_").replace(/["\\/]/g, "_");
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${type}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}

/** `contract.pdf` becomes `contract-signed.pdf`. */
export function signedName(name: string): string {
  return `${name.replace(/\.pdf$/i, "")}-signed.pdf`;
}
