package de.kimhub.runtime.command;

import de.kimhub.linkage.review.DecisionReason;
import de.kimhub.linkage.review.ReviewCase;
import de.kimhub.linkage.review.Reviews;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Takes a pair and shows it. */
@Command(name = "show", mixinStandardHelpOptions = true, description = {
        "Zeigt ein Paar und reserviert es für 30 Minuten; ohne Nummer das nächste, das zu prüfen ist.",
        "Zu sehen ist nur, was Menschen unterscheidet: Namen, Geburt, Geschlecht, Staatsangehörigkeit, Anschrift.",
        "Was andere zu dem Paar meinen, steht nicht dabei.",
        "Ergebnis: 0 gezeigt, 1 nichts wartet, 3 nicht möglich."})
final class ReviewShowCommand extends ReviewTask {

    @Parameters(index = "1", arity = "0..1", paramLabel = "NUMMER", description = "Nummer des Paares.")
    private Long number;

    @Override
    int at(Desk desk) {
        Reviews reviews = desk.hub().bean(Reviews.class);
        Optional<ReviewCase> taken = number == null ? reviews.takeNext(desk.reviewer())
                : Optional.of(reviews.take(number, desk.reviewer()));
        if (taken.isEmpty()) {
            desk.out().println("Nichts wartet auf Ihre Entscheidung.");
            return ExitCodes.FINDINGS;
        }
        ReviewCase pair = taken.get();
        desk.out().println("Paar " + pair.id() + "\n");
        desk.out().print(ExplanationPrint.of(pair.explanation(), desk.installation(), pair.left(), pair.right()));
        if (pair.bothConsented()) {
            desk.out().println("\nZwei Personen, die beide eingewilligt haben, würden eine: Dafür sind zwei Prüfende nötig.");
        }
        reasons(desk, true, "same");
        reasons(desk, false, "different");
        return ExitCodes.WELL;
    }

    private static void reasons(Desk desk, boolean same, String word) {
        desk.out().println("\nGründe für " + word + (same ? " (dieselbe Person):" : " (verschiedene Personen):"));
        DecisionReason.reasonsFor(same)
                .forEach(reason -> desk.out().printf("  %-24s %s%n", reason.code(), reason.text()));
    }
}
