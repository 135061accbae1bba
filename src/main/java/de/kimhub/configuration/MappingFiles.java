package de.kimhub.configuration;

import static de.kimhub.configuration.Shape.anyText;
import static de.kimhub.configuration.Shape.code;
import static de.kimhub.configuration.Shape.list;
import static de.kimhub.configuration.Shape.number;
import static de.kimhub.configuration.Shape.oneOrMore;
import static de.kimhub.configuration.Shape.reference;
import static de.kimhub.configuration.Shape.section;
import static de.kimhub.configuration.Shape.text;
import static de.kimhub.configuration.Shape.textOrSection;
import static de.kimhub.configuration.Shape.yesOrNo;

import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.MessageKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Describes {@code receive.yaml} and {@code deliver.yaml}. */
final class MappingFiles {

    private static final List<String> STEPS = List.of("text", "name", "date", "partial-date", "timestamp", "integer",
            "boolean", "decimal", "upper", "digits", "ags", "postal-code", "lookup");
    private static final List<String> ABOUT_DELIVERY = List.of("event.type", "event.kind", "recipient.case",
            "delivery.id", "delivery.replaces");

    private MappingFiles() {
    }

    static Shape receive() {
        return section("")
                .optional("record", section("What a record is")
                        .optional("key", list("Columns that identify the record at its source; without it the content"
                                + " is the key", text("")))
                        .optional("replaces", list("Columns with the key of the earlier record that this one corrects;"
                                + " empty when there is none", text("")))
                        .optional("replacesWhen", reference("Condition under which 'replaces' names a record of this"
                                + " source at all, and not e.g. what it answers. Default: always", "condition"))
                        .optional("sameKey", code("What the same key with another content is: a correction (default), or"
                                + " against the source's own rule and refused", List.of("correction", "refuse")))
                        .optional("test", reference("Condition under which the record is a test", "condition"))
                        .optional("noRecord", list("Lines that are no record",
                                reference("Condition, and 'as': what such a line is", "noRecord"))))
                .optional("fields", reference("Common to all events of a record: canonical path and how to fill it",
                        "fields"))
                .required("events", list("What a record means", event()))
                .optional("vanished", list("Snapshots: what it means that a row is no longer there", vanished()))
                .define("condition", condition(section("")))
                .define("noRecord", condition(section("").required("as", text("What it is, e.g. sums line"))))
                .define("field", receiveField())
                .define("fields", fields());
    }

    /** A table that is only looked at: whatever it holds, no row is refused. */
    static Shape peopleTable() {
        Shape fields = section("Canonical path of a person's field and how to fill it").notEmpty();
        CanonicalSchema.fields().stream().filter(field -> field.path().startsWith("person.")).forEach(field ->
                fields.optional(field.path(), reference(Vocabulary.describe(field), "field")));
        return section("")
                .optional("delimiter", text("Between two columns. Default: the one of ; , tab and | that the first line has"
                        + " most of"))
                .optional("charset", code("Default UTF-8", Vocabulary.CHARSETS))
                .optional("authority", textOrSection("Kind of body that the rows are of, or how to read it: their numbers are"
                        + " compared only where both bodies may use them. Default sonstige", Vocabulary.body(""),
                        reference("", "field")))
                .optional("source", text("Column that names the office that a row is of: an office seldom has two files of one"
                        + " person"))
                .required("fields", reference("Which column is which field of a person; a value that cannot be read is left"
                        + " out", "fields"))
                .define("condition", condition(section("")))
                .define("field", receiveField())
                .define("fields", fields);
    }

    static Shape deliver() {
        return section("")
                .required("events", list("What the tool can take; other events are withheld", Vocabulary.eventType("")))
                .required("columns", section("Their columns, in this order; xml: paths such as kopf/a:name or kopf/@art").others(deliverColumn()).notEmpty());
    }

    private static Shape event() {
        return section("An event rule")
                .required("type", Vocabulary.eventType("Event type"))
                .optional("when", reference("Condition; without it every record is such an event", "condition"))
                .optional("retracts", reference("Condition under which the record takes the event back", "condition"))
                .optional("watch", list("Snapshots: a change of these columns is the event", text("")))
                .optional("identity", list("Unchanged while a watched column changes: a correction", text("")))
                .optional("fields", reference("Added to, or overriding, the common fields", "fields"));
    }

    private static Shape vanished() {
        return section("").required("type", Vocabulary.eventType("Event type"))
                .optional("fields", reference("Constants only; @today is the day of the document", "fields"));
    }

    private static Shape condition(Shape section) {
        return section
                .optional("column", text("Column that is looked at"))
                .optional("is", code("Whether it holds anything", List.of("filled", "empty")))
                .optional("equals", oneOrMore("The value, or one of several", anyText("")))
                .optional("matches", text("Regular expression for the whole value"))
                .optional("all", list("All of these hold", reference("", "condition")))
                .optional("any", list("One of these holds", reference("", "condition")))
                .optional("not", reference("This does not hold", "condition"));
    }

    private static Shape fields() {
        Shape fields = section("Canonical path and how to fill it");
        CanonicalSchema.fields().forEach(field ->
                fields.optional(field.path(), reference(Vocabulary.describe(field), "field")));
        return fields;
    }

    private static Shape receiveField() {
        return common(section("Exactly one of 'from', 'firstOf' and 'constant'"))
                .optional("firstOf", list("Columns of which the first that is filled counts", text("")))
                .optional("from", oneOrMore("Column, or several to be joined", text("")))
                .optional("format", oneOrMore("Pattern of dates and times, e.g. dd.MM.yyyy; several are tried in turn",
                        text("")))
                .optional("empty", oneOrMore("Values that mean nothing is known, e.g. 00.00.0000", anyText("")))
                .optional("join", anyText("Between the values of several columns"))
                .optional("optional", yesOrNo("true: a bad value is a finding and left out instead of refusing the"
                        + " record"))
                .optional("when", reference("The field is filled only under this condition", "condition"))
                .optional("true", oneOrMore("boolean: their words for true", anyText("")))
                .optional("false", oneOrMore("boolean: their words for false", anyText("")));
    }

    private static Shape deliverColumn() {
        List<String> sources = new ArrayList<>(ABOUT_DELIVERY);
        sources.addAll(Vocabulary.paths());
        Vocabulary.paths().forEach(path -> sources.add("before." + path));
        return common(section("Exactly one of 'from' and 'constant'"))
                .optional("from", oneOrMore("Canonical path, before.<path>, or a word about the delivery; several are"
                        + " joined", code("", sources)))
                .optional("join", anyText("Between the values of several sources"))
                .optional("kinds", list("Filled only for messages of these kinds", code("", Arrays.stream(
                        MessageKind.values()).map(MessageKind::code).toList())))
                .optional("optional", yesOrNo("true: a code that the list lacks is left out"))
                .optional("format", text("Pattern of dates and times, e.g. dd.MM.yyyy"))
                .optional("maxLength", number("Longest text the tool takes"))
                .optional("true", anyText("boolean: their word for true"))
                .optional("false", anyText("boolean: their word for false"));
    }

    private static Shape common(Shape section) {
        return section
                .optional("as", code("Named step", STEPS))
                .optional("codelist", oneOrMore("Code list: codelists/<name>.csv or a canonical one; several are tried in"
                        + " turn", text("")))
                .optional("constant", oneOrMore("Fixed value", text("")))
                .optional("default", text("Value when there is none"))
                .optional("required", yesOrNo("Without it the record or item is refused"))
                .optional("separator", text("Between several values"));
    }
}
