package de.kimhub.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.verapdf.core.VeraPDFException;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion.Status;

/** What veraPDF finds wrong with a PDF. */
public final class PdfConformance {

    static {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private PdfConformance() {
    }

    /** As an archive would check it: PDF/A-3u (ISO 19005-3). */
    public static List<String> archiveViolations(byte[] pdf) {
        return violations(pdf, PDFAFlavour.PDFA_3_U);
    }

    /** What a machine can tell of PDF/UA-1 (ISO 14289-1). */
    public static List<String> accessibilityViolations(byte[] pdf) {
        return violations(pdf, PDFAFlavour.PDFUA_1);
    }

    private static List<String> violations(byte[] pdf, PDFAFlavour flavour) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
             PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            return validator.validate(parser).getTestAssertions().stream().filter(one -> one.getStatus() == Status.FAILED)
                    .map(one -> one.getRuleId().getClause() + " " + one.getMessage() + " " + one.getLocation().getContext()).distinct().toList();
        } catch (VeraPDFException | IOException unreadable) {
            throw new IllegalStateException("veraPDF cannot read it", unreadable);
        }
    }
}
