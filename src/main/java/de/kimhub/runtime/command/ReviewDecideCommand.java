package de.kimhub.runtime.command;

import de.kimhub.linkage.review.DecisionOutcome;
import de.kimhub.linkage.review.DecisionReason;
import de.kimhub.linkage.review.Reviews;
import java.util.Iterator;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Says what a pair is. */
@Command(name = "decide", mixinStandardHelpOptions = true, description = {
        "Entscheidet ein Paar, das vorher angesehen wurde. Manche Paare brauchen eine zweite Meinung; das sagt die Antwort.",
        "Ergebnis: 0 entschieden, 1 eine weitere Meinung ist nötig, 3 nicht möglich."})
final class ReviewDecideCommand extends ReviewTask {

    @Parameters(index = "1", paramLabel = "NUMMER", description = "Nummer des Paares.")
    private long number;

    @Parameters(index = "2", paramLabel = "same|different", description = "Dieselbe Person, oder verschiedene.")
    private Answer answer;

    @Option(names = "--reason", paramLabel = "GRUND", required = true, completionCandidates = Reasons.class,
            converter = Reasons.class, description = "Einer von: ${COMPLETION-CANDIDATES}.")
    private DecisionReason reason;

    @Option(names = "--note-none", description = "Bei verschieden-laut-stelle: Die Stelle führt keinen Vermerk der "
            + "Personenverschiedenheit (§ 5 Abs. 3 AZRG-DV). Ohne diese Angabe gilt er als vorhanden.")
    private boolean noNote;

    enum Answer {
        same, different
    }

    static final class Reasons implements Iterable<String>, picocli.CommandLine.ITypeConverter<DecisionReason> {

        @Override
        public Iterator<String> iterator() {
            return DecisionReason.chosen().map(DecisionReason::code).iterator();
        }

        @Override
        public DecisionReason convert(String code) {
            return DecisionReason.find(code).filter(reason -> reason != DecisionReason.UNEINIG).orElseThrow(() ->
                    new picocli.CommandLine.TypeConversionException("unknown reason"));
        }
    }

    @Override
    int at(Desk desk) {
        boolean note = reason == DecisionReason.VERSCHIEDEN_LAUT_STELLE && !noNote;
        DecisionOutcome outcome = desk.hub().bean(Reviews.class)
                .decide(number, desk.reviewer(), answer == Answer.same, reason, note);
        if (!outcome.decided()) {
            desk.out().println("Gespeichert. Zu diesem Paar ist eine weitere Meinung nötig; es wartet auf jemand anderen.");
            return ExitCodes.FINDINGS;
        }
        desk.out().println("Entschieden: " + (outcome.same() ? "dieselbe Person." : "verschiedene Personen.") + " "
                + switch (outcome.moved()) {
                    case 0 -> "Keine Akte gehört dadurch zu einer anderen Person.";
                    case 1 -> "Eine Akte gehört jetzt zu einer anderen Person.";
                    default -> outcome.moved() + " Akten gehören jetzt zu einer anderen Person.";
                });
        desk.printEvent(outcome.event(), outcome.moved());
        return ExitCodes.WELL;
    }
}
