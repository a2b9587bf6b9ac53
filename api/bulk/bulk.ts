import type { Mode } from "../apiKeys/caller.js";
import type { KeptCallback } from "../callbacks/keptCallback.js";
import type { FailureCode } from "../failure/codes.js";
import type { TemplateDefinition, TemplateDocument } from "../templates/template.js";
import type { BulkCommonRequest } from "./bulkRequests.js";

/** A list of orders to be made from one template. */
export interface Bulk {
  readonly id: string;
  readonly mode: Mode;
  readonly templateId: string;
  /** The key that gave the list; its orders are that key's. */
  readonly apiKeyId: string;
  readonly settings: BulkSettings;
  readonly lines: number;
  readonly created: number;
  readonly failed: number;
  readonly createdAt: Date;
  readonly completedAt: Date | null;
}

/** What all orders of a list are made of: the template as it was when the list came, so that all are alike. */
export interface BulkSettings {
  readonly version: number;
  readonly definition: TemplateDefinition;
  readonly documents: readonly BulkDocument[];
  readonly common: Omit<BulkCommonRequest, "expires_at" | "callback"> & { readonly expires_at?: string };
  /** Where the orders tell what happens to them; null: nowhere; left out: as the template says. */
  readonly callback?: KeptCallback | null;
  /** Whether the list came as CSV: what is wrong with a line is said in names of columns. */
  readonly columns?: boolean;
}

/** A document of the template, with its digest in hexadecimal. */
export interface BulkDocument extends Pick<TemplateDocument, "name" | "kind" | "position" | "objectKey"> {
  readonly sha256: string;
}

export type BulkLineState = "pending" | "created" | "failed";

/** What became of a line. */
export interface BulkLine {
  /** Where it stands in the list as it was sent: of JSON the entry, from 1; of CSV the line of the file. */
  readonly line: number;
  /** What the caller calls the order. */
  readonly externalId: string | null;
  readonly state: BulkLineState;
  readonly orderId: string | null;
  readonly problem: BulkProblem | null;
}

/** Why no order was made of a line. */
export interface BulkProblem {
  readonly code: FailureCode;
  readonly detail: string;
  readonly param: string | null;
}
