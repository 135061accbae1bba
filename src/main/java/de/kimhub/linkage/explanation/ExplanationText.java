package de.kimhub.linkage.explanation;

import de.kimhub.linkage.explanation.PairExplanation.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** An explanation for the terminal, in German. */
public final class ExplanationText {

    private static final int TITLE = 19;
    private static final int VALUE = 26;
    private static final int WORDS = 30;
    private static final String ROW = "%-" + TITLE + "s %-" + VALUE + "s %-" + VALUE + "s %-" + WORDS + "s %7s";

    private ExplanationText() {
    }

    /**
     * @param left  what the first column of values is called, e.g. the title of the source
     * @param right likewise
     */
    public static String of(PairExplanation explanation, String left, String right) {
        StringBuilder text = new StringBuilder(explanation.summary()).append("\n\n");
        row(text, "Angabe", left, right, "Vergleich", "Bit");
        for (Line line : explanation.lines()) {
            String weight = line.level() == null ? "" : Explainer.bits(line.bits());
            row(text, line.title(), value(line.left()), value(line.right()), line.words(), weight);
            line.remarks().forEach(remark -> text.append(" ".repeat(TITLE + 1)).append(remark).append('\n'));
        }
        list(text, "Dagegen spricht:", explanation.against());
        list(text, "Nicht sicher, weil:", explanation.caps());
        explanation.hidden().forEach(sentence -> text.append('\n').append(sentence));
        text.append("\nWas einander bedingt (Haushalt, Herkunft), zählt nur einmal: die Bit sind keine einfache Summe.");
        text.append("\n\nWahrscheinlichkeit ").append(percent(explanation.probability())).append(" (")
                .append(Explainer.bits(explanation.bits())).append(" Bit), Modell ").append(explanation.model())
                .append(". ").append(next(explanation.next())).append('\n');
        return text.toString();
    }

    /** Never rounded up to certainty, or down to none. */
    public static String percent(double probability) {
        double percent = Math.clamp(probability * 100, .1, 99.9);
        return String.format(Locale.GERMANY, probability > .999 ? "über %.1f %%" : "%.1f %%", percent);
    }

    private static String next(Double next) {
        return next == null ? "Kein anderer Kandidat."
                : next < 0 ? "Ein anderer Kandidat ist um " + Explainer.bits(-next).substring(1) + " Bit näher."
                : "Abstand zum nächsten Kandidaten: " + Explainer.bits(next).substring(1) + " Bit.";
    }

    private static String value(String value) {
        return value == null ? "–" : value;
    }

    private static void list(StringBuilder text, String title, List<String> items) {
        if (!items.isEmpty()) {
            text.append('\n').append(title).append('\n');
            items.forEach(item -> text.append("  - ").append(item).append('\n'));
        }
    }

    /** What is too long for a column goes on below. */
    private static void row(StringBuilder text, String title, String left, String right, String words, String bits) {
        List<String> lefts = folded(left, VALUE);
        List<String> rights = folded(right, VALUE);
        List<String> allWords = folded(words, WORDS);
        int rows = Math.max(allWords.size(), Math.max(lefts.size(), rights.size()));
        for (int i = 0; i < rows; i++) {
            text.append(ROW.formatted(i == 0 ? title : "", at(lefts, i), at(rights, i), at(allWords, i),
                    i == 0 ? bits : "").stripTrailing()).append('\n');
        }
    }

    private static String at(List<String> parts, int index) {
        return index < parts.size() ? parts.get(index) : "";
    }

    private static List<String> folded(String text, int width) {
        List<String> lines = new ArrayList<>();
        String rest = text;
        while (rest.length() > width) {
            int blank = rest.lastIndexOf(' ', width);
            int end = blank > 0 ? blank : width;
            lines.add(rest.substring(0, end));
            rest = rest.substring(end).strip();
        }
        lines.add(rest);
        return lines;
    }
}
