package de.kimhub.steering.board;

import de.kimhub.steering.cube.Figure;
import java.util.List;

/** The numbers behind a chart. */
record Grid(String corner, List<String> columns, List<Line> lines) {

    /** @param note may be {@code null} */
    record Line(String label, String note, List<Cell> cells, boolean total) {
    }

    /** @param text as it stands there */
    record Cell(String text, String spoken) {

        static Cell of(Figure figure) {
            return new Cell(figure.text(), figure.spoken());
        }

        static Cell change(Figure figure) {
            return new Cell(figure.changeText(), figure.shown() ? figure.changeText() : figure.spoken());
        }

        /** Whether it is heard otherwise than it is seen. */
        public boolean sign() {
            return !text.equals(spoken);
        }
    }
}
