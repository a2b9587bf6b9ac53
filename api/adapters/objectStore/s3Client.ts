import { S3Client } from "@aws-sdk/client-s3";

/** Where an S3 bucket is, and the key pair that opens it. */
export interface S3Location {
  /** The server's URL; absent for Amazon's own in `region`. */
  readonly endpoint?: string;
  readonly region: string;
  /**
   * Must exist. The key pair needs GetObject, PutObject, DeleteObject and ListBucket in it; where the bucket keeps
   * versions also ListBucketVersions and DeleteObjectVersion, and for locks PutObjectRetention and PutObjectLegalHold.
   */
  readonly bucket: string;
  readonly accessKeyId: string;
  readonly secretAccessKey: string;
  /** `https://host/bucket/key` instead of `https://bucket.host/key`; what most servers but Amazon's want. */
  readonly forcePathStyle: boolean;
  /** Milliseconds for one operation with all its tries, and with the body; 60,000 when absent. */
  readonly timeoutMs?: number;
}

/** Tries of one operation, the first counted. */
export const mostTries = 3;

/** A client that keeps connections, to be destroyed when it is no longer used. */
export function s3Client(location: S3Location): S3Client {
  return new S3Client({
    ...(location.endpoint === undefined ? {} : { endpoint: location.endpoint }),
    region: location.region,
    forcePathStyle: location.forcePathStyle,
    credentials: { accessKeyId: location.accessKeyId, secretAccessKey: location.secretAccessKey },
    maxAttempts: mostTries,
    // The signature covers the SHA-256 of the body already, and many servers refuse the newer checksum headers.
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
    requestHandler: {
      connectionTimeout: 5_000,
      socketTimeout: 20_000,
      httpAgent: { keepAlive: true, maxSockets: 50 },
      httpsAgent: { keepAlive: true, maxSockets: 50 },
    },
  });
}
