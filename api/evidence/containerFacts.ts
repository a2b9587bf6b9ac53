import { containerHorizon } from "../../engine/asic/containerHorizon.js";
import { renewalDue } from "../../engine/asic/renewalDue.js";
import { readZip } from "../../engine/asic/zipReader.js";

/**
 * Until when a container proves what it proves: the end of its newest time-stamp's certificate, or of its algorithms.
 * @throws EngineError `container_damaged` and those of containerHorizon
 */
export function endOfProof(container: Uint8Array): Date {
  const horizon = containerHorizon(container);
  if (horizon === null) throw new Error("The container has no archive time-stamp.");
  return renewalDue(horizon, 0);
}

/** Whether documents are in a container. @throws EngineError `container_damaged` */
export function holdsDocuments(container: Uint8Array): boolean {
  return readZip(container).some(({ name }) => name.startsWith("documents/"));
}
