package de.kimhub.reference;

import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.EventType;
import de.kimhub.message.Field;
import java.util.Locale;

/** The canonical model: fields and event types. */
final class CanonicalTables {

    private CanonicalTables() {
    }

    static String write() {
        StringBuilder text = new StringBuilder("""
                ## Canonical fields

                What a case message can hold. The class of personal data belongs to the field, whatever a mapping does. A code
                list named here lies in `src/main/resources/codelists/`.

                """);
        text.append(Markdown.header("path", "kind", "values", "longest", "personal data"));
        for (Field field : CanonicalSchema.fields()) {
            text.append(Markdown.row(Markdown.code(field.path()), lower(field.kind()) + (field.codeList() == null ? ""
                            : " of " + Markdown.code(field.codeList())), field.repeatable() ? "several" : "one",
                    String.valueOf(field.maxLength()), lower(field.personalData())));
        }
        text.append("\n## Event types\n\n").append(Markdown.header("type", "German"));
        for (EventType type : EventType.values()) {
            text.append(Markdown.row(Markdown.code(type.code()), type.germanText()
                    + (type.concernsPerson() ? "" : " (betrifft keine Person)")));
        }
        return text.append('\n').toString();
    }

    private static String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
