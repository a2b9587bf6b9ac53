import { join } from "node:path";
import pino from "pino";
import { systemClock } from "./adapters/clock/system.js";
import { startEmbeddedPostgres } from "./adapters/embeddedPostgres/index.js";
import { loadSecret } from "./adapters/keyStore/secret.js";
import { secretBox } from "./adapters/keyStore/secretBox.js";
import { softwareKeyStore } from "./adapters/keyStore/software.js";
import { jsonLog } from "./adapters/log/json.js";
import { outboxMailer } from "./adapters/mailer/outbox.js";
import { fileObjectStore } from "./adapters/objectStore/fs.js";
import { fileOutbox, type Outbox } from "./adapters/outbox/outbox.js";
import { systemRandom } from "./adapters/random/system.js";
import { remoteDocuments } from "./adapters/remoteDocuments/fetch.js";
import { outboxSmsSender } from "./adapters/smsSender/outbox.js";
import type { Mode } from "./apiKeys/caller.js";
import { issuerPath } from "./ca/caRouter.js";
import { type Hierarchy, keyId, loadHierarchy } from "./ca/hierarchy.js";
import { SignerAuthority } from "./ca/signerAuthority.js";
import { loadTypefaces } from "./compose/typefaces.js";
import type { Config } from "./config.js";
import type { Database } from "./database/database.js";
import { migrate, migrateDatabase } from "./database/migrate.js";
import { openDatabase } from "./database/pool.js";
import type { AppParts } from "./http/app.js";
import type { Platform } from "./platform.js";
import type { KeyStore, SecretBox } from "./ports/keyStore.js";
import type { Mailer } from "./ports/mailer.js";
import type { ObjectStore } from "./ports/objectStore.js";
import type { SmsSender } from "./ports/smsSender.js";
import type { TimestampAuthority } from "./ports/timestampAuthority.js";
import { TimestampUnit } from "./timestamping/timestampUnit.js";

/** The service, wired. */
export interface Composition {
  readonly parts: AppParts;
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
  const log = jsonLog(config.logLevel, pino.destination(2));
  const secret = await loadSecret(config.secretFile);
  const box = secretBox(secret);
  const closing: (() => unknown)[] = [];
  const close = async () => {
    for (const step of closing.splice(0).reverse()) await step();
  };
  try {
    const database = await openAnyDatabase(config, box, closing);
    const objectStore = await documentStore(config, closing);
    const keyStore = softwareKeyStore({ directory: join(config.directory, "keys"), secret });
    const base = { objectStore, keyStore, clock: systemClock, random: systemRandom, log };
    const test = await authorities(base, "test", config.certificateSeconds, publicUrl);
    const live = await authorities(base, "live", config.certificateSeconds, publicUrl);
    const external = await externalTimestamps(config, closing);
    const outbox = usesOutbox(config) ? fileOutbox(join(config.directory, "outbox"), systemClock) : null;
    const platform: Platform = {
      database,
      objectStore,
      mailer: await mailer(config, outbox, closing),
      smsSender: await smsSender(config, outbox),
      mailFrom: config.mailFrom,
      remoteDocuments: remoteDocuments(config.fetch),
      signerAuthority: { test: test.signers, live: live.signers },
      timestampAuthority: { test: external ?? test.unit, live: external ?? live.unit },
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
      timestampUnits: { test: test.unit, live: live.unit },
      outbox: outbox && { list: () => outbox.list({ limit: 500 }) },
      rateLimits: config.rateLimits,
      proxies: config.proxies,
    };
    return { parts, close };
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

async function documentStore(config: Config, closing: Closing): Promise<ObjectStore> {
  if (!config.s3) return fileObjectStore(join(config.directory, "objects"));
  const { s3ObjectStore } = await import("./adapters/objectStore/s3.js");
  const store = s3ObjectStore({ ...config.s3, forcePathStyle: config.s3.endpoint !== undefined });
  closing.push(() => store.close());
  return store;
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

async function smsSender(config: Config, outbox: Outbox | null): Promise<SmsSender | null> {
  if (outbox) return outboxSmsSender(outbox);
  if (!config.twilio) return null;
  const { accountSid, authToken, from } = config.twilio;
  const { twilioSmsSender } = await import("./adapters/smsSender/twilio.js");
  const sender = from.startsWith("MG") ? { messagingServiceSid: from } : { from };
  return twilioSmsSender({ accountSid, authToken, sender });
}

async function externalTimestamps(config: Config, closing: Closing): Promise<TimestampAuthority | null> {
  if (!config.tsaUrl) return null;
  const { httpTimestampAuthority } = await import("./adapters/timestampAuthority/http.js");
  const authority = httpTimestampAuthority({ url: config.tsaUrl, random: systemRandom });
  closing.push(() => authority.close());
  return authority;
}

async function authorities(
  base: Pick<Platform, "objectStore" | "clock" | "random" | "log"> & { readonly keyStore: KeyStore },
  mode: Mode,
  certificateSeconds: number,
  publicUrl: string,
): Promise<{ hierarchy: Hierarchy; signers: SignerAuthority; unit: TimestampUnit }> {
  const hierarchy = await loadHierarchy(base, mode);
  const signerKey = await base.keyStore.signer(keyId(mode, "signers"));
  const unitKey = await base.keyStore.signer(keyId(mode, "timestamps"));
  return {
    hierarchy,
    signers: new SignerAuthority(
      hierarchy,
      signerKey,
      base,
      certificateSeconds,
      `${publicUrl}${issuerPath(mode)}`,
    ),
    unit: new TimestampUnit(hierarchy, unitKey, base),
  };
}

async function openAnyDatabase(config: Config, box: SecretBox, closing: Closing): Promise<Database> {
  let url = config.database?.url;
  if (config.database?.ownerUrl) await migrate(config.database.ownerUrl);
  if (url === undefined) {
    const server = await startEmbeddedPostgres({
      directory: join(config.directory, "postgres"),
      fsync: true,
    });
    closing.push(() => server.stop());
    const password = (role: string) =>
      Buffer.from(box.mac(Buffer.from(role), "database role")).toString("base64url");
    const { appUrl } = await migrateDatabase({
      adminUrl: server.adminUrl,
      database: "paraph",
      ownerPassword: password("owner"),
      appPassword: password("app"),
    });
    url = appUrl;
  }
  const database = await openDatabase(url);
  closing.push(() => database.close());
  return database;
}
