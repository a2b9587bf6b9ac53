import java.io.File;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/**
 * veraPDF, the industry's judge of ISO 19005. Options: `flavour` (1b, 2b, 3u, ...; without it the one that the file
 * claims), `password` (of an encrypted file).
 */
final class VeraPdfJudge implements Judge {
    /** Enough to see what is wrong, however large the file. */
    private static final int SHOWN_FAILURES = 20;

    public static void main(String[] arguments) throws IOException {
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        Judge.serve(new VeraPdfJudge());
    }

    @Override
    public Map<String, Object> judge(String file, Map<String, String> options) throws Exception {
        PDFAFlavour wanted = options.containsKey("flavour")
                ? PDFAFlavour.byFlavourId(options.get("flavour")) : PDFAFlavour.NO_FLAVOUR;
        try (PDFAParser parser = Foundries.defaultInstance()
                .createParser(new File(file), wanted, PDFAFlavour.NO_FLAVOUR, options.get("password"))) {
            Map<String, Object> verdict = new LinkedHashMap<>();
            if (parser.getFlavours().isEmpty()) {
                verdict.put("flavour", null);
                verdict.put("compliant", false);
                verdict.put("failures", List.of("The file claims no part of ISO 19005."));
                return verdict;
            }
            PDFAFlavour flavour = parser.getFlavour();
            verdict.put("flavour", flavour.getId());
            try (PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
                ValidationResult result = validator.validate(parser);
                verdict.put("compliant", result.isCompliant());
                verdict.put("failures", result.getTestAssertions().stream()
                        .filter(assertion -> assertion.getStatus() == TestAssertion.Status.FAILED)
                        .map(VeraPdfJudge::sentence).distinct().limit(SHOWN_FAILURES).toList());
            }
            return verdict;
        }
    }

    private static String sentence(TestAssertion failed) {
        return "clause " + failed.getRuleId().getClause() + " test " + failed.getRuleId().getTestNumber() + ": "
                + failed.getMessage() + " At " + failed.getLocation().getContext();
    }
}
