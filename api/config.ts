import { resolve } from "node:path";
import { DEFAULT_PDF_LIMITS } from "../engine/pdf/limits.js";
import { parseRange } from "./allowedAddresses/range.js";
import type { LockWish } from "./objectLock/provenLock.js";

/** The service's configuration: what the environment says, read once, here and nowhere else. */
export interface Config {
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string;
  /** What this process does: both in the embedded default. */
  readonly roles: { readonly api: boolean; readonly worker: boolean };
  /** Directory of everything that the embedded default keeps. */
  readonly directory: string;
  /** File with the master secret that keys and secrets are sealed under. */
  readonly secretFile: string;
  readonly database: { readonly url: string; readonly ownerUrl: string | null } | null;
  readonly s3: S3Config | null;
  /** Whether objects are locked in the store: where it can, in any case, or not at all. */
  readonly objectLock: LockWish;
  readonly smtpUrl: string | null;
  readonly sendgrid: { readonly apiKey: string; readonly webhookKey: string | null } | null;
  readonly twilio: TwilioConfig | null;
  readonly mailFrom: string;
  /** URL of an RFC 3161 authority to use instead of our own. */
  readonly tsaUrl: string | null;
  readonly fetch: {
    readonly allowHttp: boolean;
    readonly allowedRanges: string[];
    readonly forbiddenRanges: string[];
  };
  readonly limits: {
    readonly documentBytes: number;
    readonly documentPages: number;
    readonly documentsPerOrder: number;
    readonly signersPerOrder: number;
    readonly smsPerPhoneHour: number;
    readonly smsPerPhoneDay: number;
    readonly smsPerTenantDay: number;
  };
  readonly rateLimits: { readonly perApiKey: number; readonly perAddress: number };
  readonly certificateSeconds: number;
  /** PEM file, or directory of such, with certificates that verified signatures may lead to. */
  readonly trustAnchors: string | null;
  /** Further fonts for visible signatures: paths of TrueType or OpenType files. */
  readonly fontFiles: readonly string[];
  readonly proxies: number;
  /** The port that asks callers for certificates, null where there is none. */
  readonly mutualTls: MutualTlsConfig | null;
  /** The header in which these proxies hand on certificates, null where none does. */
  readonly certificateHeader: { readonly name: string; readonly proxies: readonly string[] } | null;
  readonly logLevel: string;
}

export interface S3Config {
  readonly endpoint: string | undefined;
  readonly region: string;
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
}

export interface MutualTlsConfig {
  readonly port: number;
  /** PEM files of the server's certificate with its chain, and of its key; null: from an authority of our own. */
  readonly files: { readonly certificate: string; readonly key: string } | null;
}

export interface TwilioConfig {
  readonly accountSid: string;
  readonly authToken: string;
  /** E.164 number, or the SID of a messaging service. */
  readonly from: string;
}

/** @throws Error that names the variable and what it takes */
export function readConfig(env: NodeJS.ProcessEnv = process.env): Config {
  const directory = resolve(env["PARAPH_DIRECTORY"] ?? "var");
  const port = whole(env, "PORT", 3000, 0, 65_535);
  const databaseUrl = env["DATABASE_URL"] ?? null;
  return {
    host: env["HOST"] ?? "127.0.0.1",
    port,
    publicUrl: (env["PUBLIC_URL"] ?? `http://127.0.0.1:${port}`).replace(/\/+$/, ""),
    roles: readRoles(env),
    directory,
    secretFile: env["SECRET_FILE"] ?? resolve(directory, "secret"),
    database: databaseUrl === null ? null : { url: databaseUrl, ownerUrl: env["DATABASE_OWNER_URL"] ?? null },
    s3: readS3(env),
    objectLock: readObjectLock(env),
    smtpUrl: env["SMTP_URL"] ?? null,
    sendgrid:
      env["SENDGRID_API_KEY"] === undefined
        ? null
        : { apiKey: env["SENDGRID_API_KEY"], webhookKey: env["SENDGRID_WEBHOOK_KEY"] ?? null },
    twilio: readTwilio(env),
    mailFrom: env["MAIL_FROM"] ?? "Paraph <no-reply@localhost>",
    tsaUrl: env["TSA_URL"] ?? null,
    fetch: {
      allowHttp: env["FETCH_ALLOW_HTTP"] === "true",
      allowedRanges: list(env, "FETCH_ALLOW_RANGES"),
      forbiddenRanges: list(env, "FETCH_FORBID_RANGES"),
    },
    limits: {
      documentBytes: whole(env, "MAX_DOCUMENT_BYTES", 50 * 1024 * 1024, 1024, 512 * 1024 * 1024),
      documentPages: whole(env, "MAX_DOCUMENT_PAGES", 1000, 1, DEFAULT_PDF_LIMITS.maxPages),
      documentsPerOrder: whole(env, "MAX_DOCUMENTS", 20, 1, 100),
      signersPerOrder: whole(env, "MAX_SIGNERS", 50, 1, 500),
      smsPerPhoneHour: whole(env, "SMS_PER_PHONE_HOUR", 10, 1, 1000),
      smsPerPhoneDay: whole(env, "SMS_PER_PHONE_DAY", 30, 1, 10_000),
      smsPerTenantDay: whole(env, "SMS_PER_TENANT_DAY", 5000, 1, 10_000_000),
    },
    rateLimits: {
      perApiKey: whole(env, "RATE_LIMIT_PER_KEY", 1200, 1, 10_000_000),
      perAddress: whole(env, "RATE_LIMIT_PER_ADDRESS", 600, 1, 10_000_000),
    },
    certificateSeconds: 60 * whole(env, "CERTIFICATE_MINUTES", 60, 5, 1435),
    trustAnchors: env["TRUST_ANCHORS"] || null,
    fontFiles: list(env, "FONT_FILES"),
    proxies: whole(env, "TRUSTED_PROXIES", 0, 0, 10),
    mutualTls: readMutualTls(env),
    certificateHeader: readCertificateHeader(env),
    logLevel: env["LOG_LEVEL"] ?? "info",
  };
}

