import { randomBytes, X509Certificate } from "node:crypto";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { secretBox } from "../../api/adapters/keyStore/secretBox.js";
import { softwareKeyStore } from "../../api/adapters/keyStore/software.js";
import { outboxMailer } from "../../api/adapters/mailer/outbox.js";
import { fileObjectStore } from "../../api/adapters/objectStore/fs.js";
import { outboundHttp } from "../../api/adapters/outbound/outboundHttp.js";
import { fileOutbox, type Outbox } from "../../api/adapters/outbox/outbox.js";
import { systemRandom } from "../../api/adapters/random/system.js";
import { remoteDocuments } from "../../api/adapters/remoteDocuments/fetch.js";
import { outboxSmsSender } from "../../api/adapters/smsSender/outbox.js";
import type { Mode } from "../../api/apiKeys/caller.js";
import { ClientAuthority } from "../../api/ca/clientAuthority.js";
import { type Hierarchy, loadHierarchy } from "../../api/ca/hierarchy.js";
import { type PlatformSeal, platformSeal } from "../../api/ca/platformSeal.js";
import { publicationPaths } from "../../api/ca/publicationPaths.js";
import { RevocationLists } from "../../api/ca/revocationLists.js";
import { SignerAuthority } from "../../api/ca/signerAuthority.js";
import { callbackForms } from "../../api/compose/callbackForms.js";
import { loadTypefaces } from "../../api/compose/typefaces.js";
import { openDatabase } from "../../api/database/pool.js";
import type { ReportingProviders } from "../../api/delivery/callbacksRouter.js";
import { type AppParts, makeApp } from "../../api/http/app.js";
import { idleConnectionMs } from "../../api/http/listen.js";
import type { RateLimits } from "../../api/http/rateLimits.js";
import type { Platform } from "../../api/platform.js";
import { validationData } from "../../api/sealing/validationData.js";
import { createTenant } from "../../api/tenants/createTenant.js";
import { TimestampUnit } from "../../api/timestamping/timestampUnit.js";
import { VerificationThreads } from "../../api/verification/verificationThreads.js";
import { openTlsPort } from "./mutualTlsPort.js";
import { freshDatabase } from "./postgres.js";
import { TestClock } from "./testClock.js";

/** The whole service on a database of its own: real adapters, a clock that the test moves, HTTP on loopback. */
export interface TestService {
  readonly baseUrl: string;
  readonly platform: Platform;
  readonly clock: TestClock;
  readonly outbox: Outbox;
  readonly hierarchies: Readonly<Record<Mode, Hierarchy>>;
  readonly revocationLists: Readonly<Record<Mode, RevocationLists>>;
  /** Directory of the object store. */
  readonly objects: string;
  /** As the service connects to its database. */
  readonly appUrl: string;
  /** As a superuser, for what only somebody inside the database could do. */
  readonly adminUrl: string;
  /** Where client certificates are asked for, where that was wanted, and the root that its certificate leads to, PEM. */
  readonly tlsUrl: string;
  readonly tlsRoot: string;
  /** Lines of the log so far, as JSON. */
  readonly log: string[];
  /** What a process that starts now has of a mode's authorities, as platform. */
  readonly authoritiesOfNow: () => Promise<Partial<Platform>>;
  readonly tenant: (name?: string, mode?: Mode) => Promise<{ tenantId: string; apiKey: string }>;
  stop(): Promise<void>;
}

export interface TestServiceOptions {
  readonly rateLimits?: RateLimits;
  readonly limits?: Partial<Platform["limits"]>;
  readonly reports?: ReportingProviders;
  /** Opens a TLS port beside. */
  readonly mutualTls?: boolean;
  /** The header in which proxies hand on client certificates. */
  readonly certificateHeader?: AppParts["certificateHeader"];
  /** Proxies in front, for addresses. */
  readonly proxies?: number;
  /** Puts other adapters in place of the usual ones. */
  readonly replace?: Partial<Platform>;
}

