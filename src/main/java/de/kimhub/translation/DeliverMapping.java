package de.kimhub.translation;

import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.EventType;
import de.kimhub.message.Field;
import de.kimhub.message.MessageKind;
import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/** A compiled {@code deliver.yaml}. Immutable. */
final class DeliverMapping {

    private static final Field OCCURRED_ON = CanonicalSchema.field("event.occurredOn");

    private final Set<EventType> events;
    private final List<OutColumn> columns;
    private final DeliverFormat format;
    private final DeliverWriter writer;

    DeliverMapping(Set<EventType> events, List<OutColumn> columns, DeliverFormat format) {
        this.events = events;
        this.columns = columns;
        this.format = format;
        this.writer = new DeliverWriter(format, columns.stream().map(OutColumn::name).toList());
    }

    Set<EventType> events() {
        return events;
    }

    String fileExtension() {
        return format.type() == DeliverFormat.Type.CSV ? "csv" : "json";
    }

    Rendering render(List<OutgoingItem> items, LocalDate today) {
        EncodableText encodable = new EncodableText(format.charset());
        Map<Integer, Problem> problems = new LinkedHashMap<>();
        List<String[]> rows = new ArrayList<>(items.size());
        for (int i = 0; i < items.size(); i++) {
            try {
                rows.add(row(items.get(i), today, encodable));
            } catch (NotRendered notRendered) {
                problems.put(i, notRendered.problem);
            }
        }
        return new Rendering(rows.isEmpty() ? new byte[0] : writer.write(rows), problems);
    }

    private String[] row(OutgoingItem item, LocalDate today, EncodableText encodable) throws NotRendered {
        if (!events.contains(item.type())) {
            throw new NotRendered(TranslationProblem.NOT_TAKEN, null,
                    "The tool does not take events of type " + item.type().code() + ".");
        }
        String day = item.fields().first(OCCURRED_ON);
        LocalDate asOf = day == null ? today : LocalDate.parse(day);
        String[] cells = new String[columns.size()];
        for (int i = 0; i < cells.length; i++) {
            cells[i] = cell(columns.get(i), item, asOf, encodable);
        }
        return cells;
    }

    private String cell(OutColumn column, OutgoingItem item, LocalDate asOf, EncodableText encodable)
            throws NotRendered {
        StringBuilder joined = new StringBuilder();
        for (Function<OutgoingItem, List<String>> source : column.sources()) {
            for (String value : source.apply(item)) {
                if (value != null && !value.isEmpty()) {
                    String theirs = theirs(column, value, asOf);
                    joined.append(joined.isEmpty() || theirs.isEmpty() ? "" : column.join()).append(theirs);
                }
            }
        }
        String text = joined.isEmpty() ? column.otherwise() : joined.toString();
        boolean takesBack = item.kind() == MessageKind.RETRACTION || item.kind() == MessageKind.STOP;
        if (text.isEmpty() && column.required() && !(column.lenient() && takesBack)) {
            throw new NotRendered(TranslationProblem.NOT_RENDERED_REQUIRED, column.name(),
                    "The column is required, but the event has no value for it.");
        }
        String plain = PlainCell.of(text, column.guarded() && format.type() == DeliverFormat.Type.CSV);
        String fitting = encodable.fit(plain);
        if (fitting == null) {
            throw new NotRendered(TranslationProblem.NOT_RENDERED_CHARACTER, column.name(),
                    "The column's charset " + format.charset().name() + " has no form of a character.");
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

    /** An item that the tool cannot be given. */
    private static final class NotRendered extends Exception {

        private final transient Problem problem;

        NotRendered(TranslationProblem code, String column, String text) {
            super(code.code(), null, false, false);
            Place place = Place.record(0, 0).withField(column);
            this.problem = new Problem(code, place, column == null ? text : "Column '" + column + "': " + text);
        }
    }
}
