package de.kimhub.accountability;

import de.kimhub.accountability.Document.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** How a page's width is divided: no word is broken where it can be helped, and who has much to say gets more. */
final class ColumnWidths {

    private static final int MOST = 45;
    private static final int MARGIN = 3;

    private ColumnWidths() {
    }

    /** In centimetres, e.g. {@code 4.25cm}. */
    static List<String> of(Table table, int width) {
        List<Integer> weights = new ArrayList<>();
        for (int column = 0; column < table.heading().size(); column++) {
            int at = column;
            List<String> texts = Stream.concat(Stream.of(table.heading().get(at)),
                    table.rows().stream().flatMap(row -> row.get(at).stream())).toList();
            int longest = texts.stream().mapToInt(String::length).max().orElse(1);
            int word = texts.stream().flatMap(text -> Stream.of(text.split("[ -]"))).mapToInt(String::length).max().orElse(1);
            weights.add(Math.max(word * 2 + MARGIN, Math.min(MOST, longest)));
        }
        double sum = weights.stream().mapToInt(Integer::intValue).sum();
        return weights.stream().map(weight -> String.format(Locale.ROOT, "%.2fcm", width * weight / sum)).toList();
    }
}
