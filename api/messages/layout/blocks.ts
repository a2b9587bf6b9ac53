import type { Palette } from "../branding/theme.js";
import type { Block, Fact } from "../letter.js";
import { escapeHtml } from "./escapeHtml.js";

const monospace = "ui-monospace,SFMono-Regular,Menlo,Consolas,'Liberation Mono',monospace";
const table = `role="presentation" cellpadding="0" cellspacing="0" border="0"`;

/**
 * One part of a letter.
 * @param dir attribute that gives a text of ours its direction, with a space before it, or nothing
 */
export function blockHtml(block: Block, colours: Palette, dir: string): string {
  switch (block.kind) {
    case "banner":
      return `<p class="p-muted p-line"${dir} style="margin:0 0 20px;padding:0 0 12px;border-bottom:1px solid ${colours.line};font-size:13px;line-height:18px;font-weight:600;color:${colours.muted}">${lines(block.text)}</p>`;
    case "text":
      return `<p class="p-text"${dir} style="margin:0 0 16px;color:${colours.text}">${lines(block.text)}</p>`;
    case "note":
      return `<p class="p-muted"${dir} style="margin:0;font-size:14px;line-height:21px;color:${colours.muted}">${lines(block.text)}</p>`;
    case "quote":
      return quote(block, colours, dir);
    case "facts":
      return `<table ${table} width="100%" style="margin:4px 0 8px"><tbody>${block.facts.map((fact) => factRow(fact, colours, dir)).join("")}</tbody></table>`;
    case "button":
      return button(block, colours, dir);
    case "code":
      return code(block.code, colours);
    case "listing":
      return listing(block, colours, dir);
  }
}

function quote(block: Block & { kind: "quote" }, colours: Palette, dir: string): string {
  return `<table ${table} width="100%" style="margin:4px 0 20px"><tbody><tr><td class="p-line" style="padding:2px 16px;border-inline-start:3px solid ${colours.line}">
<p class="p-muted"${dir} style="margin:0 0 4px;font-size:13px;line-height:18px;color:${colours.muted}">${lines(block.label)}</p>
<p class="p-text" dir="auto" style="margin:0;color:${colours.text}">${lines(block.text)}</p>
</td></tr></tbody></table>`;
}

function factRow({ label, values }: Fact, colours: Palette, dir: string): string {
  const shown = values.map((value) => `<div dir="auto">${escapeHtml(value)}</div>`).join("");
  return `<tr><td class="p-line" style="padding:10px 0;border-top:1px solid ${colours.line}">
<div class="p-muted"${dir} style="font-size:13px;line-height:18px;color:${colours.muted}">${escapeHtml(label)}</div>
<div class="p-text"${dir} style="font-weight:500;color:${colours.text}">${shown}</div>
</td></tr>`;
}

/** A cell with a ground of its own: it is a button also where a link's padding and corners are not drawn. */
function button(block: Block & { kind: "button" }, colours: Palette, dir: string): string {
  const url = escapeHtml(block.url);
  return `<table ${table} class="p-button" style="margin:20px 0 20px"><tbody><tr><td class="p-button-ground" align="center" bgcolor="${colours.accent}" style="border:1px solid ${colours.accentEdge};border-radius:10px;background-color:${colours.accent};mso-padding-alt:14px 28px"><a class="p-button-label" href="${url}" target="_blank" rel="noopener noreferrer"${dir} style="display:inline-block;padding:14px 28px;font-size:16px;line-height:20px;font-weight:600;color:${colours.onAccent};text-decoration:none">${escapeHtml(block.label)}</a></td></tr></tbody></table>
<p class="p-muted"${dir} style="margin:0;font-size:13px;line-height:19px;color:${colours.muted}">${escapeHtml(block.paste)}</p>
<p dir="ltr" style="margin:2px 0 16px;font-size:13px;line-height:19px;word-break:break-all"><a class="p-link" href="${url}" target="_blank" rel="noopener noreferrer" style="color:${colours.link}">${url}</a></p>`;
}

/** Long codes are written smaller, so that twelve characters stay on one line of the smallest phone. */
function code(digits: string, colours: Palette): string {
  const size = digits.length > 8 ? "font-size:23px;letter-spacing:2px" : "font-size:34px;letter-spacing:6px";
  return `<table ${table} width="100%" style="margin:4px 0 20px"><tbody><tr><td class="p-line p-text" dir="ltr" align="center" style="padding:18px 4px;border:1px solid ${colours.line};border-radius:10px;font-family:${monospace};${size};line-height:42px;font-weight:600;color:${colours.text};white-space:nowrap">${escapeHtml(digits)}</td></tr></tbody></table>`;
}

function listing({ label, lines }: Block & { kind: "listing" }, colours: Palette, dir: string): string {
  const shown = lines.map((line) => `<div>${escapeHtml(line)}</div>`).join("");
  return `<p class="p-text"${dir} style="margin:0 0 6px;color:${colours.text}">${escapeHtml(label)}</p>
<table ${table} width="100%" style="margin:0 0 16px"><tbody><tr><td class="p-line p-text" dir="ltr" align="left" style="padding:12px 14px;border:1px solid ${colours.line};border-radius:10px;font-family:${monospace};font-size:13px;line-height:20px;color:${colours.text};word-break:break-all">${shown}</td></tr></tbody></table>`;
}

/** Escaped, with its line breaks. */
function lines(text: string): string {
  return escapeHtml(text).replaceAll("\n", "<br />");
}