function readRoles(env: NodeJS.ProcessEnv): Config["roles"] {
  const role = env["ROLE"] ?? "all";
  if (!["all", "api", "worker"].includes(role)) throw new Error("ROLE takes all, api or worker.");
  return { api: role !== "worker", worker: role !== "api" };
}

function readS3(env: NodeJS.ProcessEnv): S3Config | null {
  if (env["S3_BUCKET"] === undefined) return null;
  return {
    endpoint: env["S3_ENDPOINT"],
    region: env["S3_REGION"] ?? "us-east-1",
    bucket: env["S3_BUCKET"],
    accessKeyId: required(env, "S3_ACCESS_KEY_ID", "S3_BUCKET"),
    secretAccessKey: required(env, "S3_SECRET_ACCESS_KEY", "S3_BUCKET"),
  };
}

function readObjectLock(env: NodeJS.ProcessEnv): LockWish {
  const wish = env["OBJECT_LOCK"] ?? "auto";
  if (wish === "auto" || wish === "required" || wish === "off") return wish;
  throw new Error("OBJECT_LOCK takes auto, required or off.");
}

function readTwilio(env: NodeJS.ProcessEnv): TwilioConfig | null {
  if (env["TWILIO_ACCOUNT_SID"] === undefined) return null;
  return {
    accountSid: env["TWILIO_ACCOUNT_SID"],
    authToken: required(env, "TWILIO_AUTH_TOKEN", "TWILIO_ACCOUNT_SID"),
    from: required(env, "TWILIO_FROM", "TWILIO_ACCOUNT_SID"),
  };
}

function readMutualTls(env: NodeJS.ProcessEnv): MutualTlsConfig | null {
  if (!env["MTLS_PORT"]) return null;
  const port = whole(env, "MTLS_PORT", 0, 0, 65_535);
  if (!env["MTLS_CERTIFICATE"] && !env["MTLS_KEY"]) return { port, files: null };
  const certificate = required(env, "MTLS_CERTIFICATE", "MTLS_KEY");
  return { port, files: { certificate, key: required(env, "MTLS_KEY", "MTLS_CERTIFICATE") } };
}

function readCertificateHeader(env: NodeJS.ProcessEnv): Config["certificateHeader"] {
  const name = env["CLIENT_CERTIFICATE_HEADER"];
  if (!name) return null;
  if (!/^[A-Za-z0-9-]+$/.test(name)) throw new Error("CLIENT_CERTIFICATE_HEADER takes the name of a header.");
  const proxies = list(env, "CLIENT_CERTIFICATE_PROXIES").map((range) => range.trim());
  // Without them, whoever sends the header would be whom it names.
  if (proxies.length === 0) required({}, "CLIENT_CERTIFICATE_PROXIES", "CLIENT_CERTIFICATE_HEADER");
  const wrong = proxies.find((range) => parseRange(range) === null);
  if (wrong !== undefined) {
    throw new Error(
      `CLIENT_CERTIFICATE_PROXIES takes addresses and ranges, parted by commas; ${wrong} is none.`,
    );
  }
  const everybody = proxies.find((range) => /\/0$/.test(range));
  if (everybody !== undefined) {
    throw new Error(`CLIENT_CERTIFICATE_PROXIES names proxies; ${everybody} would be everybody.`);
  }
  return { name: name.toLowerCase(), proxies };
}

function required(env: NodeJS.ProcessEnv, name: string, because: string): string {
  const value = env[name];
  if (value === undefined || value === "") throw new Error(`${name} is needed, because ${because} is set.`);
  return value;
}

/** Values parted by commas. */
function list(env: NodeJS.ProcessEnv, name: string): string[] {
  return (env[name] ?? "").split(",").filter((value) => value !== "");
}

function whole(env: NodeJS.ProcessEnv, name: string, otherwise: number, least: number, most: number): number {
  const text = env[name];
  if (text === undefined || text === "") return otherwise;
  const value = Number(text);
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new Error(`${name} takes a whole number from ${least} to ${most}.`);
  }
  return value;
}
