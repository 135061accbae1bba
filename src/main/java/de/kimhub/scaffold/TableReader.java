package de.kimhub.scaffold;

import de.kimhub.configuration.ConfigNode;
import de.kimhub.configuration.ConfigReader;
import de.kimhub.message.Problem;
import de.kimhub.translation.CodeLists;
import de.kimhub.translation.DocumentContent;
import de.kimhub.translation.Opening;
import de.kimhub.translation.RawRecord;
import de.kimhub.translation.ReadMark;
import de.kimhub.translation.RecordReader;
import de.kimhub.translation.Schemas;
import de.kimhub.translation.SourceRow;
import de.kimhub.translation.Stylesheets;
import de.kimhub.translation.Translator;
import de.kimhub.translation.Translators;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads a sample with the hub's own readers, so that what is seen of it is what the hub will see. */
final class TableReader {

    private static final int MOST_ROWS = 5000;
    private static final int AT_ONCE = 500;
    /** Reads no column, so that every document of the format can be opened. */
    private static final String NO_MAPPING =
            "events: [{type: structural-issue.raised, fields: {event.occurredOn: {constant: \"@today\"}}}]";

    private TableReader() {
    }

    /** @param problems why it cannot be read so */
    static Optional<Table> read(byte[] sample, FormatGuess format, List<Problem> problems) {
        Translator translator = translator(format, problems);
        if (translator == null) {
            return Optional.empty();
        }
        try {
            byte[] stored = translator.incoming(new ByteArrayInputStream(sample)).readAllBytes();
            return switch (translator.open(DocumentContent.of(stored), ReadMark.START)) {
                case Opening.RefusedDocument refused -> {
                    problems.addAll(refused.problems());
                    yield Optional.empty();
                }
                case Opening.Opened opened -> Optional.of(table(format, opened.reader()));
            };
        } catch (IOException inMemory) {
            throw new java.io.UncheckedIOException(inMemory);
        }
    }

    private static Translator translator(FormatGuess format, List<Problem> problems) {
        ConfigNode descriptor = yaml("receive: {delivery: events, format: " + format.yaml() + "}", problems);
        ConfigNode receive = yaml(NO_MAPPING, problems);
        return descriptor == null || receive == null ? null
                : Translators.compile(descriptor, receive, null, CodeLists.canonical(), Stylesheets.NONE, Schemas.NONE,
                        problems).orElse(null);
    }

    private static ConfigNode yaml(String text, List<Problem> problems) {
        return new ConfigReader(Path.of("")).parse(text, "draft", problems).orElse(null);
    }

    private static Table table(FormatGuess format, RecordReader opened) throws IOException {
        List<SourceRow> rows = new ArrayList<>();
        Set<String> columns = new LinkedHashSet<>();
        int unreadable = 0;
        try (RecordReader reader = opened) {
            for (List<RawRecord> page = reader.read(AT_ONCE); !page.isEmpty() && rows.size() < MOST_ROWS;
                    page = reader.read(AT_ONCE)) {
                for (RawRecord record : page) {
                    switch (record) {
                        case RawRecord.Unreadable broken -> unreadable++;
                        case RawRecord.Readable readable -> {
                            rows.add(readable.row());
                            columns.addAll(readable.row().columns());
                        }
                    }
                }
            }
        }
        List<String> names = columns.stream().filter(name -> !name.isBlank()).toList();
        return new Table(format, names, rows.stream().map(row -> values(row, names)).toList(), unreadable);
    }

    private static List<String> values(SourceRow row, List<String> columns) {
        List<String> values = new ArrayList<>(columns.size());
        for (String column : columns) {
            String value = row.value(column);
            values.add(value == null || value.isBlank() ? null : value.strip());
        }
        return values;
    }
}
