import type { DocumentInput } from "../documents/newDocument.js";
import { Failure } from "../failure/failure.js";
import { newUuid } from "../ids/id.js";
import type { NewOrder } from "../orders/newOrder.js";
import type { Platform } from "../platform.js";
import { RemoteDocumentError } from "../ports/remoteDocuments.js";
import { type AwaitedSource, sealSource } from "./sealedPlan.js";

/** Which documents of a new order are taken in at once, and which are fetched once it is made. */
export interface DocumentPlan {
  readonly given: readonly DocumentInput[];
  /** Places in the order of those that are given. */
  readonly positions: readonly number[];
  readonly awaited: readonly NewAwaitedDocument[];
}

/** A document that is to be fetched. */
export interface NewAwaitedDocument {
  /** Its place in the order, from 0. */
  readonly position: number;
  readonly documentId: string;
  readonly name: string;
  readonly kind: "sign" | "info";
  readonly host: string;
  /** Sealed: its URL. */
  readonly source: Uint8Array;
}

/** Characters of a host that are kept to be shown: a name of the DNS has 253. */
const hostCharacters = 300;

/**
 * Parts an order's documents by when they are had, and judges the URLs of those that are fetched later, side by side.
 * @throws Failure `document_fetch_failed` for a URL that will never be fetched from
 */
export async function planDocuments(
  platform: Pick<Platform, "remoteDocuments" | "secretBox" | "clock" | "random">,
  { documents, fetchLater }: Pick<NewOrder, "documents" | "fetchLater">,
): Promise<DocumentPlan> {
  const given: DocumentInput[] = [];
  const positions: number[] = [];
  const awaiting: Promise<NewAwaitedDocument>[] = [];
  documents.forEach((document, position) => {
    if (fetchLater && "url" in document.content) {
      awaiting.push(plan(platform, document, document.content.url, position));
    } else {
      given.push(document);
      positions.push(position);
    }
  });
  return { given, positions, awaited: await Promise.all(awaiting) };
}

async function plan(
  platform: Pick<Platform, "remoteDocuments" | "secretBox" | "clock" | "random">,
  document: DocumentInput,
  url: string,
  position: number,
): Promise<NewAwaitedDocument> {
  const { content: _, param, ...about } = document;
  try {
    await platform.remoteDocuments.check(url);
  } catch (error) {
    if (!(error instanceof RemoteDocumentError)) throw error;
    throw new Failure("document_fetch_failed", error.message, {
      param: `${param}.url`,
      extensions: { reason: error.code },
      cause: error,
    });
  }
  const documentId = newUuid(platform.clock, platform.random);
  const source: AwaitedSource = { ...about, url };
  return {
    position,
    documentId,
    name: document.name,
    kind: document.kind,
    host: new URL(url).host.slice(0, hostCharacters),
    source: sealSource(platform, documentId, source),
  };
}
