import type { Mode } from "../apiKeys/caller.js";
import type { Transaction } from "../database/transaction.js";
import type { NewDocument } from "../documents/newDocument.js";
import { notFound } from "../failure/failure.js";
import type { Template, TemplateDefinition, TemplateDocument } from "./template.js";

const columns = `id, mode, name, version, definition, created_at AS "createdAt", updated_at AS "updatedAt",
  archived_at AS "archivedAt"`;

export async function insertTemplate(transaction: Transaction, template: Template): Promise<void> {
  const { id, mode, name, version, definition, createdAt, updatedAt } = template;
  await transaction.query(
    `INSERT INTO templates (tenant_id, id, mode, name, version, definition, created_at, updated_at)
     VALUES (:tenant, :id, :mode, :name, :version, :definition::jsonb, :createdAt, :updatedAt)`,
    { id, mode, name, version, definition: JSON.stringify(definition), createdAt, updatedAt },
  );
}

export async function insertTemplateDocuments(
  transaction: Transaction,
  templateId: string,
  documents: readonly NewDocument[],
): Promise<void> {
  const rows = documents.map((document, position) => ({
    id: document.id,
    position,
    kind: document.kind,
    name: document.name,
    pages: document.pages,
    object_key: document.objectKey,
    bytes: document.bytes.length,
    sha256: document.sha256.toString("hex"),
  }));
  await transaction.query(
    `INSERT INTO template_documents (tenant_id, template_id, id, position, kind, name, pages, object_key, bytes, sha256)
     SELECT :tenant, :templateId, id, position, kind, name, pages, object_key, bytes, decode(sha256, 'hex')
     FROM jsonb_to_recordset(:rows::jsonb) AS d (id uuid, position integer, kind text, name text, pages integer,
       object_key text, bytes integer, sha256 text)`,
    { templateId, rows: JSON.stringify(rows) },
  );
}

/** Reads a template that is in use. @throws Failure `not_found` */
export async function readTemplate(
  transaction: Transaction,
  id: string,
  mode: Mode,
  lock: "for update" | "" = "",
): Promise<Template> {
  const template = await transaction.one<Template>(
    `SELECT ${columns} FROM templates
     WHERE tenant_id = :tenant AND id = :id AND mode = :mode AND archived_at IS NULL ${lock}`,
    { id, mode },
  );
  if (!template) throw notFound("template");
  return template;
}

/** Reads a page of templates in use, newest first. */
export async function listTemplateRows(
  transaction: Transaction,
  mode: Mode,
  before: string | null,
  limit: number,
): Promise<Template[]> {
  return transaction.query<Template>(
    `SELECT ${columns} FROM templates
     WHERE tenant_id = :tenant AND mode = :mode AND archived_at IS NULL
       AND (:before::uuid IS NULL OR id < :before::uuid)
     ORDER BY id DESC LIMIT :limit`,
    { mode, before, limit },
  );
}

/** The documents of templates, each template's in their order. */
export async function readTemplateDocuments(
  transaction: Transaction,
  templateIds: readonly string[],
): Promise<TemplateDocument[]> {
  return transaction.query<TemplateDocument>(
    `SELECT id, template_id AS "templateId", position, kind, name, pages, object_key AS "objectKey", bytes, sha256
     FROM template_documents WHERE tenant_id = :tenant AND template_id = ANY(:templateIds::uuid[])
     ORDER BY template_id, position`,
    { templateIds },
  );
}

/** Changes a template that is locked; its version goes up by one. */
export async function updateTemplate(
  transaction: Transaction,
  id: string,
  name: string,
  definition: TemplateDefinition,
  at: Date,
): Promise<void> {
  await transaction.query(
    `UPDATE templates SET name = :name, definition = :definition::jsonb, version = version + 1, updated_at = :at
     WHERE tenant_id = :tenant AND id = :id`,
    { id, name, definition: JSON.stringify(definition), at },
  );
}

/** Takes a template that is locked out of use; orders that were made from it still name it. */
export async function archiveTemplateRow(transaction: Transaction, id: string, at: Date): Promise<void> {
  await transaction.query("UPDATE templates SET archived_at = :at WHERE tenant_id = :tenant AND id = :id", {
    id,
    at,
  });
}
