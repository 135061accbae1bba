package de.kimhub.configuration;

import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.EventType;
import de.kimhub.message.Field;
import java.util.Arrays;
import java.util.List;

/** Words and shapes that several files share. */
final class Vocabulary {

    /** Canonical code list {@code stelle}. */
    static final List<String> BODIES = List.of("auslaenderbehoerde", "einbuergerungsbehoerde", "jobcenter",
            "agentur-fuer-arbeit", "bamf", "wohlfahrtsverband", "kommunales-case-management", "ki-koordination", "schule",
            "sprachkurstraeger", "lenkungsgruppe", "ministerium", "migrantenselbstorganisation", "sonstige");

    /** Canonical code list {@code zweck}. */
    static final List<String> PURPOSES = List.of("case-management", "naturalisation", "statistics");

    static final List<String> CHARSETS = List.of("UTF-8", "windows-1252", "ISO-8859-1", "ISO-8859-15");

    private Vocabulary() {
    }

    static Shape body(String description) {
        return Shape.code(description, BODIES);
    }

    static Shape eventType(String description) {
        return Shape.code(description, Arrays.stream(EventType.values()).map(EventType::code).toList());
    }

    static Shape period(String description) {
        return Shape.pattern(description, "^P(?=[0-9])([0-9]+Y)?([0-9]+M)?([0-9]+W)?([0-9]+D)?$",
                "a period such as P7D (7 days), P3M (3 months) or P1Y (1 year)");
    }

    static Shape duration(String description) {
        return Shape.pattern(description, "^P([0-9]+D)?(T(?=[0-9])([0-9]+H)?([0-9]+M)?([0-9]+(\\.[0-9]+)?S)?)?$(?<!P)",
                "a duration such as PT5S (5 seconds), PT10M (10 minutes) or PT72H (72 hours)");
    }

    static Shape secret(String description) {
        return Shape.pattern(description, "^secret:[A-Za-z0-9_.-]+$",
                "a reference such as secret:NAME; the secret itself stands in the environment variable NAME or in the"
                        + " installation's file secrets/NAME, never in YAML");
    }

    static List<String> paths() {
        return CanonicalSchema.fields().stream().map(Field::path).toList();
    }

    /** What an editor shows beside a canonical path. */
    static String describe(Field field) {
        return field.kind().name().toLowerCase().replace('_', ' ')
                + (field.codeList() == null ? "" : ", code list " + field.codeList())
                + (field.repeatable() ? ", several values" : "")
                + ", at most " + field.maxLength() + " characters, "
                + field.personalData().name().toLowerCase().replace('_', ' ');
    }
}
