package de.kimhub.sharing;

import de.kimhub.message.EventType;

/** Of which kind of data, as consents name them (code list {@code datenart}), an event is. */
public final class DataCategories {

    private DataCategories() {
    }

    public static String of(EventType type) {
        return switch (type) {
            case PERSON_REGISTERED, PERSON_CHANGED, DISCLOSURE_BLOCK_SET, DISCLOSURE_BLOCK_LIFTED, PERSON_DECEASED ->
                    "stammdaten";
            case PERSON_MOVED -> "kontakt";
            case RESIDENCE_APPLIED, RESIDENCE_GRANTED, RESIDENCE_EXTENDED, RESIDENCE_REFUSED, RESIDENCE_CARD_READY,
                 RESIDENCE_STATUS_REPORTED -> "aufenthalt";
            case COURSE_ENTITLED, COURSE_OBLIGED, COURSE_ADMITTED, COURSE_STARTED, COURSE_COMPLETED, COURSE_ABORTED,
                 COURSE_TEST_RESULT, COURSE_NOT_ADMITTED -> "kurs";
            case NATURALISATION_APPLIED, NATURALISATION_DOCUMENTS_REQUESTED, NATURALISATION_ASSURANCE_GRANTED,
                 NATURALISATION_DECIDED, NATURALISATION_CERTIFICATE_APPOINTMENT, NATURALISED -> "einbuergerung";
            case BENEFIT_STARTED, BENEFIT_ENDED -> "leistung";
            case MEASURE_STARTED, MEASURE_ENDED -> "massnahme";
            case EMPLOYMENT_STARTED, EMPLOYMENT_ENDED -> "beschaeftigung";
            case CASE_OPENED, CONSULTATION_HELD, GOAL_AGREED, CASE_REFERRED, CASE_CONFERENCE_HELD, CASE_CLOSED,
                 CONSENT_GIVEN, CONSENT_WITHDRAWN, STRUCTURAL_ISSUE_RAISED, STRUCTURAL_ISSUE_RESOLVED -> "beratung";
            case APPOINTMENT_REQUESTED, APPOINTMENT_OFFERED, APPOINTMENT_HELD, APPOINTMENT_MISSED -> "termin";
            case SCHOOL_PLACEMENT_REQUESTED, SCHOOL_PLACED -> "schule";
        };
    }
}
