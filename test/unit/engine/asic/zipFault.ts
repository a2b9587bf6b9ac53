import { ContainerFault, type ContainerFaultCode } from "../../../../engine/asic/containerFault.js";
import { DEFAULT_CONTAINER_LIMITS } from "../../../../engine/asic/containerLimits.js";
import { entryBytes, readZip } from "../../../../engine/asic/zipReader.js";

/** What reading and unpacking a file finds wrong; null when nothing. */
export function faultOf(zip: Uint8Array, limits = DEFAULT_CONTAINER_LIMITS): ContainerFaultCode | null {
  try {
    for (const entry of readZip(zip, limits)) entryBytes(entry);
    return null;
  } catch (error) {
    if (error instanceof ContainerFault) return error.fault;
    throw error;
  }
}
