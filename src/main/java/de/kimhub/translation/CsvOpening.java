package de.kimhub.translation;

import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Opens CSV documents: charset, header, and where to go on. */
final class CsvOpening implements DocumentFormat {

    private static final Place DOCUMENT = Place.record(0, 0);

    private final CsvFormat declared;
    private final Columns columns;
    private final CsvRows rows;

    CsvOpening(CsvFormat declared, Columns columns) {
        this.declared = declared;
        this.columns = columns;
        this.rows = new CsvRows(declared);
    }

    @Override
    public Opening open(DocumentContent content, ReadMark from) {
        try {
            CharsetGuess guess = probe(content);
            List<Problem> problems = new ArrayList<>();
            List<Problem> findings = new ArrayList<>();
            CsvFormat format = charset(guess, content.size(), problems, findings);
            return problems.isEmpty() ? open(content, from, format, guess.isUtf8Marked() ? 3 : 0, findings)
                    : new Opening.RefusedDocument(problems);
        } catch (IOException broken) {
            throw new UncheckedIOException("The stored document cannot be read", broken);
        }
    }

    private CsvFormat charset(CharsetGuess guess, long size, List<Problem> problems, List<Problem> findings) {
        if (guess.saysNothing(size)) {
            problems.add(problem(TranslationProblem.EMPTY_DOCUMENT, "The document is empty."));
        } else if (guess.isUtf16OrBinary()) {
            problems.add(problem(TranslationProblem.WRONG_CHARSET, "The document looks like UTF-16 or is no text; "
                    + declared.charset().name() + " was declared. Export it in that charset."));
        } else if (guess.isUtf8Marked()) {
            if (!declared.charset().equals(StandardCharsets.UTF_8)) {
                findings.add(problem(TranslationProblem.CHARSET_OVERRIDDEN, "The document begins with a UTF-8 byte order "
                        + "mark and was read as UTF-8 instead of " + declared.charset().name() + "."));
            }
            return declared.withCharset(StandardCharsets.UTF_8);
        } else {
            String other = guess.clearlyOtherThan(declared.charset());
            if (other != null) {
                problems.add(problem(TranslationProblem.WRONG_CHARSET, "The document looks like " + other + ", but "
                        + declared.charset().name() + " was declared. Correct the export or the connector's charset."));
            }
        }
        return declared;
    }

    private Opening open(DocumentContent content, ReadMark from, CsvFormat format, int bom, List<Problem> findings)
            throws IOException {
        CsvSplitter splitter = new CsvSplitter(content.openAt(bom), bom, 0, format);
        List<Problem> problems = new ArrayList<>();
        List<String> names = names(splitter, format, problems);
        if (problems.isEmpty()) {
            ColumnCheck.check(names, columns, declared.unusedColumns(), problems, findings);
        }
        if (!problems.isEmpty()) {
            splitter.close();
            return new Opening.RefusedDocument(problems);
        }
        splitter.expect(names.size());
        boolean begins = from.offset() == 0;
        if (begins && !splitter.hasMore()) {
            findings.add(problem(TranslationProblem.NO_RECORDS, "The document has a header and no record."));
        }
        if (!begins) {
            splitter.close();
            splitter = new CsvSplitter(content.openAt(from.offset()), from.offset(), from.line(), format);
            splitter.expect(names.size());
        }
        return new Opening.Opened(new CsvReader(splitter, rows, new Header(names), format, from), findings);
    }

    private List<String> names(CsvSplitter splitter, CsvFormat format, List<Problem> problems) throws IOException {
        CsvSplitter.Span span = splitter.next();
        while (span != null && span.line < format.headerRow()) {
            splitter.onlyFirstLine(span);
            span = splitter.next();
        }
        Decoding decoding = new Decoding(format.charset(), format.maxRecordLength());
        if (span == null) {
            problems.add(problem(TranslationProblem.EMPTY_DOCUMENT, format.headerRow() == 1
                    ? "The document has nothing but blank lines."
                    : "The document ends before line " + format.headerRow() + ", the header."));
        } else if (span.problem == null && decoding.append(splitter.bytes(), span.from, span.to) == null) {
            String[][] header = rows.parse(decoding.chars, 0, decoding.length, 1);
            if (header != null) {
                return ColumnCheck.distinct(trimmed(header[0]), columns, declared.unusedColumns());
            }
        }
        if (problems.isEmpty()) {
            problems.add(problem(TranslationProblem.HEADER_UNREADABLE, "The header line cannot be read."));
        }
        return List.of();
    }

    private static List<String> trimmed(String[] header) {
        List<String> names = new ArrayList<>(Arrays.stream(header).map(Columns::normalise).toList());
        while (!names.isEmpty() && names.getLast().isEmpty()) {
            names.removeLast();
        }
        return names;
    }

    static CharsetGuess probe(DocumentContent content) throws IOException {
        try (InputStream in = content.openAt(0)) {
            byte[] bytes = in.readNBytes(CharsetGuess.PROBE);
            return new CharsetGuess(bytes, bytes.length);
        }
    }

    private static Problem problem(TranslationProblem code, String text) {
        return new Problem(code, DOCUMENT, text);
    }
}
