import { join } from "node:path";
import { systemClock } from "./adapters/clock/system.js";
import { loadSecret } from "./adapters/keyStore/secret.js";
import { secretBox } from "./adapters/keyStore/secretBox.js";
import { softwareKeyStore } from "./adapters/keyStore/software.js";
import { jsonLog } from "./adapters/log/json.js";
import { standardError } from "./adapters/log/standardError.js";
import { outboxMailer } from "./adapters/mailer/outbox.js";
import { fileObjectStore } from "./adapters/objectStore/fs.js";
import { outboundHttp } from "./adapters/outbound/outboundHttp.js";
import { fileOutbox, type Outbox } from "./adapters/outbox/outbox.js";
import { systemRandom } from "./adapters/random/system.js";
import { remoteDocuments } from "./adapters/remoteDocuments/fetch.js";
import { outboxSmsSender } from "./adapters/smsSender/outbox.js";
import type { Mode } from "./apiKeys/caller.js";
import { ClientAuthority } from "./ca/clientAuthority.js";
import { type Hierarchy, loadHierarchy } from "./ca/hierarchy.js";
import { type PlatformSeal, platformSeal } from "./ca/platformSeal.js";
import { publicationPaths } from "./ca/publicationPaths.js";
import { RevocationLists } from "./ca/revocationLists.js";
import { SignerAuthority } from "./ca/signerAuthority.js";
import { openAnyDatabase } from "./compose/anyDatabase.js";
import { callbackForms } from "./compose/callbackForms.js";
import { certificateHeader } from "./compose/certificateHeader.js";
import { serverIdentity } from "./compose/serverIdentity.js";
import { readTrustAnchors } from "./compose/trustAnchors.js";
import { loadTypefaces } from "./compose/typefaces.js";
import type { Config } from "./config.js";
import { callbackPaths, type ReportingProviders } from "./delivery/callbacksRouter.js";
import type { AppParts } from "./http/app.js";
import { provenLock } from "./objectLock/provenLock.js";
import type { Platform } from "./platform.js";
import type { KeyStore } from "./ports/keyStore.js";
import type { Mailer } from "./ports/mailer.js";
import type { ObjectLock } from "./ports/objectLock.js";
import type { ObjectStore } from "./ports/objectStore.js";
import type { OutboundHttp } from "./ports/outboundHttp.js";
import type { RemoteDocuments } from "./ports/remoteDocuments.js";
import type { ServerIdentitySource } from "./ports/serverIdentity.js";
import type { SmsSender } from "./ports/smsSender.js";
import type { TimestampAuthority } from "./ports/timestampAuthority.js";
import { remoteValidationData } from "./sealing/remoteValidationData.js";
import { validationData } from "./sealing/validationData.js";
import { TimestampUnit } from "./timestamping/timestampUnit.js";
import { VerificationThreads } from "./verification/verificationThreads.js";

/** The service, wired. */
export interface Composition {
  readonly parts: AppParts;
  /** What the TLS port shows of itself, null where there is none. */
  readonly serverIdentity: ServerIdentitySource | null;
  /** Lets go of the database and stops the embedded one, if it is ours to stop. */
  close(): Promise<void>;
}

/** Limits that no operator has needed to move. */
const imageBytes = 2 * 1024 * 1024;

/**
 * Wires the adapters that the configuration names. The only place that knows them.
 * @param publicUrl where signers reach the service, without a trailing slash
 */
