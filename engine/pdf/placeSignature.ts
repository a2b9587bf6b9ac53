import { EngineError } from "../error.js";
import type { Appearance, BuiltAppearance } from "./appearanceSource.js";
import { claimsArchival } from "./archivalClaim.js";
import type { PdfDocument } from "./document.js";
import { emptyAppearance } from "./emptyAppearance.js";
import { findEmptySignatureField, newFieldName } from "./emptySignatureField.js";
import { type AppearanceSize, findWidget, sizeOf } from "./fieldWidget.js";
import type { FormField } from "./formFields.js";
import type { Increment } from "./increment.js";
import { asDict, isName, type PdfDict, type PdfRef, PdfString } from "./objects.js";
import { PageIndex } from "./pageIndex.js";
import { findPage } from "./pageTree.js";
import { type DeclaredPermissions, declarePermissions } from "./permissions/declarePermissions.js";
import { permissionsOf } from "./permissions/documentPermissions.js";
import { type FieldLock, readFieldLock } from "./permissions/fieldLock.js";
import { requireAllowed } from "./permissions/requireAllowed.js";
import { removeUsageRights, voidsUsageRights } from "./permissions/usageRights.js";
import { followSeedValue, type SignatureWish } from "./seedValue/followSeedValue.js";
import { readSeedValue } from "./seedValue/seedValue.js";
import { addSignatureField, fillSignatureField } from "./signatureField.js";
import { textString } from "./textString.js";
import { ValueReader } from "./valueReader.js";
import { type Placement, turningMatrix, viewPlacement } from "./viewPlacement.js";

const NO_NAMES: ReadonlySet<string> = new Set();
const NOTHING_DECLARED: DeclaredPermissions = { certify: undefined, lock: undefined };

export interface SignaturePlace extends SignatureWish {
  /** Where the signature is seen; absent: nowhere, or where the field of that name is. */
  readonly placement?: Placement;
  /** What is seen there, or what makes it for the size of the place, which an existing field gives. */
  readonly appearance?: Appearance | ((size: AppearanceSize) => Appearance);
  /**
   * A signature field of the document to sign in, or where there is none of that name, the name of a new one;
   * absent: a new field Signature1, or the first such name that is free.
   */
  readonly fieldName?: string;
  /** True: refuse to sign where that would void usage rights (permissions/usageRights.ts); absent: give them up. */
  readonly keepUsageRights?: boolean;
}

/** A signature dictionary and its reference. One of /Type /DocTimeStamp is a document time-stamp (12.8.5). */
export interface PlacedSignature {
  readonly ref: PdfRef;
  /** The very one that is put into the increment: it may get a /Reference. */
  readonly dict: PdfDict;
}

/**
 * Puts a signature or a document time-stamp into a signature field that the document has, or into a new one, once it is
 * sure that earlier signatures allow it and that the field's author wants it so.
 * @param newNames of root fields that the increment makes already
 * @returns the field's fully qualified name
 * @throws EngineError `pdf_permission_denied`, `pdf_seed_value_unmet`, `pdf_field_not_found`,
 *   `pdf_field_already_signed`, `pdf_page_out_of_range`, `pdf_placement_invalid`, `pdf_unsupported`, `pdf_damaged`,
 *   `pdf_limit_exceeded`; of a signer's certificate that a seed value speaks of, `asn1_malformed`
 */
export function placeSignature(
  increment: Increment,
  place: SignaturePlace,
  signature: PlacedSignature,
  newNames: ReadonlySet<string> = NO_NAMES,
): string {
  const { document } = increment;
  const { fieldName } = place;
  const field = fieldName === undefined ? undefined : findEmptySignatureField(document, fieldName);
  const name = field?.name ?? newFieldName(document, fieldName, newNames);
  const isTimestamp = isName(signature.dict.get("Type"), "DocTimeStamp");
  const declared = isTimestamp ? NOTHING_DECLARED : permissionsToDeclare(document, place, field);
  const { certify } = declared;
  requireAllowed(
    document,
    isTimestamp ? { kind: "documentTimestamp" } : { kind: "signature", fieldName: name, certify },
  );
  giveUpUsageRights(increment, place, field === undefined);
  if (field !== undefined) signInField(increment, place, field, signature.ref, declared.lock);
  else signInNewField(increment, place, name, signature, declared.lock);
  declarePermissions(increment, signature, declared);
  return name;
}

