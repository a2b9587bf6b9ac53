import { warmUp } from "./documents/pdfEngine.js";

// A script of its own, before the page's: the PDF worker is the largest file, and is on its way first.
warmUp();
