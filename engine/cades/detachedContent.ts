import { EngineError } from "../error.js";
import { type DigestAlgorithm, digestOf } from "../x509/digestAlgorithm.js";

/** What a detached signature is over: the bytes, or their digest by the digest of the signature's algorithm. */
export type DetachedContent = Uint8Array | { readonly digest: Uint8Array };

/** The message digest of a content. @throws EngineError `state_invalid` for a digest of another length */
export function messageDigestOf(content: DetachedContent, { name, length }: DigestAlgorithm): Uint8Array {
  if (content instanceof Uint8Array) return digestOf(name, content);
  if (content.digest.length === length) return content.digest;
  throw new EngineError(
    "state_invalid",
    `The digest of the content has ${content.digest.length} bytes, where ${name} makes ${length}.`,
  );
}
