package de.kimhub.translation;

import de.kimhub.configuration.ConfigFile;
import de.kimhub.configuration.ConfigNode;
import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.Field;
import de.kimhub.message.FieldValues;
import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A CSV table of people that is only looked at, read with the words of {@code receive.yaml}. No row is refused: a value
 * that cannot be read is left out. Thread-safe.
 */
public final class PeopleTable {

    /** What a row is of when nobody says: its numbers are compared with nobody's. */
    public static final String ANY_BODY = "sonstige";

    private static final Field BODY = CanonicalSchema.field("referral.to");
    private static final int AT_ONCE = 1000;
    private static final int MOST_LISTED = 60;

    private final ConfigNode map;
    private final Columns columns;
    private final Collection<FieldMapping> fields;
    private final String body;
    private final FieldMapping bodyOfRow;

    private PeopleTable(ConfigNode map, Columns columns, Collection<FieldMapping> fields, String body,
                        FieldMapping bodyOfRow) {
        this.map = map;
        this.columns = columns;
        this.fields = fields;
        this.body = body;
        this.bodyOfRow = bodyOfRow;
    }

    /**
     * A row of the table.
     *
     * @param authority kind of body that it is of, code of the list {@code stelle}
     * @param source    names the office that it is of, {@code null} when nobody says
     * @param also      the text of the columns that the caller asked for, trimmed, empty where there is none
     * @param leftOut   why values are missing; without the values
     */
    public record Row(long line, FieldValues person, String authority, String source, List<String> also,
                      List<Problem> leftOut) {

        /** Names no value. */
        @Override
        public String toString() {
            return "row in line " + line;
        }
    }

    /** @return empty when anything is wrong with the map: then all of it is among the problems */
    public static Optional<PeopleTable> compile(ConfigNode map, CodeLists lists, List<Problem> problems) {
        if (!ConfigFile.PEOPLE_TABLE.check(map, problems)) {
            return Optional.empty();
        }
        int before = problems.size();
        Compilation compilation = new Compilation(lists, Stylesheets.NONE, Schemas.NONE, problems);
        Columns columns = new Columns();
        FieldCompiler compiler = new FieldCompiler(compilation, columns, true);
        Collection<FieldMapping> fields = map.get("fields").map(compiler::compile).orElseThrow().values();
        ConfigNode authority = map.get("authority").orElse(null);
        FieldMapping bodyOfRow = authority == null || authority.text() != null ? null : compiler.compile(BODY, authority);
        compilation.character(map, "delimiter", ',');
        return problems.size() > before ? Optional.empty()
                : Optional.of(new PeopleTable(map, columns, fields, map.text("authority", ANY_BODY), bodyOfRow));
    }

    /**
     * @param also     further columns that the caller wants
     * @param problems takes why the table, or a row of it, cannot be read at all
     * @return whether the table could be read; rows that could not are among the problems
     */
    public boolean read(DocumentContent content, List<String> also, Consumer<Row> rows, List<Problem> problems)
            throws IOException {
        CsvFormat format = new CsvFormat(CsvFormat.CHARSETS.get(map.text("charset", "UTF-8")),
                map.get("delimiter").isPresent() ? map.text("delimiter").charAt(0) : Delimiters.mostFrequent(content), '"', 1,
                CsvFormat.USUAL_RECORD_LENGTH, List.of());
        List<String> wanted = Stream.concat(also.stream(), Stream.ofNullable(map.text("source")))
                .map(Columns::normalise).toList();
        Opening opening = new CsvOpening(format, columns).open(content, ReadMark.START);
        return switch (opening) {
            case Opening.RefusedDocument refused -> {
                problems.addAll(refused.problems());
                yield false;
            }
            case Opening.Opened opened -> {
                try (RecordReader reader = opened.reader()) {
                    yield read(reader, wanted, rows, problems);
                }
            }
        };
    }

    private boolean read(RecordReader reader, List<String> also, Consumer<Row> rows, List<Problem> problems)
            throws IOException {
        boolean known = false;
        for (List<RawRecord> page = reader.read(AT_ONCE); !page.isEmpty(); page = reader.read(AT_ONCE)) {
            for (RawRecord record : page) {
                switch (record) {
                    case RawRecord.Unreadable broken -> problems.add(broken.problem());
                    case RawRecord.Readable readable -> {
                        if (!known && !hasAll(readable.row().columns(), also, problems)) {
                            return false;
                        }
                        known = true;
                        rows.accept(row(readable, also));
                    }
                }
            }
        }
        if (!known) {
            problems.add(new Problem(TranslationProblem.NO_RECORDS, Place.record(0, 0),
                    "The table has no row that can be read."));
        }
        return known;
    }

    private boolean hasAll(List<String> header, List<String> also, List<Problem> problems) {
        int before = problems.size();
        for (Columns.Column column : columns.all()) {
            missing(column.name, column.place(), header, problems);
        }
        also.forEach(name -> missing(name, Place.record(0, 0), header, problems));
        return problems.size() == before;
    }

    private static void missing(String name, Place place, List<String> header, List<Problem> problems) {
        if (!header.contains(name)) {
            problems.add(new Problem(TranslationProblem.COLUMN_MISSING, place, "The table has no column '" + name
                    + "'. Correct the name. It has: " + String.join(", ", header.stream().limit(MOST_LISTED).toList())
                    + (header.size() > MOST_LISTED ? ", ..." : "") + "."));
        }
    }

    private Row row(RawRecord.Readable record, List<String> also) {
        Reading reading = new Reading(record.row(), record.place(), LocalDate.now());
        FieldValues.Builder values = FieldValues.builder();
        fields.forEach(field -> field.read(reading, values));
        String authority = body;
        if (bodyOfRow != null) {
            FieldValues.Builder said = FieldValues.builder();
            bodyOfRow.read(reading, said);
            String code = said.build().first(BODY);
            authority = code == null ? ANY_BODY : code;
        }
        List<String> texts = also.stream().map(column -> {
            String text = record.row().value(column);
            return text == null ? "" : text.strip();
        }).toList();
        String source = map.get("source").isEmpty() || texts.getLast().isEmpty() ? null : texts.getLast();
        return new Row(record.line(), values.build(), authority, source, texts, List.copyOf(reading.findings));
    }
}
