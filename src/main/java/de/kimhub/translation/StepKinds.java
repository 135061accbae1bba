package de.kimhub.translation;

import de.kimhub.message.Field;
import de.kimhub.message.FieldKind;
import java.util.EnumSet;
import java.util.Set;

/** Which named steps make values of which kind of field. */
final class StepKinds {

    private StepKinds() {
    }

    static NamedStep usual(Field field) {
        return switch (field.kind()) {
            case NAME -> NamedStep.NAME;
            case TEXT -> NamedStep.TEXT;
            case DATE -> NamedStep.DATE;
            case PARTIAL_DATE -> NamedStep.PARTIAL_DATE;
            case TIMESTAMP -> NamedStep.TIMESTAMP;
            case CODE -> NamedStep.LOOKUP;
            case AGS -> NamedStep.AGS;
            case INTEGER -> NamedStep.INTEGER;
            case BOOLEAN -> NamedStep.BOOLEAN;
        };
    }

    static Set<NamedStep> fitting(FieldKind kind) {
        return switch (kind) {
            case NAME -> EnumSet.of(NamedStep.NAME);
            case TEXT -> EnumSet.of(NamedStep.TEXT, NamedStep.NAME, NamedStep.UPPER, NamedStep.DIGITS,
                    NamedStep.POSTAL_CODE, NamedStep.DECIMAL, NamedStep.INTEGER, NamedStep.LOOKUP);
            case DATE -> EnumSet.of(NamedStep.DATE);
            case PARTIAL_DATE -> EnumSet.of(NamedStep.PARTIAL_DATE, NamedStep.DATE);
            case TIMESTAMP -> EnumSet.of(NamedStep.TIMESTAMP);
            case CODE -> EnumSet.of(NamedStep.LOOKUP);
            case AGS -> EnumSet.of(NamedStep.AGS, NamedStep.LOOKUP);
            case INTEGER -> EnumSet.of(NamedStep.INTEGER, NamedStep.DECIMAL, NamedStep.DIGITS);
            case BOOLEAN -> EnumSet.of(NamedStep.BOOLEAN);
        };
    }
}
