package de.kimhub.translation;

import com.fasterxml.jackson.core.JsonFactory;
import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Opens documents of one JSON object per line. The first one tells which columns there are. */
final class RowsOpening implements DocumentFormat {

    private final JsonFormat format;
    private final Columns columns;
    private final JsonFactory factory;
    /** Lines are split like CSV, with a delimiter and a quote that no JSON has. */
    private final CsvFormat lines;

    RowsOpening(JsonFormat format, Columns columns) {
        this.format = format;
        this.columns = columns;
        this.factory = format.factory();
        this.lines = lines(format);
    }

    static CsvFormat lines(JsonFormat format) {
        return new CsvFormat(StandardCharsets.UTF_8, '\u0001', '\u0002', 1, format.maxRecordLength(), List.of());
    }

    @Override
    public Opening open(DocumentContent content, ReadMark from) {
        try {
            List<Problem> problems = new ArrayList<>();
            List<Problem> findings = new ArrayList<>();
            try (RowsReader first = reader(content, ReadMark.START)) {
                List<RawRecord> records = first.read(1);
                if (records.isEmpty()) {
                    problems.add(new Problem(TranslationProblem.EMPTY_DOCUMENT, Place.record(0, 0),
                            "The document has no row."));
                } else if (records.getFirst() instanceof RawRecord.Readable readable) {
                    ColumnCheck.check(readable.row().columns(), columns, format.unusedColumns(), problems, findings);
                }
            }
            return problems.isEmpty() ? new Opening.Opened(reader(content, from), findings)
                    : new Opening.RefusedDocument(problems);
        } catch (IOException broken) {
            throw new UncheckedIOException("The stored document cannot be read", broken);
        }
    }

    private RowsReader reader(DocumentContent content, ReadMark from) throws IOException {
        return new RowsReader(new CsvSplitter(content.openAt(from.offset()), from.offset(), from.line(), lines),
                factory, format, false, from);
    }
}
