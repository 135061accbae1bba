package de.kimhub.translation;

import de.kimhub.message.Place;
import de.kimhub.message.Problem;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes a row of the bytes of one record. For one reader. */
final class XmlRecordParser {

    private static final int MOST_FINDINGS = 200;
    /** Elements and attributes that a batch may hold in memory. */
    private static final int MOST_NODES = 200_000;

    private final XmlFormat format;
    private final XmlHeader header;
    private final XmlParser parser;
    private final XmlValidation validation;
    private final Set<String> reported = new HashSet<>();
    private int nodes;

    XmlRecordParser(XmlFormat format, XmlHeader header) {
        this.format = format;
        this.header = header;
        this.parser = new XmlParser(header.charset());
        this.validation = format.schemas().map(XmlValidation::new).orElse(null);
    }

    void beginBatch() {
        nodes = 0;
    }

    boolean isBatchFull() {
        return nodes > MOST_NODES;
    }

    /** @param cut whether the document ends too early behind it */
    RawRecord parse(byte[] bytes, long number, long line, long offset, long length, boolean cut) {
        Place place = Place.record(number, line);
        XmlTree tree = new XmlTree(line);
        XmlEvents events = new XmlEvents(header.context().depth(),
                validation == null ? List.of(tree) : List.of(tree, validation));
        XmlParser.Outcome outcome = parser.parse(header.context(), bytes, events);
        nodes += events.nodes();
        Problem problem = outcome.problem() != null ? new Problem(outcome.problem(), place, text(outcome, line))
                : refusal(tree.root(), place);
        XmlNode record = problem != null || format.xslt().isEmpty() ? tree.root()
                : transformed(format.xslt().get(), bytes, line);
        if (problem == null && record == null) {
            problem = new Problem(TranslationProblem.NOT_TRANSFORMED, place, "The connector's stylesheet does not come to"
                    + " an end with the record, or makes too much or nothing of it. Correct it.");
        }
        return problem != null ? new RawRecord.Unreadable(number, line, offset, length, problem)
                : new RawRecord.Readable(number, line, offset, length,
                        new XmlRow(format, tree.root(), record, findings(record, place, cut)));
    }

    /** {@code null} when it fails. */
    private XmlNode transformed(SandboxedXslt xslt, byte[] bytes, long line) {
        XmlTree result = new XmlTree(line);
        XmlEvents events = new XmlEvents(0, List.of(result));
        try {
            xslt.transform(new XmlRecordSource(parser, header.context(), bytes), events);
            nodes += events.nodes();
            return result.root();
        } catch (SandboxedXslt.Failed failed) {
            return null;
        }
    }

    private List<Problem> findings(XmlNode record, Place place, boolean cut) {
        List<Problem> findings = new ArrayList<>(0);
        if (cut) {
            findings.add(new Problem(TranslationProblem.DOCUMENT_CUT, place, "Behind this record the document ends"
                    + " before its root element is closed. Was it transferred whole?"));
        }
        format.coverage().check(record, (path, what, attribute, child, at) ->
                unread(path, what, attribute, child, Place.record(place.record(), at), findings));
        return findings;
    }

    private static String text(XmlParser.Outcome outcome, long line) {
        String where = outcome.line() > 0 ? " See line " + (line + outcome.line() - 1) + "." : "";
        return switch (outcome.problem()) {
            case BAD_CHARACTERS -> "The record holds bytes that its charset does not have." + where;
            case XML_LIMITS -> "The record is nested deeper than " + XmlEvents.DEEPEST + ", or an element holds more than "
                    + XmlEvents.MOST_CHILDREN + " others or attributes, or all together more than "
                    + XmlEvents.MOST_NODES + "." + where;
            default -> "The record is no well-formed XML." + where;
        };
    }

    private Problem refusal(XmlNode root, Place place) {
        if (format.isRecord(root.uri(), root.local())) {
            XmlValidation.Violation violation = validation == null ? null : validation.violation();
            return violation == null ? null : new Problem(TranslationProblem.NOT_VALID, place.withField(violation.path()),
                    "'" + violation.path() + "', on line " + (place.line() + Math.max(0, violation.line() - 1)) + ", "
                            + violation.text() + ". Have the record mended at its source.");
        }
        return format.isOtherRelease(root.local())
                ? new Problem(TranslationProblem.RELEASE_NOT_SERVED, place, "The element is a known record, but in a"
                        + " namespace that is not agreed: another release of the standard. Add it to"
                        + " receive.format.namespaces, or have an agreed one sent.")
                : new Problem(TranslationProblem.UNKNOWN_RECORD, place, "The element is none of the agreed records. Add it"
                        + " to receive.format.records, or have it left out.");
    }

    /** Once for each of them; the name itself is not repeated, since nobody knows what stands there. */
    private void unread(String path, String what, boolean attribute, int child, Place place, List<Problem> findings) {
        if (reported.size() < MOST_FINDINGS && reported.add(path + (attribute ? "/@" : "/") + what)) {
            String which = attribute ? "@[" + child + "]" : "*[" + child + "]";
            findings.add(new Problem(TranslationProblem.PATH_NEW, place.withField(
                    path.equals(".") ? which : path + "/" + which), (attribute ? "Attribute" : "Element") + " no. " + child
                    + (path.equals(".") ? " of the record" : " in '" + path + "'") + ", on line " + place.line()
                    + ", is read by no path. Read it, or name it under unusedColumns."));
        }
    }
}
