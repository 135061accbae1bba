package de.kimhub.translation;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What stands on a notice sheet, and how wide its columns are. */
record NoticeTable(LocalDate day, List<String> headers, List<String[]> rows) {

    static final double FONT_POINTS = 7.5;
    static final double PADDING_MM = 1.2;
    static final double WIDTH_MM = 277;
    private static final double POINT_MM = 25.4 / 72;
    private static final double AIR_MM = 2 * PADDING_MM + 1;

    /** Without the columns in which nothing stands, so that the others have room. */
    static NoticeTable of(LocalDate day, List<String> headers, List<String[]> rows) {
        int[] filled = IntStream.range(0, headers.size())
                .filter(column -> rows.stream().anyMatch(row -> !row[column].isEmpty())).toArray();
        return new NoticeTable(day, Arrays.stream(filled).mapToObj(headers::get).toList(), rows.stream()
                .map(row -> Arrays.stream(filled).mapToObj(column -> row[column]).toArray(String[]::new)).toList());
    }

    /** In millimetres: each column gets room for its longest word, and the rest goes to those with long texts. */
    double[] widths() {
        double[] words = each(text -> text(text, NoticeTable::longestWord), text -> longestWord(text, true));
        double[] texts = each(text -> text(text, NoticeTable::whole), text -> 0);
        double[] widths = capped(words);
        double rest = WIDTH_MM - Arrays.stream(widths).sum();
        double[] more = new double[widths.length];
        for (int i = 0; i < more.length; i++) {
            more[i] = Math.max(0, texts[i] - widths[i]);
        }
        double wanted = Arrays.stream(more).sum();
        for (int i = 0; i < widths.length; i++) {
            widths[i] += wanted == 0 ? rest / widths.length : rest * more[i] / wanted;
        }
        return widths;
    }

    private double[] each(ToDoubleFunction<Integer> ofCells, ToDoubleFunction<String> ofHeader) {
        double[] all = new double[headers.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = Math.max(ofHeader.applyAsDouble(headers.get(i)), ofCells.applyAsDouble(i)) * FONT_POINTS * POINT_MM
                    + AIR_MM;
        }
        return all;
    }

    private double text(int column, ToDoubleFunction<String> measure) {
        return rows.stream().map(row -> row[column]).distinct().mapToDouble(measure).max().orElse(0);
    }

    /** When they are too wide together, the widest are narrowed to one width; their words will be broken. */
    private static double[] capped(double[] widths) {
        double low = 0;
        double high = WIDTH_MM;
        for (int i = 0; i < 40; i++) {
            double cap = (low + high) / 2;
            boolean fits = Arrays.stream(widths).map(width -> Math.min(width, cap)).sum() <= WIDTH_MM;
            low = fits ? cap : low;
            high = fits ? high : cap;
        }
        double cap = low;
        return Arrays.stream(widths).map(width -> Math.min(width, cap)).toArray();
    }

    private static double longestWord(String text) {
        return longestWord(text, false);
    }

    private static double longestWord(String text, boolean bold) {
        return Stream.of(text.split("(?<=-)| ")).mapToDouble(word -> NoticeFonts.width(word, bold)).max().orElse(0);
    }

    private static double whole(String text) {
        return NoticeFonts.width(text, false);
    }

    /** How much it is, never what. */
    @Override
    public String toString() {
        return rows.size() + " notices";
    }
}
