package de.kimhub.runtime.command;

import de.kimhub.pseudonym.Pseudonym;
import de.kimhub.pseudonym.ReidentificationPurpose;
import de.kimhub.pseudonym.Reidentifications;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

/** Asks for a re-identification. */
@Command(name = "request", mixinStandardHelpOptions = true, description = {
        "Beantragt, zu einem Pseudonym bestimmte Angaben zur Person zu sehen. Der Antrag gilt sieben Tage.",
        "Ergebnis: 0 beantragt, 1 falsch abgeschrieben, 3 nicht möglich."})
final class ReidentifyRequestCommand extends PseudonymTask {

    @Parameters(index = "1", paramLabel = "PSEUDONYM", description = "Groß oder klein, mit oder ohne Striche.")
    private String text;

    @Option(names = "--as", paramLabel = "NAME", required = true, description = "Wer beantragt.")
    private String officer;

    @Option(names = "--purpose", paramLabel = "ZWECK", required = true, converter = Purposes.class,
            completionCandidates = Purposes.class, description = "Einer von: ${COMPLETION-CANDIDATES}.")
    private ReidentificationPurpose purpose;

    @Option(names = "--legal-basis", paramLabel = "TEXT", required = true, description = "Rechtsgrundlage, ohne Namen.")
    private String legalBasis;

    @Option(names = "--fields", paramLabel = "FELD", required = true, split = ",", description = "Pfade aus docs/reference.md, "
            + "z. B. person.names.official.family,person.names.official.given.")
    private List<String> fields;

    static final class Purposes implements Iterable<String>, ITypeConverter<ReidentificationPurpose> {

        @Override
        public Iterator<String> iterator() {
            return Arrays.stream(ReidentificationPurpose.values()).map(ReidentificationPurpose::code).iterator();
        }

        @Override
        public ReidentificationPurpose convert(String code) {
            return ReidentificationPurpose.find(code).orElseThrow(() -> new TypeConversionException("unknown purpose"));
        }
    }

    @Override
    int at(Bench bench) {
        return switch (Pseudonym.read(text)) {
            case Pseudonym.Reading.Read read -> {
                long id = bench.hub().bean(Reidentifications.class).request(read.pseudonym(), officer, purpose, legalBasis,
                        fields);
                bench.out().println("Antrag " + id + " ist gestellt. Genehmigen muss jemand mit einer anderen Rolle: "
                        + "hub reidentify approve.");
                yield ExitCodes.WELL;
            }
            case Pseudonym.Reading.OneWrong wrong -> {
                bench.out().println("Falsch abgeschrieben, vermutlich das " + wrong.position() + ". Zeichen (ohne Striche "
                        + "gezählt). Mit der Vorlage vergleichen.");
                yield ExitCodes.FINDINGS;
            }
            case Pseudonym.Reading.Unreadable unreadable -> {
                bench.out().println("Das ist kein Pseudonym, oder mehrere Zeichen sind falsch. Mit der Vorlage vergleichen.");
                yield ExitCodes.FINDINGS;
            }
        };
    }
}