export async function startService(options: TestServiceOptions = {}): Promise<TestService> {
  const fresh = await freshDatabase();
  const directory = await mkdtemp(join(tmpdir(), "paraph-service-"));
  const clock = new TestClock();
  const secret = randomBytes(32);
  const log: string[] = [];
  const write = (fields: object, message: string) => {
    log.push(
      JSON.stringify({ ...fields, message }, (_key, value) =>
        value instanceof Error ? String(value) : value,
      ),
    );
  };
  const objects = join(directory, "objects");
  const base = {
    objectStore: fileObjectStore(objects),
    keyStore: softwareKeyStore({ directory: join(directory, "keys"), secret }),
    clock,
    random: systemRandom,
    log: { info: write, warn: write, error: write },
  };
  const outbox = fileOutbox(join(directory, "outbox"), clock);
  const database = await openDatabase(fresh.appUrl);
  const authority = async (mode: Mode) => {
    const hierarchy = await loadHierarchy(base, mode, "http://localhost");
    const rootKey = await base.keyStore.signer(hierarchy.keys.root);
    const signerKey = await base.keyStore.signer(hierarchy.keys.signers);
    const signers = new SignerAuthority(
      hierarchy,
      signerKey,
      base,
      3600,
      `http://localhost${publicationPaths(mode).signersCertificate}`,
    );
    const unit = new TimestampUnit(hierarchy, await base.keyStore.signer(hierarchy.keys.timestamps), base);
    const lists = new RevocationLists(hierarchy, { root: rootKey, signers: signerKey }, clock);
    const seal = platformSeal(hierarchy, await base.keyStore.signer(hierarchy.keys.seal));
    const clients = new ClientAuthority(hierarchy, await base.keyStore.signer(hierarchy.keys.clients), base);
    return { hierarchy, lists, signers, clients, unit, seal };
  };
  const test = await authority("test");
  const live = await authority("live");
  const server = createServer();
  server.keepAliveTimeout = idleConnectionMs;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const outbound = outboundHttp({ allowedRanges: ["127.0.0.0/8"] });
  const verifier = new VerificationThreads({ threads: 1 });
  const platform: Platform = {
    ...base,
    database,
    objectLock: null,
    mailer: outboxMailer(outbox),
    smsSender: outboxSmsSender(outbox),
    mailFrom: "Paraph <no-reply@example.org>",
    outboundHttp: outbound,
    callbackForms: callbackForms(),
    remoteDocuments: remoteDocuments(outbound, { allowHttp: true }),
    ...authoritiesOf(test, live),
    trustAnchors: { own: { test: test.hierarchy.root.der, live: live.hierarchy.root.der }, configured: [] },
    verifier,
    secretBox: secretBox(secret),
    typefaces: await loadTypefaces(),
    limits: {
      documentBytes: 50 * 1024 * 1024,
      documentPages: 1000,
      documentsPerOrder: 20,
      signersPerOrder: 50,
      imageBytes: 2 * 1024 * 1024,
      smsPerPhoneHour: 1000,
      smsPerPhoneDay: 1000,
      smsPerTenantDay: 1000,
      ...options.limits,
    },
    publicUrl: baseUrl,
    ...options.replace,
  };
  const tls = options.mutualTls
    ? await openTlsPort(base, [live.hierarchy.clients, test.hierarchy.clients])
    : null;
  const app = makeApp({
    platform,
    hierarchies: { test: test.hierarchy, live: live.hierarchy },
    revocationLists: { test: test.lists, live: live.lists },
    timestampUnits: { test: test.unit, live: live.unit },
    outbox: { list: () => outbox.list({ limit: 500 }) },
    reports: options.reports ?? {},
    rateLimits: options.rateLimits ?? { perApiKey: 100_000, perAddress: 100_000 },
    proxies: options.proxies ?? 0,
    certificateHeader: options.certificateHeader ?? null,
    serverRoot: tls?.root ?? null,
  });
  server.on("request", app as RequestListener);
  tls?.server.on("request", app as RequestListener);
  return {
    baseUrl,
    platform,
    clock,
    outbox,
    hierarchies: { test: test.hierarchy, live: live.hierarchy },
    revocationLists: { test: test.lists, live: live.lists },
    objects,
    tlsUrl: tls?.url ?? "",
    tlsRoot: tls ? new X509Certificate(tls.root).toString() : "",
    appUrl: fresh.appUrl,
    adminUrl: fresh.adminUrl,
    log,
    authoritiesOfNow: async () => authoritiesOf(await authority("test"), await authority("live")),
    tenant: (name = "Test Company", mode = "test") => createTenant(platform, name, mode),
    stop: async () => {
      server.closeAllConnections();
      server.close();
      tls?.close();
      await verifier.close();
      await outbound.close();
      await database.close();
      await fresh.drop();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

interface Authorities {
  readonly hierarchy: Hierarchy;
  readonly lists: RevocationLists;
  readonly signers: SignerAuthority;
  readonly clients: ClientAuthority;
  readonly unit: TimestampUnit;
  readonly seal: PlatformSeal;
}

/** As members of the platform. */
function authoritiesOf(test: Authorities, live: Authorities) {
  return {
    signerAuthority: { test: test.signers, live: live.signers },
    clientAuthority: { test: test.clients, live: live.clients },
    platformSeal: { test: test.seal, live: live.seal },
    timestampAuthority: { test: test.unit, live: live.unit },
    validationData: {
      test: validationData(test.hierarchy, test.lists, null),
      live: validationData(live.hierarchy, live.lists, null),
    },
  } satisfies Partial<Platform>;
}
