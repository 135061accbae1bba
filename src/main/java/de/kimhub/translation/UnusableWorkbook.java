package de.kimhub.translation;

import de.kimhub.message.Place;
import de.kimhub.message.Problem;

/** A file is no workbook that can be read. The message never holds anything of it. */
final class UnusableWorkbook extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    UnusableWorkbook(TranslationProblem code, Place place, String text) {
        super(text);
        this.problem = new Problem(code, place, text);
    }

    UnusableWorkbook(TranslationProblem code, String text) {
        this(code, Place.record(0, 0), text);
    }

    static UnusableWorkbook broken() {
        return new UnusableWorkbook(TranslationProblem.NOT_A_WORKBOOK,
                "The file is damaged, or no workbook (.xlsx). Open it in a spreadsheet program and save it again.");
    }

    Problem problem() {
        return problem;
    }
}
