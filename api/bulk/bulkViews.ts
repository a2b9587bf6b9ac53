import { publicId } from "../ids/id.js";
import type { Bulk, BulkLine } from "./bulk.js";

/** A list of orders, and how far it is. */
export interface BulkView {
  id: string;
  object: "bulk";
  mode: "test" | "live";
  template: string;
  /** Version of the template that the orders are made from. */
  template_version: number;
  state: "processing" | "completed";
  lines: number;
  /** Lines of which an order was made. */
  created: number;
  /** Lines of which none was, with a problem each. */
  failed: number;
  pending: number;
  created_at: string;
  /** When the last line had its result. */
  completed_at: string | null;
}

/** What became of a line. */
export interface BulkLineView {
  object: "bulk_line";
  /** Of JSON the entry of `lines`, from 1; of CSV the line of the file, whose line 1 names the columns. */
  line: number;
  /** The line's own `external_id`, its first 200 characters. */
  external_id: string | null;
  state: "pending" | "created" | "failed";
  order: string | null;
  problem: BulkProblemView | null;
}

export interface BulkProblemView {
  /** As in a problem document. */
  code: string;
  detail: string;
  /** The field of the line that is at fault, of CSV the column; null where it is the whole line. */
  param: string | null;
}

/** What a check of a list found; nothing was created. */
export interface BulkCheckView {
  object: "bulk_check";
  lines: number;
  valid: number;
  invalid: number;
  /** The lines that no order would be made of. */
  problems: BulkLineView[];
}

export function presentBulk(bulk: Bulk): BulkView {
  return {
    id: publicId("blk", bulk.id),
    object: "bulk",
    mode: bulk.mode,
    template: publicId("tpl", bulk.templateId),
    template_version: bulk.settings.version,
    state: bulk.completedAt === null ? "processing" : "completed",
    lines: bulk.lines,
    created: bulk.created,
    failed: bulk.failed,
    pending: bulk.lines - bulk.created - bulk.failed,
    created_at: bulk.createdAt.toISOString(),
    completed_at: bulk.completedAt?.toISOString() ?? null,
  };
}

export function presentLine({ line, externalId, state, orderId, problem }: BulkLine): BulkLineView {
  const order = orderId && publicId("ord", orderId);
  return { object: "bulk_line", line, external_id: externalId, state, order, problem };
}

export function presentCheck(lines: number, problems: readonly BulkLine[]): BulkCheckView {
  const invalid = problems.length;
  return {
    object: "bulk_check",
    lines,
    valid: lines - invalid,
    invalid,
    problems: problems.map(presentLine),
  };
}
