/** Object identifiers by the names their standards give them, dotted. */
export const oids = {
  // RFC 5652 (CMS): 4, 5.1, 11.1, 11.2
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingTime: "1.2.840.113549.1.9.5",
  // RFC 5035 5.4.1 and 5.4.2 (ESS)
  signingCertificate: "1.2.840.113549.1.9.16.2.12",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  // ETSI EN 319 122-1 (CAdES)
  mimeType: "0.4.0.1733.2.1",
  // RFC 3161: 2.4.2, appendix A, 2.3
  tstInfo: "1.2.840.113549.1.9.16.1.4",
  signatureTimeStampToken: "1.2.840.113549.1.9.16.2.14",
  timeStamping: "1.3.6.1.5.5.7.3.8",
  // ISO 32000-2 12.8.3.3.2; RFC 5940 2.1
  revocationInfoArchival: "1.2.840.113583.1.1.8",
  ocspResponseInCms: "1.3.6.1.5.5.7.16.2",
  // FIPS 180-4, identified by RFC 5754 2
  sha256: "2.16.840.1.101.3.4.2.1",
  sha384: "2.16.840.1.101.3.4.2.2",
  sha512: "2.16.840.1.101.3.4.2.3",
  // RFC 5480 2.1.1 and 2.1.1.1; RFC 5758 3.2
  ecPublicKey: "1.2.840.10045.2.1",
  secp256r1: "1.2.840.10045.3.1.7",
  secp384r1: "1.3.132.0.34",
  secp521r1: "1.3.132.0.35",
  ecdsaWithSha256: "1.2.840.10045.4.3.2",
  ecdsaWithSha384: "1.2.840.10045.4.3.3",
  ecdsaWithSha512: "1.2.840.10045.4.3.4",
  // RFC 8017 A, RFC 4055 1.2, 2.2 and 5
  rsaEncryption: "1.2.840.113549.1.1.1",
  rsaPss: "1.2.840.113549.1.1.10",
  maskGeneration1: "1.2.840.113549.1.1.8",
  rsaWithSha256: "1.2.840.113549.1.1.11",
  rsaWithSha384: "1.2.840.113549.1.1.12",
  rsaWithSha512: "1.2.840.113549.1.1.13",
  // RFC 8410 3
  ed25519: "1.3.101.112",
  // RFC 5280 appendix A.1, X.520; organizationIdentifier X.520 6.4.4
  commonName: "2.5.4.3",
  surname: "2.5.4.4",
  serialNumber: "2.5.4.5",
  countryName: "2.5.4.6",
  organizationName: "2.5.4.10",
  givenName: "2.5.4.42",
  pseudonym: "2.5.4.65",
  organizationIdentifier: "2.5.4.97",
  // RFC 4519 2.39 (uid)
  userId: "0.9.2342.19200300.100.1.1",
  // RFC 5280 4.2.1 and 4.2.2
  subjectKeyIdentifier: "2.5.29.14",
  keyUsage: "2.5.29.15",
  subjectAltName: "2.5.29.17",
  basicConstraints: "2.5.29.19",
  crlDistributionPoints: "2.5.29.31",
  certificatePolicies: "2.5.29.32",
  anyPolicy: "2.5.29.32.0",
  authorityKeyIdentifier: "2.5.29.35",
  extendedKeyUsage: "2.5.29.37",
  authorityInformationAccess: "1.3.6.1.5.5.7.1.1",
  caIssuers: "1.3.6.1.5.5.7.48.2",
  ocsp: "1.3.6.1.5.5.7.48.1",
  // RFC 5280 5.2 and 5.3; expiredCertsOnCRL X.509 9.5.2.8
  cRLNumber: "2.5.29.20",
  reasonCode: "2.5.29.21",
  invalidityDate: "2.5.29.24",
  deltaCRLIndicator: "2.5.29.27",
  issuingDistributionPoint: "2.5.29.28",
  certificateIssuer: "2.5.29.29",
  expiredCertsOnCRL: "2.5.29.60",
  // RFC 6960: 4.2.2.2, 4.2.1, 4.4; SHA-1 for names in certificate identifiers, RFC 6960 4.3
  ocspSigning: "1.3.6.1.5.5.7.3.9",
  ocspBasic: "1.3.6.1.5.5.7.48.1.1",
  ocspNonce: "1.3.6.1.5.5.7.48.1.2",
  ocspNoCheck: "1.3.6.1.5.5.7.48.1.5",
  ocspArchiveCutoff: "1.3.6.1.5.5.7.48.1.6",
  sha1: "1.3.14.3.2.26",
  // RFC 9608 2
  noRevocationAvailable: "2.5.29.56",
  // RFC 3739 3.2.6; ETSI EN 319 412-5 4.2
  qcStatements: "1.3.6.1.5.5.7.1.3",
  qcCompliance: "0.4.0.1862.1.1",
  qcSscd: "0.4.0.1862.1.4",
  qcType: "0.4.0.1862.1.6",
  qcTypeEsign: "0.4.0.1862.1.6.1",
  qcTypeEseal: "0.4.0.1862.1.6.2",
  qcTypeWeb: "0.4.0.1862.1.6.3",
  // ETSI EN 319 412-1 5.2.2
  validityAssuredShortTerm: "0.4.0.194121.2.1",
  // RFC 5280 4.2.1.12
  serverAuth: "1.3.6.1.5.5.7.3.1",
  clientAuth: "1.3.6.1.5.5.7.3.2",
  // RFC 7292: 4.1, 4.2 (bags and attributes), RFC 5652 8 (encryptedData)
  encryptedData: "1.2.840.113549.1.7.6",
  friendlyName: "1.2.840.113549.1.9.20",
  localKeyId: "1.2.840.113549.1.9.21",
  x509Certificate: "1.2.840.113549.1.9.22.1",
  pkcs8ShroudedKeyBag: "1.2.840.113549.1.12.10.1.2",
  certBag: "1.2.840.113549.1.12.10.1.3",
  // RFC 8018 A.2, A.4, B.1.2; AES of NIST's computer security objects register
  pbkdf2: "1.2.840.113549.1.5.12",
  pbes2: "1.2.840.113549.1.5.13",
  hmacWithSha256: "1.2.840.113549.2.9",
  aes256Cbc: "2.16.840.1.101.3.4.1.42",
} as const;
