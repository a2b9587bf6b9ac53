/** Keys of all objects that rows of orders own, each once, as `key`. */
export const ownedObjects = `
  SELECT object_key AS key FROM document_revisions WHERE object_key IS NOT NULL
  UNION SELECT image_key FROM signings WHERE image_key IS NOT NULL
  UNION SELECT appearance_key FROM placements WHERE appearance_key IS NOT NULL
  UNION SELECT object_key FROM awaited_documents WHERE object_key IS NOT NULL
  UNION SELECT proof_folder ->> 'objectKey' FROM orders WHERE proof_folder IS NOT NULL
  UNION SELECT object_key FROM evidence_revisions`;