/** A signature in a field is tied to the lock and the seed value that its author gave it (12.7.5.5). */
function permissionsToDeclare(
  document: PdfDocument,
  place: SignaturePlace,
  field: FormField | undefined,
): DeclaredPermissions {
  const { certify, lock } = place;
  if (field === undefined) return { certify, lock };
  const ownLock = asDict(document.resolve(field.dict.get("Lock")));
  if (ownLock !== undefined && lock !== undefined) {
    const name = JSON.stringify(field.name.slice(0, 80));
    throw new EngineError("pdf_permission_denied", `The signature field ${name} has a lock of its own.`);
  }
  const values = new ValueReader(document);
  const wish = { ...place, lock: ownLock ? readFieldLock(values, ownLock) : lock };
  const seedValue = asDict(document.resolve(field.dict.get("SV")));
  if (seedValue === undefined) return { certify, lock: wish.lock };
  return followSeedValue(field.name, readSeedValue(values, seedValue), wish);
}

/** On a signed document they are void already, or granted what was done; /Perms is then left as that signature saw it. */
function giveUpUsageRights(increment: Increment, place: SignaturePlace, newField: boolean): void {
  const { document } = increment;
  if (!voidsUsageRights(document, newField) || permissionsOf(document).signed) return;
  if (place.keepUsageRights) {
    throw new EngineError(
      "pdf_permission_denied",
      "The PDF has usage rights, which grant no such signature and would be void after it.",
    );
  }
  removeUsageRights(increment);
}

function signInNewField(
  increment: Increment,
  { placement, appearance }: SignaturePlace,
  name: string,
  signature: PlacedSignature,
  lock: FieldLock | undefined,
): void {
  const { document } = increment;
  const { ref } = signature;
  const page = findPage(document, placement?.page ?? 1);
  const field = { name, page, alternateName: alternateName(document, name, signature) };
  if (placement === undefined) {
    const built = archivalAppearance(increment);
    addSignatureField(increment, field, { ref, lock, appearance: built });
    return;
  }
  const { rect, matrix, width, height } = viewPlacement(page, placement);
  const built = build(increment, appearance, { width, height }) ?? archivalAppearance(increment);
  addSignatureField(increment, { ...field, rect }, { ref, lock, appearance: built, matrix });
}

/** In a tagged document each field has a name to read aloud (ISO 14289-1 7.18.1): the signer's, else its own. */
function alternateName(
  document: PdfDocument,
  name: string,
  { dict }: PlacedSignature,
): PdfString | undefined {
  if (!document.catalog.has("StructTreeRoot")) return undefined;
  const signer = dict.get("Name");
  return signer instanceof PdfString ? signer : textString(name);
}

function signInField(
  increment: Increment,
  { appearance }: SignaturePlace,
  field: FormField,
  signature: PdfRef,
  lock: FieldLock | undefined,
): void {
  const { document } = increment;
  // To a validator of an earlier signature a lock that comes later is a change of the form.
  const newLock = field.dict.has("Lock") || permissionsOf(document).signed ? undefined : lock;
  const widget = appearance && findWidget(new ValueReader(document), field, () => new PageIndex(document));
  const size = widget && sizeOf(widget);
  if (widget === undefined || size === undefined) {
    fillSignatureField(increment, field, undefined, { ref: signature, lock: newLock });
    return;
  }
  const built = build(increment, appearance, size);
  const matrix = turningMatrix(widget.turned, size.width, size.height);
  fillSignatureField(increment, field, widget, { ref: signature, lock: newLock, appearance: built, matrix });
}

function build(
  increment: Increment,
  appearance: SignaturePlace["appearance"],
  size: AppearanceSize,
): BuiltAppearance | undefined {
  const sized = typeof appearance === "function" ? appearance(size) : appearance;
  return sized?.build(() => increment.allocate(), { archival: () => claimsArchival(increment.document) });
}

/** The appearance that PDF/A asks for where the caller has none. */
function archivalAppearance(increment: Increment): BuiltAppearance | undefined {
  if (!claimsArchival(increment.document)) return undefined;
  return emptyAppearance.build(() => increment.allocate());
}
