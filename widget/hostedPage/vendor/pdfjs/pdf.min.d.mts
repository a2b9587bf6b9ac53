// The browser gets pdfjs-dist's own build at this address; the types are the package's.
export * from "pdfjs-dist";
