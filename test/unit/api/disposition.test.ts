import { contentDisposition, signedName } from "../../../api/documents/disposition.js";

/** What a browser makes of the header (RFC 6266 4.3): the name of `filename*`. */
const nameOf = (header: string) => decodeURIComponent(/filename\*=UTF-8''(\S+)$/.exec(header)![1]!);
const standInOf = (header: string) => /filename="([^"]*)"/.exec(header)![1]!;

test.each([
  "lease.pdf",
  "Vertrag – Müller & Söhne (2).pdf",
  "契約書 😀.pdf",
  "it's 100% *done*.pdf",
  'say "yes".pdf',
  "a;b=c,d.pdf",
  "back\\slash.pdf",
])("a header gives the name %s back, whole", (name) => {
  expect(nameOf(contentDisposition("attachment", name))).toBe(name);
});

test.each([
  ["lease.pdf", "lease.pdf"],
  ["Söhne.pdf", "S_hne.pdf"],
  ['say "yes".pdf', "say _yes_.pdf"],
  ["../../etc/passwd", ".._.._etc_passwd"],
  ["C:\\x.pdf", "C:_x.pdf"],
])("the stand-in for %s is %s: ASCII, without quotes and separators", (name, standIn) => {
  expect(standInOf(contentDisposition("inline", name))).toBe(standIn);
});

test.each(["a\r\nSet-Cookie: x=1.pdf", "a\nb", "a\u0000b", 'a"; filename="evil.exe', "\u2028", "\u007f"])(
  "no name can leave the header: %j",
  (name) => {
    const header = contentDisposition("attachment", name);
    expect(header).toMatch(
      /^attachment; filename="[\x20\x21\x23-\x5b\x5d-\x7e]*"; filename\*=UTF-8''[\w!#$&+.^`|~%-]*$/,
    );
    expect(nameOf(header)).toBe(name);
  },
);

test.each([
  ["lease.pdf", "lease-signed.pdf"],
  ["LEASE.PDF", "LEASE-signed.pdf"],
  ["lease", "lease-signed.pdf"],
  ["lease.pdf.pdf", "lease.pdf-signed.pdf"],
  ["lease.docx", "lease.docx-signed.pdf"],
])("%s is called %s once it is signed", (name, signed) => {
  expect(signedName(name)).toBe(signed);
});
