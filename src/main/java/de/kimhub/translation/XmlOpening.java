package de.kimhub.translation;

import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Opens XML documents: one message, or a collection of them. */
final class XmlOpening implements DocumentFormat {

    private final XmlFormat format;

    XmlOpening(XmlFormat format) {
        this.format = format;
    }

    @Override
    public Opening open(DocumentContent content, ReadMark from) {
        try {
            CharsetGuess guess = CsvOpening.probe(content);
            if (guess.saysNothing(content.size())) {
                return Opening.RefusedDocument.of(TranslationProblem.EMPTY_DOCUMENT, "The document is empty.");
            }
            if (guess.isUtf16OrBinary() || format.charset().equals(StandardCharsets.UTF_8)
                    && guess.clearlyOtherThan(StandardCharsets.UTF_8) != null) {
                return Opening.RefusedDocument.of(TranslationProblem.WRONG_CHARSET, "The document is not " + format.charset().name()
                        + ". Export it in " + format.charset().name() + ".");
            }
            return open(content, from, header(content, guess.isUtf8Marked()));
        } catch (XmlRefusal refused) {
            return new Opening.RefusedDocument(List.of(refused.problem()));
        } catch (IOException broken) {
            throw new UncheckedIOException("The stored document cannot be read", broken);
        }
    }

    private XmlHeader header(DocumentContent content, boolean marked) throws IOException, XmlRefusal {
        long begin = marked ? 3 : 0;
        try (XmlScan scan = new XmlScan(content.openAt(begin), begin, 1)) {
            return new XmlHeaderScan(format, scan, marked).read();
        }
    }

    private Opening open(DocumentContent content, ReadMark from, XmlHeader header) throws IOException {
        boolean begins = from.offset() == 0;
        long offset = begins ? header.length() : from.offset();
        List<Problem> findings = begins && header.follows() == XmlHeader.Follows.NOTHING ? List.of(new Problem(TranslationProblem.NO_RECORDS,
                Place.record(0, 0), "The collection has no record.")) : List.of();
        XmlScan scan = new XmlScan(content.openAt(offset), offset, begins ? header.line() : from.line() + 1);
        return new Opening.Opened(new XmlRecordReader(scan, format, header, from), findings);
    }
}
