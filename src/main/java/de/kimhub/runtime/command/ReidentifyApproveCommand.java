package de.kimhub.runtime.command;

import de.kimhub.pseudonym.Reidentifications;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Approves a re-identification, or refuses it. */
@Command(name = "approve", mixinStandardHelpOptions = true, description = {
        "Genehmigt einen Antrag, oder lehnt ihn ab. Nie wer ihn gestellt hat, und nur mit einer anderen Rolle.",
        "Ergebnis: 0 entschieden, 3 nicht möglich."})
final class ReidentifyApproveCommand extends PseudonymTask {

    @Parameters(index = "1", paramLabel = "NUMMER", description = "Nummer des Antrags.")
    private long number;

    @Option(names = "--as", paramLabel = "NAME", required = true, description = "Wer genehmigt.")
    private String officer;

    @Option(names = "--refuse", description = "Lehnt ab.")
    private boolean refuse;

    @Override
    int at(Bench bench) {
        long minutes = bench.hub().bean(Reidentifications.class).decide(number, officer, !refuse).toMinutes();
        bench.out().println(refuse ? "Abgelehnt." : "Genehmigt: Wer beantragt hat, kann es " + minutes + " Minuten lang einmal "
                + "ansehen (hub reidentify show).");
        return ExitCodes.WELL;
    }
}
