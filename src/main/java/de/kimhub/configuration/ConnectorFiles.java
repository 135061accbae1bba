package de.kimhub.configuration;

import static de.kimhub.configuration.Shape.anyText;
import static de.kimhub.configuration.Shape.code;
import static de.kimhub.configuration.Shape.list;
import static de.kimhub.configuration.Shape.number;
import static de.kimhub.configuration.Shape.section;
import static de.kimhub.configuration.Shape.text;
import static de.kimhub.configuration.Shape.yesOrNo;

import java.util.List;

/** Describes {@code connector.yaml}. */
final class ConnectorFiles {

    private ConnectorFiles() {
    }

    static Shape descriptor() {
        return section("")
                .required("title", text("German, for people, e.g. Jobcenter (CSV-Export)"))
                .required("authority", Vocabulary.body("What kind of body runs such a tool (code list stelle)"))
                .optional("interim", yesOrNo("true: the true format is not public, this one is our own. Default false"))
                .required("purpose", text("German: what the exchange is for"))
                .required("legalBasis", text("German: on which ground the body gives or takes"))
                .required("retention", Vocabulary.period("How long the hub keeps transport copies, e.g. P7D"))
                .optional("capabilities", list("What the tool can do besides taking new events",
                        code("corrects: takes corrections; retracts: takes back what was retracted; stops: takes the notice"
                                        + " that something given is not to be used any longer;"
                                        + " reads-acknowledgements: reads what came of its documents; reads-enrolment-list:"
                                        + " reads of which of its own files something is wanted",
                                List.of("corrects", "retracts", "stops", "reads-acknowledgements", "reads-enrolment-list"))))
                .optional("receive", section("The hub receives from the tool; then receive.yaml exists")
                        .required("delivery", code("snapshot: the whole stock again and again; events: single events",
                                List.of("snapshot", "events")))
                        .optional("acknowledgementFormat", code("How the tool reads what became of its documents: csv;"
                                + " xinneres: messages 0010 and 0020. Default csv", List.of("csv", "xinneres")))
                        .required("format", receiveFormat()))
                .optional("deliver", section("The hub delivers to the tool; then deliver.yaml exists")
                        .required("idempotence", code("What makes repeated sending harmless: ledger (receipt in the"
                                        + " same step), key (the tool knows our id), none (at least once, said openly)",
                                List.of("ledger", "key", "none")))
                        .required("format", deliverFormat()));
    }

    private static Shape receiveFormat() {
        return section("How the bytes are to be read")
                .required("type", code("csv; json: array of objects; xlsx: a sheet of a workbook; xml: elements;"
                        + " rows: what database polls store", List.of("csv", "json", "xlsx", "xml", "rows")))
                .optional("charset", code("Character set. Default UTF-8", Vocabulary.CHARSETS))
                .optional("delimiter", text("csv: between columns. Default ;"))
                .optional("quote", text("csv: around values. Default \""))
                .optional("maxRecordLength", number("Longest record, csv: in characters, otherwise in bytes. Default"
                        + " 65536; xml: 1048576"))
                .optional("unusedColumns", list("Columns that are known and deliberately not read; xml: a/b, with all"
                        + " that is in it a/b/*, its attributes a/b/@*, anywhere //@listURI", text("")))
                .optional("sheet", text("xlsx: name of the sheet, or its number. Default the first one that is shown"))
                .optional("headerRow", number("csv, xlsx: line or row of the column names; what stands above is skipped."
                        + " Default 1"))
                .optional("recordsAt", anyText("json: JSON pointer of the array of records, \"\" for the top level"))
                .optional("namespaces", namespaces())
                .optional("records", list("xml: the elements that are a record, as prefix:name or name", text("")))
                .optional("collection", text("xml: path, from the root element on, of the element whose children are"
                        + " records. A root that is a record itself is always read, too"))
                .optional("xslt", text("xml: file in transform/ that each record goes through first; the paths are then"
                        + " those of its result"));
    }

    private static Shape namespaces() {
        return section("xml: prefix and namespace; several releases as release: namespace, the current one first")
                .others(oneOrReleases());
    }

    private static Shape oneOrReleases() {
        return Shape.textOrSection(text("Namespace"), section("Namespaces by release").others(text("")).notEmpty());
    }

    private static Shape deliverFormat() {
        return section("How the bytes are to be written")
                .required("type", code("csv; json: array of objects; rows: rows of the recipient's inbox table; xml:"
                        + " elements; notice-sheet: PDF and CSV for people", List.of("csv", "json", "rows", "xml",
                        "notice-sheet")))
                .optional("charset", code("csv: character set. Default UTF-8", Vocabulary.CHARSETS))
                .optional("delimiter", text("csv: between columns. Default ;"))
                .optional("quote", text("csv: around values. Default \""))
                .optional("lineEnd", code("csv: end of a line. Default CRLF", List.of("CRLF", "LF")))
                .optional("byteOrderMark", yesOrNo("csv: begin with a byte order mark. Default false"))
                .optional("namespaces", namespaces())
                .optional("root", text("xml: name of the root element, as prefix:name or name"))
                .optional("record", text("xml: name of the element of one item"))
                .optional("xslt", text("xml: file in transform/ that the written document goes through"));
    }
}
