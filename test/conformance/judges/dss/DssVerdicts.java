import eu.europa.esig.dss.diagnostic.PDFRevisionWrapper;
import eu.europa.esig.dss.diagnostic.SignatureWrapper;
import eu.europa.esig.dss.diagnostic.TimestampWrapper;
import eu.europa.esig.dss.jaxb.object.Message;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.validation.reports.Reports;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What EU DSS says of each signature and each time-stamp of a file, in the words of ETSI EN 319 102-1. */
final class DssVerdicts {
    private DssVerdicts() {
    }

    static Map<String, Object> of(Reports reports) {
        SimpleReport simple = reports.getSimpleReport();
        Map<String, Object> verdicts = new LinkedHashMap<>();
        verdicts.put("container", simple.getContainerType() == null ? null : simple.getContainerType().toString());
        verdicts.put("signatures", reports.getDiagnosticData().getSignatures().stream()
                .map(signature -> signature(simple, signature)).toList());
        verdicts.put("timestamps", reports.getDiagnosticData().getTimestampList().stream()
                .map(timestamp -> timestamp(simple, timestamp)).toList());
        return verdicts;
    }

    private static Map<String, Object> signature(SimpleReport simple, SignatureWrapper signature) {
        Map<String, Object> verdict = token(simple, signature.getId());
        verdict.put("level", signature.getSignatureFormat());
        verdict.put("signer", simple.getSignedBy(signature.getId()));
        verdict.put("field", field(signature.getPDFRevision()));
        verdict.put("scopes", signature.getSignatureScopes().stream().map(scope -> scope.getScope()).toList());
        verdict.put("covers", signature.getSignatureScopes().stream().map(scope -> scope.getName()).toList());
        return verdict;
    }

    private static Map<String, Object> timestamp(SimpleReport simple, TimestampWrapper timestamp) {
        Map<String, Object> verdict = token(simple, timestamp.getId());
        verdict.put("type", timestamp.getType());
        verdict.put("signatures", timestamp.getTimestampedSignatures().size());
        verdict.put("productionTime", timestamp.getProductionTime().toInstant().toString());
        return verdict;
    }

    private static Map<String, Object> token(SimpleReport simple, String id) {
        Map<String, Object> verdict = new LinkedHashMap<>();
        verdict.put("indication", simple.getIndication(id));
        verdict.put("subIndication", simple.getSubIndication(id));
        verdict.put("errors", texts(simple.getAdESValidationErrors(id)));
        verdict.put("warnings", texts(simple.getAdESValidationWarnings(id)));
        return verdict;
    }

    private static String field(PDFRevisionWrapper revision) {
        return revision == null || revision.getSignatureFieldNames().isEmpty()
                ? null : revision.getFirstFieldName();
    }

    private static List<String> texts(List<Message> messages) {
        return messages.stream().map(message -> message.getKey() + ": " + message.getValue()).toList();
    }
}
