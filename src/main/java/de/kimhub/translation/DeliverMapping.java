package de.kimhub.translation;

import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.EventType;
import de.kimhub.message.Field;
import de.kimhub.message.Problem;
import de.kimhub.translation.OutWriter.OutRow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/** A compiled {@code deliver.yaml}. Immutable. */
final class DeliverMapping {

    private static final Field OCCURRED_ON = CanonicalSchema.field("event.occurredOn");

    private final Set<EventType> events;
    private final List<OutColumn> columns;
    private final DeliverFormat format;
    private final OutWriter writer;

    DeliverMapping(Set<EventType> events, List<OutColumn> columns, DeliverFormat format, OutWriter writer) {
        this.events = events;
        this.columns = columns;
        this.format = format;
        this.writer = writer;
    }

    Set<EventType> events() {
        return events;
    }

    String fileExtension() {
        return writer.fileExtension();
    }

    Rendering render(List<OutgoingItem> items, LocalDate today) {
        OutCells cells = new OutCells(format);
        Map<Integer, Problem> problems = new LinkedHashMap<>();
        SortedMap<Integer, OutRow> rows = new TreeMap<>();
        for (int i = 0; i < items.size(); i++) {
            try {
                rows.put(i, row(items.get(i), today, cells));
            } catch (NotRendered notRendered) {
                problems.put(i, notRendered.problem());
            }
        }
        return new Rendering(write(rows, today, problems), problems);
    }

    private byte[] write(SortedMap<Integer, OutRow> rows, LocalDate today, Map<Integer, Problem> problems) {
        try {
            return rows.isEmpty() ? new byte[0] : writer.write(List.copyOf(rows.values()), today);
        } catch (SandboxedXslt.Failed together) {
            SortedMap<Integer, OutRow> good = new TreeMap<>(rows);
            good.values().removeIf(row -> fails(row, today));
            SortedMap<Integer, OutRow> left = good.size() == rows.size() ? new TreeMap<>() : good;
            rows.keySet().stream().filter(index -> !left.containsKey(index)).forEach(index -> problems.put(index,
                    new NotRendered(TranslationProblem.NOT_RENDERED_TRANSFORM, null,
                            "The stylesheet fails with this item. Correct it.").problem()));
            return write(left, today, problems);
        }
    }

    private boolean fails(OutRow row, LocalDate today) {
        try {
            writer.write(List.of(row), today);
            return false;
        } catch (SandboxedXslt.Failed alone) {
            return true;
        }
    }

    private OutRow row(OutgoingItem item, LocalDate today, OutCells cells) throws NotRendered {
        if (!events.contains(item.type())) {
            throw new NotRendered(TranslationProblem.NOT_TAKEN, null,
                    "The tool does not take events of type " + item.type().code() + ".");
        }
        String day = item.fields().first(OCCURRED_ON);
        LocalDate asOf = day == null ? today : LocalDate.parse(day);
        List<List<String>> filled = new ArrayList<>(columns.size());
        for (OutColumn column : columns) {
            filled.add(cells.of(column, item, asOf));
        }
        return new OutRow(filled);
    }
}
