import type { Mode } from "../apiKeys/caller.js";
import type { KeptCallback } from "../callbacks/keptCallback.js";
import type { Authentication, DocumentKind, SignerRole } from "../orders/order.js";
import type { OrderRulesRequest } from "../orders/orderSettings.js";
import type { ResolvedPlacement } from "../placements/resolvedPlacement.js";

/** Documents, roles and rules that a tenant keeps, to make orders from. */
export interface Template {
  readonly id: string;
  readonly mode: Mode;
  readonly name: string;
  /** Counts its changes, from 1. */
  readonly version: number;
  readonly definition: TemplateDefinition;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  /** When it was taken out of use. */
  readonly archivedAt: Date | null;
}

export interface TemplateDefinition {
  /** Of orders that name none. */
  readonly title: string | null;
  /** Days from the making of an order to its end; null: as of any order. */
  readonly expiresInDays: number | null;
  /** Rules of orders that say nothing else. */
  readonly settings: OrderRulesRequest;
  /** Where orders tell what happens to them that say nothing else; left out or null: nowhere. */
  readonly callback?: KeptCallback | null;
  readonly roles: readonly TemplateRole[];
}

/** Whoever has this role in an order. */
export interface TemplateRole {
  readonly name: string;
  readonly role: SignerRole;
  readonly signingGroup: number;
  /** For a witness: name of the role whose signature is witnessed. */
  readonly witnessOf: string | null;
  readonly authentication: Authentication;
  readonly language: string | null;
  readonly placements: readonly TemplatePlacement[];
}

/** A placement whose page and box were found when the template was made. */
export type TemplatePlacement = Omit<ResolvedPlacement, "param" | "appearance">;

/** A document of a template, and the object that holds its bytes. */
export interface TemplateDocument {
  readonly id: string;
  readonly templateId: string;
  readonly position: number;
  readonly kind: DocumentKind;
  readonly name: string;
  readonly pages: number;
  readonly objectKey: string;
  readonly bytes: number;
  /** 32 bytes. */
  readonly sha256: Uint8Array;
}

/** A template with its documents. */
export interface WholeTemplate {
  readonly template: Template;
  readonly documents: readonly TemplateDocument[];
}
