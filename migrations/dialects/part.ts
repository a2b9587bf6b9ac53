/** One part of a migration. */
export interface MigrationPart {
  /** Tables of before, changed. */
  readonly changedTables: string;
  readonly newTables: string;
  /** Names of the new tables that hold rows of tenants. */
  readonly tenantTables: readonly string[];
  /** What the service may do with them. */
  readonly grants: string;
  /** Functions that look across tenants, with what their owner may read. */
  readonly lookups: string;
  /** Of the functions that are new. */
  readonly functionSignatures: readonly string[];
}
