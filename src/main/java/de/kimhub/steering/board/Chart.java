package de.kimhub.steering.board;

import de.kimhub.steering.cube.Figure;
import java.util.List;
import java.util.Locale;

/** What a figure is drawn as. Lengths and places are parts of the width, such as {@code 42.5%}. */
sealed interface Chart {

    /**
     * For templates.
     *
     * @return name of its fragment
     */
    String kind();

    static String percent(double part, double of) {
        return String.format(Locale.ROOT, "%.1f%%", of <= 0 ? 0 : Math.clamp(100 * part / of, 0, 100));
    }

    /** @param before whether a tick says what was before */
    record Bars(List<Bar> bars, boolean before) implements Chart {

        @Override
        public String kind() {
            return "balken";
        }
    }

    /**
     * @param tick where the period before stands; {@code null}: not told
     * @param note beside the value; may be {@code null}
     */
    record Bar(String label, Figure figure, String text, String width, String tick, String note) {
    }

    /** What a whole consists of, each whole as long as the others. @param parts their names, in the order in which they stand */
    record Stack(List<String> parts, List<Whole> wholes) implements Chart {

        @Override
        public String kind() {
            return "anteile";
        }
    }

    /** @param shares empty: not shown */
    record Whole(String label, Figure figure, List<Share> shares) {
    }

    /** @param shade number of the part */
    record Share(String from, String width, int shade) {
    }

    /** @param target {@code null}: none */
    record Ranges(List<Range> ranges, List<String> lines, String target, String scale) implements Chart {

        @Override
        public String kind() {
            return "spannen";
        }
    }

    /** The middle half of all, and the median; without places when they are not shown. */
    record Range(String label, Figure median, String text, String from, String width, String middle) {

        public boolean drawn() {
            return from != null;
        }
    }

    record Heat(String corner, List<String> columns, List<HeatRow> rows) implements Chart {

        @Override
        public String kind() {
            return "felder";
        }
    }

    record HeatRow(String label, String note, List<HeatCell> cells) {
    }

    /** @param shade 0 to 4 */
    record HeatCell(Figure figure, int shade) {
    }

    /** Nothing to draw. */
    record None() implements Chart {

        @Override
        public String kind() {
            return "nichts";
        }
    }
}