export async function compose(config: Config, publicUrl: string): Promise<Composition> {
  const log = jsonLog(config.logLevel, standardError());
  const secret = await loadSecret(config.secretFile);
  const box = secretBox(secret);
  const closing: (() => unknown)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const database = await openAnyDatabase(config, box, closing);
    const { objectStore, lock } = await documentStore(config, closing);
    const keyStore = softwareKeyStore({ directory: join(config.directory, "keys"), secret });
    const base = { objectStore, keyStore, clock: systemClock, random: systemRandom, log };
    const objectLock = await provenLock(base, lock, config.objectLock);
    const test = await authorities(base, "test", config.certificateSeconds, publicUrl);
    const live = await authorities(base, "live", config.certificateSeconds, publicUrl);
    const external = await externalTimestamps(config, closing);
    const { allowHttp, ...ranges } = config.fetch;
    const outbound = outboundHttp(ranges);
    closing.push(() => outbound.close());
    const remote = external && remoteValidationData(validationDataClient(outbound), systemClock);
    const identity = await serverIdentity(base, config, publicUrl);
    const outbox = usesOutbox(config) ? fileOutbox(join(config.directory, "outbox"), systemClock) : null;
    const verifier = new VerificationThreads();
    closing.push(() => verifier.close());
    const platform: Platform = {
      database,
      objectStore,
      objectLock,
      mailer: await mailer(config, outbox, closing),
      smsSender: await smsSender(config, outbox, publicUrl),
      mailFrom: config.mailFrom,
      outboundHttp: outbound,
      callbackForms: callbackForms(),
      remoteDocuments: remoteDocuments(outbound, { allowHttp }),
      signerAuthority: { test: test.signers, live: live.signers },
      clientAuthority: { test: test.clients, live: live.clients },
      platformSeal: { test: test.seal, live: live.seal },
      timestampAuthority: { test: external ?? test.unit, live: external ?? live.unit },
      validationData: {
        test: validationData(test.hierarchy, test.lists, remote),
        live: validationData(live.hierarchy, live.lists, remote),
      },
      trustAnchors: {
        own: { test: test.hierarchy.root.der, live: live.hierarchy.root.der },
        configured: await readTrustAnchors(config.trustAnchors),
      },
      verifier,
      secretBox: box,
      typefaces: await loadTypefaces(config.fontFiles),
      clock: systemClock,
      random: systemRandom,
      log,
      limits: { ...config.limits, imageBytes },
      publicUrl,
    };
    const parts: AppParts = {
      platform,
      hierarchies: { test: test.hierarchy, live: live.hierarchy },
      revocationLists: { test: test.lists, live: live.lists },
      timestampUnits: { test: test.unit, live: live.unit },
      outbox: outbox && { list: () => outbox.list({ limit: 500 }) },
      reports: await reportingProviders(config),
      rateLimits: config.rateLimits,
      proxies: config.proxies,
      certificateHeader: certificateHeader(config),
      serverRoot: identity?.root ?? null,
    };
    return { parts, serverIdentity: identity?.source ?? null, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * The outbox shows codes to whoever asks. It exists only where everything is embedded and no real provider is
 * configured, so that no configuration of a real service can ever have it.
 */
function usesOutbox(config: Config): boolean {
  return config.database === null && !config.s3 && !config.smtpUrl && !config.sendgrid && !config.twilio;
}

type Closing = (() => unknown)[];

// The providers' packages take up to a fifth of a second each to load: only the ones in use are.

async function documentStore(
  config: Config,
  closing: Closing,
): Promise<{ objectStore: ObjectStore; lock: ObjectLock | null }> {
  if (!config.s3) return { objectStore: fileObjectStore(join(config.directory, "objects")), lock: null };
  const { s3ObjectStore } = await import("./adapters/objectStore/s3.js");
  const store = s3ObjectStore({ ...config.s3, forcePathStyle: config.s3.endpoint !== undefined });
  closing.push(() => store.close());
  return { objectStore: store, lock: store.lock };
}

async function mailer(config: Config, outbox: Outbox | null, closing: Closing): Promise<Mailer | null> {
  if (outbox) return outboxMailer(outbox);
  if (config.sendgrid) {
    const { sendgridMailer } = await import("./adapters/mailer/sendgrid.js");
    return sendgridMailer(config.sendgrid);
  }
  if (!config.smtpUrl) return null;
  const { smtpMailer } = await import("./adapters/mailer/smtp.js");
  const smtp = smtpMailer({ url: config.smtpUrl });
  closing.push(() => smtp.close());
  return smtp;
}

async function smsSender(
  config: Config,
  outbox: Outbox | null,
  publicUrl: string,
): Promise<SmsSender | null> {
  if (outbox) return outboxSmsSender(outbox);
  if (!config.twilio) return null;
  const { accountSid, authToken, from } = config.twilio;
  const { twilioSmsSender } = await import("./adapters/smsSender/twilio.js");
  const sender = from.startsWith("MG") ? { messagingServiceSid: from } : { from };
  // Twilio reports to nobody whom it cannot reach safely.
  const reports = publicUrl.startsWith("https://") && { statusCallback: publicUrl + callbackPaths.twilio };
  return twilioSmsSender({ accountSid, authToken, sender, ...reports });
}

async function reportingProviders(config: Config): Promise<ReportingProviders> {
  const { twilio, sendgrid } = config;
  const key = sendgrid?.webhookKey;
  return {
    ...(twilio && {
      twilio: (await import("./adapters/smsSender/twilioReports.js")).twilioReports(twilio),
    }),
    ...(key && {
      sendgrid: (await import("./adapters/mailer/sendgridReports.js")).sendgridReports({ publicKey: key }),
    }),
  };
}

async function externalTimestamps(config: Config, closing: Closing): Promise<TimestampAuthority | null> {
  if (!config.tsaUrl) return null;
  const { httpTimestampAuthority } = await import("./adapters/timestampAuthority/http.js");
  const authority = httpTimestampAuthority({ url: config.tsaUrl, random: systemRandom });
  closing.push(() => authority.close());
  return authority;
}

/** Authorities publish over plain http, what they publish being signed (RFC 5280 4.2.1.13). */
function validationDataClient(outbound: OutboundHttp): RemoteDocuments {
  return remoteDocuments(outbound, { allowHttp: true, timeoutMs: 10_000, accept: "*/*" });
}

async function authorities(
  base: Pick<Platform, "objectStore" | "clock" | "random" | "log"> & { readonly keyStore: KeyStore },
  mode: Mode,
  certificateSeconds: number,
  publicUrl: string,
): Promise<{
  hierarchy: Hierarchy;
  lists: RevocationLists;
  signers: SignerAuthority;
  clients: ClientAuthority;
  unit: TimestampUnit;
  seal: PlatformSeal;
}> {
  const hierarchy = await loadHierarchy(base, mode, publicUrl);
  const rootKey = await base.keyStore.signer(hierarchy.keys.root);
  const signerKey = await base.keyStore.signer(hierarchy.keys.signers);
  const unitKey = await base.keyStore.signer(hierarchy.keys.timestamps);
  const sealKey = await base.keyStore.signer(hierarchy.keys.seal);
  return {
    hierarchy,
    seal: platformSeal(hierarchy, sealKey),
    lists: new RevocationLists(hierarchy, { root: rootKey, signers: signerKey }, base.clock),
    signers: new SignerAuthority(
      hierarchy,
      signerKey,
      base,
      certificateSeconds,
      `${publicUrl}${publicationPaths(mode).signersCertificate}`,
    ),
    clients: new ClientAuthority(hierarchy, await base.keyStore.signer(hierarchy.keys.clients), base),
    unit: new TimestampUnit(hierarchy, unitKey, base),
  };
}
