package de.kimhub.translation;

import de.kimhub.message.Place;
import de.kimhub.message.Problem;

/** An item that the tool cannot be given. */
final class NotRendered extends Exception {

    private final transient Problem problem;

    /** @param column {@code null} when it is not about one */
    NotRendered(TranslationProblem code, String column, String text) {
        super(code.code(), null, false, false);
        Place place = Place.record(0, 0).withField(column);
        this.problem = new Problem(code, place, column == null ? text : "Column '" + column + "': " + text);
    }

    Problem problem() {
        return problem;
    }
}
