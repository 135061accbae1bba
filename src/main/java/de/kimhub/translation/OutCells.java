package de.kimhub.translation;

import de.kimhub.message.MessageKind;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Fills the columns of items in the tool's own form. Not thread-safe. */
final class OutCells {

    private final DeliverFormat format;
    private final UnaryOperator<String> writable;

    OutCells(DeliverFormat format) {
        this.format = format;
        this.writable = format.writable();
    }

    /** None, one, or, for a column that repeats, several texts that are not empty. */
    List<String> of(OutColumn column, OutgoingItem item, LocalDate asOf) throws NotRendered {
        if (!column.kinds().contains(item.kind())) {
            return List.of();
        }
        List<String> values = new ArrayList<>();
        for (Function<OutgoingItem, List<String>> source : column.sources()) {
            for (String value : source.apply(item)) {
                String theirs = value == null || value.isEmpty() ? "" : theirs(column, value, asOf);
                if (!theirs.isEmpty()) {
                    values.add(theirs);
                }
            }
        }
        if (values.isEmpty() && !column.otherwise().isEmpty()) {
            values.add(column.otherwise());
        }
        boolean takesBack = item.kind() == MessageKind.RETRACTION || item.kind() == MessageKind.STOP;
        if (values.isEmpty() && column.required() && !(column.lenient() && takesBack)) {
            throw new NotRendered(TranslationProblem.NOT_RENDERED_REQUIRED, column.name(),
                    "The column is required, but the event has no value for it.");
        }
        List<String> cells = new ArrayList<>();
        for (String text : column.repeats() || values.isEmpty() ? values : List.of(String.join(column.join(), values))) {
            cells.add(written(column, text));
        }
        return cells;
    }

    private String written(OutColumn column, String text) throws NotRendered {
        String plain = PlainCell.of(text, column.guarded() && format.opensInSpreadsheet());
        String fitting = writable.apply(plain);
        if (fitting == null) {
            throw new NotRendered(TranslationProblem.NOT_RENDERED_CHARACTER, column.name(),
                    "The format (" + format.charset().name() + ") has no form of a character.");
        }
        return cut(column, fitting);
    }

    private static String theirs(OutColumn column, String value, LocalDate asOf) throws NotRendered {
        String theirs = column.form().of(value, asOf);
        if (theirs == null && !column.optional()) {
            throw new NotRendered(TranslationProblem.NOT_RENDERED_CODE, column.name(),
                    "The column's code list has no row for a canonical code. Add one, or make the column optional.");
        }
        return theirs == null ? "" : theirs;
    }

    private static String cut(OutColumn column, String text) throws NotRendered {
        if (text.length() <= column.maxLength()) {
            return text;
        }
        if (!column.cuttable()) {
            throw new NotRendered(TranslationProblem.NOT_RENDERED_LENGTH, column.name(),
                    "The value is longer than " + column.maxLength() + " and is none that may be cut.");
        }
        int end = column.maxLength();
        while (end > 0 && (Din91379.isCombining(text.charAt(end)) || Character.isLowSurrogate(text.charAt(end)))) {
            end--;
        }
        return text.substring(0, end).stripTrailing();
    }
}
