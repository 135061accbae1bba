package de.kimhub.linkage.evaluation;

import de.kimhub.linkage.blocking.BlockingKeys;
import java.util.List;
import java.util.Locale;

/** An evaluation in German, for a terminal. */
public final class EvaluationText {

    private static final String LINE = "  %-30s %9s %9s %10s   %-22s  %-22s  %s%n";

    private final Evaluation evaluation;
    private final boolean showValues;
    private final boolean levels;
    private final StringBuilder text = new StringBuilder();

    private EvaluationText(Evaluation evaluation, boolean showValues, boolean levels) {
        this.evaluation = evaluation;
        this.showValues = showValues;
        this.levels = levels;
    }

    /**
     * @param showValues whether people's names, dates and numbers are shown with the errors
     * @param levels     whether the levels' shares are shown
     */
    public static String of(Evaluation evaluation, boolean showValues, boolean levels) {
        return new EvaluationText(evaluation, showValues, levels).write();
    }

    private String write() {
        table();
        blocking();
        quality();
        persons();
        thresholds();
        if (levels) {
            levels();
        }
        errors("Zu Unrecht für eine Person gehalten (höchste Bewertung zuerst)", evaluation.falseAlarms());
        errors("Übersehen, obwohl eine Person (niedrigste Bewertung zuerst)", evaluation.missed());
        if (!showValues && !(evaluation.falseAlarms().isEmpty() && evaluation.missed().isEmpty())) {
            add("%nWas in den Zeilen steht, zeigt --show-values; das sind personenbezogene Daten.%n");
        }
        return text.toString();
    }

    private void add(String format, Object... values) {
        text.append(format.formatted(values));
    }

    private void table() {
        add("Zeilen %s, Personen %s, wahre Paare %s; Modell %s%n", count(evaluation.rows()), count(evaluation.people()),
                count(evaluation.truePairs()), evaluation.model());
        if (evaluation.unknown() > 0) {
            add("Zeilen ohne Angabe, wessen sie sind: %s; sie gelten als je eine eigene Person.%n",
                    count(evaluation.unknown()));
        }
    }

    private void blocking() {
        Blocking blocking = evaluation.blocking();
        add("%nWer mit wem verglichen wird%n");
        add("  wahre Paare mit gemeinsamem Schlüssel %s von %s (%s)%n", count(blocking.completeness().hits()),
                count(blocking.completeness().of()), percent(blocking.completeness().value()));
        add("  verglichene Paare %s, je Zeile mit %s anderen; Schlüssel je Zeile %s%n", count(blocking.pairs()),
                decimal(evaluation.pairsPerRow()), decimal((double) blocking.keys() / Math.max(1, evaluation.rows())));
        if (!blocking.crowded().isEmpty()) {
            add("  Schlüssel mit zu vielen Zeilen (mehr als %d, bei zwei Teilen eines Namens %d, bei wenig sagenden %d), deshalb verfeinert: %s;"
                            + " davon nicht weiter verfeinerbar: %s%n", BlockingKeys.MOST_FILES, BlockingKeys.MOST_NAMESAKES,
                    BlockingKeys.MOST_OF_A_WEAK_KEY, blocking.crowded(), count(blocking.lost()));
        }
    }

    private void quality() {
        add("%nPaare (Intervalle: 95 %%, Wilson)%n");
        header();
        row("p >= 0,5", evaluation.atHalf());
        row("SURE (wird verbunden)", evaluation.sure());
        row("SURE + REVIEW", evaluation.sureAndReview());
        row("bestes F1, bei p >= " + probability(evaluation.best().posterior()), evaluation.best().quality());
        row("Personen, wie sie entstehen", evaluation.persons().quality());
        add("  zum Nachsehen (REVIEW): %s Paare, %s je 100 Zeilen%n", count(evaluation.persons().open()),
                decimal(evaluation.reviewPairsPerHundredRows()));
        add("  Fragen, wenn jede Antwort für beide Personen gilt: %s, %s je 100 Zeilen%n",
                count(evaluation.persons().questions()), decimal(evaluation.questionsPerHundredRows()));
    }

    private void header() {
        add(LINE, "", "richtig", "falsch", "übersehen", "Präzision", "Ausbeute", "F1");
    }

    private void row(String name, Quality quality) {
        add(LINE, name, count(quality.truePositives()), count(quality.falsePositives()), count(quality.falseNegatives()),
                interval(quality.precision()), interval(quality.recall()), share(quality.f1()));
    }

    private void persons() {
        Persons persons = evaluation.persons();
        add("%nPersonen%n  es entstehen %s, in Wahrheit sind es %s%n", count(persons.count()),
                count(evaluation.people()));
        if (persons.oversized() > 0) {
            add("  zu große Nachbarschaften, hier nicht zu Personen gemacht: %d%n", persons.oversized());
        }
    }

    private void thresholds() {
        add("%nWas wäre, wenn ab p verbunden würde%n");
        header();
        evaluation.thresholds().forEach(one -> row("p >= " + probability(one.posterior()), one.quality()));
    }

    private void levels() {
        String line = "  %-46s %11s %11s %13s %13s %13s%n";
        add("%nStufen des Vergleichs (Anteile, wo beide Zeilen die Angabe haben)%n");
        add(line, "", "Bit: Modell", "beobachtet", "eine Person", "zwei, zufällig", "zwei, verglichen");
        evaluation.levels().forEach(one -> add(line, ErrorText.level(one.level()), signed(one.model()),
                signed(one.observed()), fine(one.same()), fine(one.different()), fine(one.compared())));
    }

    private static String signed(double bits) {
        return String.format(Locale.GERMANY, "%+.1f", bits);
    }

    private static String fine(Proportion share) {
        return share.of() == 0 ? "-" : String.format(Locale.GERMANY, "%.5f", share.value());
    }

    private void errors(String title, List<Evidenced> errors) {
        if (!errors.isEmpty()) {
            add("%n%s%n", title);
            errors.forEach(error -> text.append(ErrorText.of(error, showValues)));
        }
    }

    private static String interval(Proportion proportion) {
        return String.format(Locale.GERMANY, "%.4f (%.3f-%.3f)", proportion.value(), proportion.low(), proportion.high());
    }

    private static String count(long number) {
        return String.format(Locale.GERMANY, "%,d", number);
    }

    private static String share(double number) {
        return String.format(Locale.GERMANY, "%.4f", number);
    }

    private static String decimal(double number) {
        return String.format(Locale.GERMANY, "%,.1f", number);
    }

    private static String percent(double number) {
        return String.format(Locale.GERMANY, "%.2f %%", 100 * number);
    }

    static String probability(double number) {
        return String.format(Locale.GERMANY, number > .99 ? "%.5f" : "%.3f", number);
    }
}
