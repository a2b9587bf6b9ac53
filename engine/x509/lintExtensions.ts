import { DerReader } from "../asn1/derReader.js";
import { extensionRules, type KeyIdentifiers } from "./extensionRules.js";
import { refuse } from "./lintRule.js";
import type { CertificateProfile } from "./profile.js";
import type { Extension } from "./tbsCertificate.js";

/**
 * The extensions of a prepared certificate: those of its profile and no other, each once, with the right criticality
 * and value (RFC 5280 4.2). @throws EngineError `certificate_lint_failed`, `asn1_malformed`
 */
export function lintExtensions(
  extensions: readonly Extension[],
  profile: CertificateProfile,
  keys: KeyIdentifiers,
): void {
  const unseen = new Map(extensions.map((extension) => [extension.oid, extension]));
  if (unseen.size !== extensions.length)
    refuse("extension_twice", "RFC 5280 4.2", "it has an extension twice");
  for (const rule of extensionRules) {
    const extension = unseen.get(rule.oid);
    unseen.delete(rule.oid);
    if (extension === undefined && !rule.wanted(profile)) continue;
    if (extension === undefined) refuse("extension_missing", rule.clause, `it has no ${rule.name}`);
    if (!rule.wanted(profile)) refuse("extension_unwanted", rule.clause, `it has a ${rule.name}`);
    const critical = rule.critical(profile);
    if (extension.critical !== critical) {
      refuse("extension_criticality", rule.clause, `its ${rule.name} is ${critical ? "not " : ""}critical`);
    }
    const value = DerReader.of(extension.value);
    if (!rule.holds(value, profile, keys))
      refuse("extension_value", rule.clause, `its ${rule.name} is not its profile's`);
    value.close(rule.name);
  }
  const [unknown] = unseen.keys();
  if (unknown !== undefined)
    refuse("extension_unknown", `profile ${profile.name}`, `it has an extension ${unknown}`);
}
