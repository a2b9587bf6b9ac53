import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.pades.validation.PDFDocumentValidator;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.spi.x509.revocation.ocsp.ExternalResourcesOCSPSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * EU DSS, the European Commission's validation of ETSI EN 319 102-1, with its own default policy and without a network.
 *
 * Options, each a list of files with ';' between: `trust` (certificates, PEM or DER), `crl` and `ocsp` (DER: what the
 * distribution points would answer). Also `time` (validate at this time, ISO 8601), `password` (of an encrypted file),
 * `content` (the file that a detached signature is over), `reports` (a directory for the four reports in XML).
 */
final class DssJudge implements Judge {
    public static void main(String[] arguments) throws IOException {
        Judge.serve(new DssJudge());
    }

    @Override
    public Map<String, Object> judge(String file, Map<String, String> options) throws Exception {
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new FileDocument(new File(file)));
        validator.setCertificateVerifier(verifier(options));
        if (options.containsKey("time")) {
            validator.setValidationTime(Date.from(Instant.parse(options.get("time"))));
        }
        if (options.containsKey("content")) {
            validator.setDetachedContents(List.of(new FileDocument(new File(options.get("content")))));
        }
        if (options.containsKey("password")) {
            ((PDFDocumentValidator) validator).setPasswordProtection(options.get("password").toCharArray());
        }
        Reports reports = validator.validateDocument();
        Map<String, String> written = write(reports);
        if (options.containsKey("reports")) {
            for (Map.Entry<String, String> report : written.entrySet()) {
                Files.writeString(Path.of(options.get("reports"), report.getKey() + ".xml"), report.getValue());
            }
        }
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("reports", new ArrayList<>(written.keySet()));
        answer.putAll(DssVerdicts.of(reports));
        return answer;
    }

    /** The four reports in XML, each held against its own schema while it is written. */
    private static Map<String, String> write(Reports reports) {
        reports.setValidateXml(true);
        Map<String, String> written = new LinkedHashMap<>();
        written.put("simple", reports.getXmlSimpleReport());
        written.put("detailed", reports.getXmlDetailedReport());
        written.put("diagnostic", reports.getXmlDiagnosticData());
        written.put("etsi", reports.getXmlValidationReport());
        return written;
    }

    private static CommonCertificateVerifier verifier(Map<String, String> options)
            throws IOException, CertificateException {
        CommonTrustedCertificateSource anchors = new CommonTrustedCertificateSource();
        for (InputStream file : read(options, "trust")) {
            for (Certificate anchor : CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                anchors.addCertificate(new CertificateToken((X509Certificate) anchor));
            }
        }
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(anchors);
        verifier.setAIASource(null);
        verifier.setCrlSource(new ExternalResourcesCRLSource(read(options, "crl")));
        verifier.setOcspSource(new ExternalResourcesOCSPSource(read(options, "ocsp")));
        return verifier;
    }

    private static InputStream[] read(Map<String, String> options, String name) throws IOException {
        List<InputStream> streams = new ArrayList<>();
        for (String path : options.getOrDefault(name, "").split(";")) {
            if (!path.isEmpty()) streams.add(new ByteArrayInputStream(Files.readAllBytes(Path.of(path))));
        }
        return streams.toArray(InputStream[]::new);
    }
}
