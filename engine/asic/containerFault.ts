import { EngineError } from "../error.js";

/** What can be wrong with a container as a ZIP file and as an ASiC-E container, before anything in it is believed. */
export type ContainerFaultCode =
  | "zip_unreadable"
  | "zip_truncated"
  | "zip_junk"
  | "zip_overlap"
  | "zip_headers_differ"
  | "zip_name_invalid"
  | "zip_name_repeated"
  | "zip_encrypted"
  | "zip_unsupported"
  | "zip_limit_exceeded"
  | "zip_content_damaged"
  | "mimetype_invalid"
  | "manifest_malformed";

/** A container that is refused, with the one fault that was found first, and the file in it where there is one. */
export class ContainerFault extends EngineError {
  /**
   * @param fault what is wrong, from the closed list
   * @param message one sentence
   * @param file name of the entry in the container, as far as it could be read
   */
  constructor(
    readonly fault: ContainerFaultCode,
    message: string,
    readonly file?: string,
  ) {
    super("container_damaged", message);
  }
}
