package de.kimhub.linkage.explanation;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why two files are, or are not, taken for one person's; for the terminal, a page, and to be kept. It holds personal
 * values: only reviewers see it.
 *
 * @param model       version of the parameters it was computed with
 * @param bits        log2 of the odds that both are one person
 * @param probability the same, 0 to 1
 * @param verdict     in one German word or two
 * @param summary     one German sentence
 * @param lines       per trait that at least one of them has
 * @param against     what speaks against one person, the weightiest first; German
 * @param caps        why it is not taken for sure, whatever its score; German sentences
 * @param next        by how many bits the likeliest other candidate is behind (below 0: ahead); {@code null} when there is none
 * @param hidden      what is not shown and why; German sentences
 */
public record PairExplanation(String model, double bits, double probability, String verdict, String summary,
                              List<Line> lines, List<String> against, List<String> caps, Double next,
                              List<String> hidden) {

    /**
     * One trait.
     *
     * @param trait   stable name, such as {@code GIVEN}
     * @param title   German
     * @param left    value, {@code null} when it has none or it is not shown
     * @param level   stable name, such as {@code GIVEN_SPELLING}; {@code null} when one side has no value
     * @param words   the level in German
     * @param remarks how frequent the value is, how it was transliterated, what was compared with what; German
     */
    public record Line(String trait, String title, String left, String right, String level, String words, double bits,
                       List<String> remarks) {

        /** Names no value. */
        @Override
        public String toString() {
            return "Line[" + trait + ", " + level + "]";
        }

        private Line worded(UnaryOperator<String> text) {
            return new Line(trait, title, worded(left, text), worded(right, text), level, words, bits, remarks);
        }

        private static String worded(String codes, UnaryOperator<String> text) {
            return codes == null ? null : Stream.of(codes.split(", ")).map(text).collect(Collectors.joining(", "));
        }

        Line withoutValues() {
            return new Line(trait, title, null, null, level, words, bits, List.of());
        }
    }

    /** With the codes of nationalities in words. */
    public PairExplanation withNationalities(UnaryOperator<String> text) {
        return new PairExplanation(model, bits, probability, verdict, summary, lines.stream()
                .map(line -> line.trait().equals("NATIONALITY") ? line.worded(text) : line).toList(), against, caps, next,
                hidden);
    }

    /** The levels and weights alone. */
    public PairExplanation withoutValues() {
        return new PairExplanation(model, bits, probability, verdict, summary,
                lines.stream().map(Line::withoutValues).toList(), against, caps, next, List.of());
    }

    /** Names no value. */
    @Override
    public String toString() {
        return "PairExplanation[model " + model + ", " + lines + "]";
    }
}
