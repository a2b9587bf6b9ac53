import { hexCode, utf16Hex } from "../../font/hexCode.js";
import type { PdfRef } from "../../objects.js";
import type { NewFile } from "../file/newFile.js";
import type { PageContent } from "../pageContent.js";
import type { StructureElement, StructureEntries } from "./structureElement.js";

/** What the tree refers to: pages, and the link annotations of each. */
export interface StructurePlaces {
  readonly pages: readonly PdfRef[];
  readonly links: ReadonlyArray<readonly PdfRef[]>;
}

/**
 * Writes the structure tree (ISO 32000-1, 14.7) with its parent tree. Page `i` has /StructParents `i`, and the links
 * follow in the order of their pages.
 *
 * @returns the reference of the structure tree's root
 */
export function writeStructure(
  file: NewFile,
  document: StructureElement,
  contents: readonly PageContent[],
  places: StructurePlaces,
): PdfRef {
  const root = file.allocate();
  const refs = new Map<StructureElement, PdfRef>();
  const number = (element: StructureElement) => {
    refs.set(element, file.allocate());
    for (const kid of element.kids) if (!("page" in kid)) number(kid);
  };
  number(document);
  const write = (element: StructureElement, parent: PdfRef) => {
    const own = refs.get(element)!;
    file.pack(own, elementText(element, parent, refs, places));
    for (const kid of element.kids) if (!("page" in kid)) write(kid, own);
  };
  write(document, root);
  const nums: string[] = contents.map(
    ({ marked }, i) => `${i}[${marked.map((element) => reference(refs.get(element)!)).join(" ")}]`,
  );
  for (const { links } of contents)
    for (const { element } of links) nums.push(`${nums.length} ${reference(refs.get(element)!)}`);
  const parents = file.allocate();
  file.pack(parents, `<</Nums[${nums.join(" ")}]>>`);
  const kid = reference(refs.get(document)!);
  file.pack(
    root,
    `<</Type/StructTreeRoot/K ${kid}/ParentTree ${reference(parents)}/ParentTreeNextKey ${nums.length}>>`,
  );
  return root;
}

function elementText(
  element: StructureElement,
  parent: PdfRef,
  refs: ReadonlyMap<StructureElement, PdfRef>,
  { pages, links }: StructurePlaces,
): string {
  const { type, kids, entries } = element;
  let first: number | undefined;
  const parts = kids.map((kid) => {
    if (!("page" in kid)) return reference(refs.get(kid)!);
    if ("link" in kid)
      return `<</Type/OBJR/Obj ${reference(links[kid.page]![kid.link]!)}/Pg ${reference(pages[kid.page]!)}>>`;
    first ??= kid.page;
    if (kid.page === first) return String(kid.mcid);
    return `<</Type/MCR/Pg ${reference(pages[kid.page]!)}/MCID ${kid.mcid}>>`;
  });
  let text = `<</Type/StructElem/S/${type}/P ${reference(parent)}`;
  if (first !== undefined) text += `/Pg ${reference(pages[first]!)}`;
  if (parts.length === 1) text += `/K ${parts[0]}`;
  else if (parts.length > 1) text += `/K[${parts.join(" ")}]`;
  return `${text}${entriesText(entries)}${attributes(element)}>>`;
}

function entriesText({ alt, actualText, language }: StructureEntries): string {
  let text = alt === undefined ? "" : `/Alt ${textObject(alt)}`;
  if (actualText !== undefined) text += `/ActualText ${textObject(actualText)}`;
  return language === undefined ? text : `${text}/Lang ${textObject(language)}`;
}

/** What the attribute owners of 14.8.5 say: of a header its scope, of a figure its box, of a table its summary. */
function attributes({ entries: { scope, summary }, box }: StructureElement): string {
  if (scope !== undefined) return `/A<</O/Table/Scope/${scope}>>`;
  if (summary !== undefined) return `/A<</O/Table/Summary ${textObject(summary)}>>`;
  if (box === undefined) return "";
  return `/A<</O/Layout/Placement/Block/BBox[${box.map((value) => Math.round(value * 100) / 100).join(" ")}]>>`;
}

function reference({ num }: PdfRef): string {
  return `${num} 0 R`;
}

function textObject(text: string): string {
  return `<${hexCode(0xfeff)}${utf16Hex(text.toWellFormed())}>`;
}
