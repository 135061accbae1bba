package de.kimhub.translation;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * Turns workbooks into lines on their way in, see {@link WorkbookRows}, and opens these. What cannot be turned is stored
 * as it came, and refused when it is opened; if it begins as such lines do, behind a byte by which they never begin.
 */
final class XlsxOpening implements DocumentFormat {

    private static final byte FOREIGN = 0;
    private static final Place DOCUMENT = Place.record(0, 0);

    private final XlsxFormat format;
    private final Columns columns;
    private final JsonFactory factory;
    private final CsvFormat lines;

    XlsxOpening(XlsxFormat format, Columns columns) {
        this.format = format;
        this.columns = columns;
        this.factory = format.rows().factory();
        this.lines = RowsOpening.lines(format.rows());
    }

    @Override
    public InputStream incoming(InputStream content) throws IOException {
        byte[] file = content.readNBytes(WorkbookLimits.MOST_BYTES + 1);
        if (file.length > WorkbookLimits.MOST_BYTES) {
            return new SequenceInputStream(foreign(file), content);
        }
        ByteArrayOutputStream packed = new ByteArrayOutputStream(file.length);
        try (OutputStream out = new DeflaterOutputStream(packed)) {
            WorkbookRows.write(file, format, out);
        } catch (UnusableWorkbook refusedWhenOpened) {
            return foreign(file);
        }
        return new InflaterInputStream(new ByteArrayInputStream(packed.toByteArray()));
    }

    private static InputStream foreign(byte[] file) {
        InputStream bytes = new ByteArrayInputStream(file);
        return file.length > 0 && beginsAsLines(file[0])
                ? new SequenceInputStream(new ByteArrayInputStream(new byte[] {FOREIGN}), bytes) : bytes;
    }

    private static boolean beginsAsLines(int first) {
        return first == '\n' || first == '[';
    }

    @Override
    public Opening open(DocumentContent content, ReadMark from) {
        try {
            int first;
            try (InputStream in = content.openAt(0)) {
                first = in.read();
            }
            if (first < 0) {
                return refused(new Problem(TranslationProblem.EMPTY_DOCUMENT, DOCUMENT, "The document is empty."));
            }
            return beginsAsLines(first) ? lines(content, from) : refused(reason(content));
        } catch (IOException broken) {
            throw new UncheckedIOException("The stored document cannot be read", broken);
        }
    }

    /** Why it was not turned into lines. */
    private Problem reason(DocumentContent content) throws IOException {
        if (content.size() > WorkbookLimits.MOST_BYTES) {
            return WorkbookLimits.tooLarge().problem();
        }
        try (InputStream in = content.openAt(0)) {
            WorkbookRows.write(in.readAllBytes(), format, OutputStream.nullOutputStream());
        } catch (UnusableWorkbook reason) {
            return reason.problem();
        }
        return new Problem(TranslationProblem.NOT_A_WORKBOOK, DOCUMENT,
                "The workbook came when 'sheet' or 'headerRow' were others. Hand it over again.");
    }

    private Opening lines(DocumentContent content, ReadMark from) throws IOException {
        CsvSplitter splitter = new CsvSplitter(content.openAt(0), 0, 0, lines);
        CsvSplitter.Span header = splitter.next();
        List<String> names = header == null || header.problem != null ? null : names(splitter.bytes(), header);
        if (names == null) {
            splitter.close();
            return refused(UnusableWorkbook.broken().problem());
        }
        ReadMark start = new ReadMark(header.offset + header.length, 0, header.line);
        List<Problem> problems = new ArrayList<>();
        List<Problem> findings = new ArrayList<>();
        ColumnCheck.check(names, columns, format.rows().unusedColumns(), problems, findings);
        if (problems.isEmpty() && !splitter.hasMore()) {
            findings.add(new Problem(TranslationProblem.NO_RECORDS, DOCUMENT, "The sheet has a header and no row."));
        }
        splitter.close();
        return problems.isEmpty() ? new Opening.Opened(reader(content, from.offset() == 0 ? start : from), findings)
                : new Opening.RefusedDocument(problems);
    }

    private RowsReader reader(DocumentContent content, ReadMark from) throws IOException {
        return new RowsReader(new CsvSplitter(content.openAt(from.offset()), from.offset(), from.line(), lines),
                factory, format.rows(), true, from);
    }

    private static List<String> names(byte[] bytes, CsvSplitter.Span header) {
        try {
            String line = new String(bytes, header.from, header.to - header.from, StandardCharsets.UTF_8);
            return Arrays.asList(new ObjectMapper().readValue(line, String[].class));
        } catch (IOException noArrayOfNames) {
            return null;
        }
    }

    private static Opening refused(Problem problem) {
        return new Opening.RefusedDocument(List.of(problem));
    }
}
