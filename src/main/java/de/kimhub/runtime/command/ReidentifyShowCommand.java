package de.kimhub.runtime.command;

import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.explanation.KnownFile;
import de.kimhub.linkage.explanation.KnownFiles;
import de.kimhub.message.CanonicalSchema;
import de.kimhub.pseudonym.Reidentifications;
import de.kimhub.pseudonym.Reidentifications.Revealed;
import de.kimhub.sharing.FieldBlocks;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what was approved, once. */
@Command(name = "show", mixinStandardHelpOptions = true, description = {
        "Zeigt die genehmigten Angaben, einmal, und nur wer sie beantragt hat. Steht bei der Person eine Auskunftssperre, fehlen "
                + "Anschrift und Erreichbarkeit.",
        "Ergebnis: 0 gezeigt, 3 nicht möglich."})
final class ReidentifyShowCommand extends PseudonymTask {

    @Parameters(index = "1", paramLabel = "NUMMER", description = "Nummer des Antrags.")
    private long number;

    @Option(names = "--as", paramLabel = "NAME", required = true, description = "Wer beantragt hat.")
    private String officer;

    @Override
    int at(Bench bench) {
        Revealed revealed = bench.hub().bean(Reidentifications.class).show(number, officer);
        Collection<KnownFile> files = bench.hub().bean(KnownFiles.class).of(bench.hub().bean(SourceCases.class)
                .ofPerson(revealed.person()).stream().map(SourceCase::id).toList()).values();
        boolean blocked = files.stream().anyMatch(KnownFile::blocked);
        for (String field : revealed.fields()) {
            Set<String> values = new LinkedHashSet<>();
            if (!blocked || !isContact(field)) {
                files.stream().flatMap(file -> file.personas().stream()).forEach(persona -> values.addAll(persona.all(field)));
            }
            bench.out().println(field + ": " + (values.isEmpty() ? blocked && isContact(field) ? "gesperrt (Auskunftssperre)"
                    : "nicht bekannt" : String.join(" | ", values)));
        }
        return ExitCodes.WELL;
    }

    private static boolean isContact(String field) {
        return CanonicalSchema.find(field).filter(FieldBlocks::isContact).isPresent();
    }
}
