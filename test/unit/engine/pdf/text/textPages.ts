import { handWrittenPdf } from "../handWritten.js";

/** What a document of one page is made of; what is not said is plain: 300 by 200 points, Helvetica as /F. */
export interface TextPage {
  /** Content streams, or the bodies of stream objects as they stand where a string begins with `<<`. */
  readonly contents: string | readonly string[];
  /** Entries of the page's /Resources. */
  readonly resources?: string;
  /** More entries of the page. */
  readonly page?: string;
  /** More entries of the pages' root. */
  readonly root?: string;
  /** More objects, numbered from 20 without a gap. */
  readonly objects?: readonly string[];
}

/** The number of the first object of TextPage.objects. */
export const FIRST_OBJECT = 20;

/** A document of one page. */
export function textPdf(page: TextPage): Uint8Array {
  const contents = [page.contents].flat();
  if (contents.length > 10) throw new Error("there is room for ten content streams");
  const objects: Record<number, string> = {
    1: "<< /Type /Catalog /Pages 2 0 R >>",
    2: `<< /Type /Pages /Kids [3 0 R] /Count 1 ${page.root ?? ""} >>`,
    3: `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 200] ${page.page ?? ""} ${
      page.root?.includes("/Resources") ? "" : `/Resources << ${page.resources ?? "/Font << /F 4 0 R >>"} >>`
    } /Contents [${contents.map((_, index) => `${5 + index} 0 R`).join(" ")}] >>`,
    4: "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
  };
  for (const [index, content] of contents.entries()) objects[5 + index] = stream(content);
  for (let num = 5 + contents.length; num < FIRST_OBJECT; num++) objects[num] = "null";
  for (const [index, object] of (page.objects ?? []).entries()) objects[FIRST_OBJECT + index] = object;
  return handWrittenPdf(objects);
}

/** A stream object. @param data latin-1; one that begins with `<<` is the whole object already */
export function stream(data: string, entries = ""): string {
  if (data.startsWith("<< /")) return data;
  return `<< ${entries} /Length ${data.length} >>\nstream\n${data}\nendstream`;
}
