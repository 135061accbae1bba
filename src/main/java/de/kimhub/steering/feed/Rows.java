package de.kimhub.steering.feed;

import de.kimhub.steering.cube.Category;
import de.kimhub.steering.cube.Dimension;
import de.kimhub.steering.cube.Figure;
import de.kimhub.steering.cube.PublishedTable;
import java.util.ArrayList;
import java.util.List;

/** A table row by row: all combinations of its categories, the last dimension fastest. */
final class Rows {

    static final String OF_ALL = "insgesamt";

    private Rows() {
    }

    /** One cell. */
    record Row(List<Category> categories, Figure figure) {
    }

    /** What a withheld table has are its dimensions only. */
    static List<Row> of(PublishedTable table) {
        List<Row> rows = new ArrayList<>();
        if (!table.withheld() && !table.dimensions().isEmpty()) {
            add(table, new ArrayList<>(), rows);
        }
        return rows;
    }

    private static void add(PublishedTable table, List<Category> chosen, List<Row> rows) {
        if (chosen.size() == table.dimensions().size()) {
            rows.add(new Row(List.copyOf(chosen), table.at(chosen.stream().map(Category::code).toList())));
            return;
        }
        Dimension dimension = table.dimensions().get(chosen.size());
        for (Category category : dimension.categories()) {
            chosen.add(category);
            add(table, chosen, rows);
            chosen.removeLast();
        }
    }

    /** One sign for whatever is hidden, and never why. */
    static String sign(Figure figure) {
        return switch (figure) {
            case Figure.Shown shown -> "";
            case Figure.Hidden hidden -> "*";
            case Figure.Unknown unknown -> ".";
        };
    }
}
