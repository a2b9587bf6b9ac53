// The browser gets signature_pad's own build at this address; the types are the package's.
export type { PointGroup } from "signature_pad";
export { default } from "signature_pad";
