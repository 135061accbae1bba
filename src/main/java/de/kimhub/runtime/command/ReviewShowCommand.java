package de.kimhub.runtime.command;

import de.kimhub.linkage.review.DecisionReason;
import de.kimhub.linkage.review.ReviewCase;
import de.kimhub.linkage.review.Reviews;
import de.kimhub.processing.DecisionPreview;
import java.util.List;
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

    private static final List<String> BUSY = List.of("Das lässt sich gerade nicht sagen: Der Hub verarbeitet Daten zu "
            + "denselben Akten. In einer Minute noch einmal mit hub review show ansehen.");

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
        if (pair.differing()) {
            desk.out().println("\nDie Prüfenden sind sich nicht einig. Alle dürfen noch einmal entscheiden. Wer nicht sicher ist, "
                    + "lässt die Akten getrennt und fragt eine Stelle: hub review apart.");
        }
        effects(desk, pair.id());
        reasons(desk, true, "same");
        reasons(desk, false, "different");
        return ExitCodes.WELL;
    }

    private static void effects(Desk desk, long pair) {
        DecisionPreview preview = desk.hub().bean(DecisionPreview.class);
        desk.out().println("\nWas daraus folgt, sobald es gilt:");
        for (boolean same : new boolean[] {true, false}) {
            desk.out().println("  " + (same ? "same" : "different"));
            preview.ofReview(pair, same).map(effects -> EffectsText.of(effects, desk::title)).orElse(BUSY)
                    .forEach(line -> desk.out().println("    " + line));
        }
    }

    private static void reasons(Desk desk, boolean same, String word) {
        desk.out().println("\nGründe für " + word + (same ? " (dieselbe Person):" : " (verschiedene Personen):"));
        DecisionReason.reasonsFor(same)
                .forEach(reason -> desk.out().printf("  %-24s %s%n", reason.code(), reason.text()));
    }
}
