package de.kimhub.message;

import static de.kimhub.message.FieldKind.*;
import static de.kimhub.message.PersonalData.*;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every field that a case message can have, with its class of personal data. There is no free text.
 * Modelled on XInneres {@code IdentifikationPerson}, {@code Meldeanschrift}, {@code Geburt} and the event fields of
 * the XAusländer OZG messages (docs/reference.md lists them all). Numbers are stored: append, never renumber.
 */
public final class CanonicalSchema {

    private static final Map<String, Field> BY_PATH = new LinkedHashMap<>();
    private static final List<Field> BY_ID = new ArrayList<>();

    static {
        // A person has several parallel names (XInneres: nameNachPass, nameNachDeutschemRecht, nameNachEigenenAngaben,
        // abweichendeNamensschreibweise, aliasName); a single name is legal: family or given may be absent.
        int block = 10;
        for (NameType type : NameType.values()) {
            String name = "person.names." + type.code() + ".";
            add(block, name + "family", NAME, DIRECT_IDENTIFIER, null, type.severalPossible(), 120);
            add(block + 1, name + "given", NAME, DIRECT_IDENTIFIER, null, type.severalPossible(), 120);
            add(block + 2, name + "title", NAME, DIRECT_IDENTIFIER, null, type.severalPossible(), 60);
            block += 5;
        }
        // 10..49 are names
        add(50, "person.birth.date", PARTIAL_DATE, QUASI_IDENTIFIER, null, false, 10);
        add(51, "person.birth.place", NAME, QUASI_IDENTIFIER, null, false, 120);
        add(52, "person.birth.country", CODE, QUASI_IDENTIFIER, "staat", false, 3);
        add(53, "person.sex", CODE, QUASI_IDENTIFIER, "geschlecht", false, 1);
        add(54, "person.nationalities", CODE, QUASI_IDENTIFIER, "staatsangehoerigkeit", true, 3);
        add(55, "person.languages", CODE, QUASI_IDENTIFIER, "sprache", true, 3);
        add(56, "person.maritalStatus", CODE, QUASI_IDENTIFIER, "familienstand", false, 2);
        add(57, "person.disclosureBlock", CODE, SPECIAL_CATEGORY, "auskunftssperre", true, 2);
        add(58, "person.deathDate", PARTIAL_DATE, QUASI_IDENTIFIER, null, false, 10);
        add(59, "person.arrivalYear", INTEGER, QUASI_IDENTIFIER, null, false, 4);
        add(60, "person.telephone", TEXT, DIRECT_IDENTIFIER, null, false, 40);
        add(61, "person.email", TEXT, DIRECT_IDENTIFIER, null, false, 120);

        block = 70;
        for (AddressType type : AddressType.values()) {
            String address = "person.addresses." + type.code() + ".";
            add(block, address + "street", TEXT, DIRECT_IDENTIFIER, null, false, 55);
            add(block + 1, address + "houseNumber", TEXT, DIRECT_IDENTIFIER, null, false, 12);
            add(block + 2, address + "postalCode", TEXT, QUASI_IDENTIFIER, null, false, 5);
            add(block + 3, address + "town", TEXT, QUASI_IDENTIFIER, null, false, 40);
            add(block + 4, address + "municipality", AGS, QUASI_IDENTIFIER, null, false, 8);
            add(block + 5, address + "occupant", NAME, DIRECT_IDENTIFIER, null, false, 26);
            block += 10;
        }
        // 70..99 are addresses

        block = 100;
        for (IdentifierType type : IdentifierType.values()) {
            add(block, "person.identifiers." + type.code() + ".value", TEXT, DIRECT_IDENTIFIER, null, false, 40);
            add(block + 1, "person.identifiers." + type.code() + ".issuer", TEXT, NEUTRAL, null, false, 60);
            block += 2;
        }
        // 100..119 are identifiers

        // what every event has
        add(120, "event.occurredOn", DATE, NEUTRAL, null, false, 10);
        add(121, "event.occurredAt", TIMESTAMP, NEUTRAL, null, false, 16);
        add(122, "event.municipality", AGS, QUASI_IDENTIFIER, null, false, 8);
        add(123, "event.deadline", DATE, NEUTRAL, null, false, 10);
        add(124, "event.documents", CODE, NEUTRAL, "unterlage", true, 24);
        add(125, "case.number", TEXT, DIRECT_IDENTIFIER, null, false, 60);
        add(126, "case.openedOn", DATE, NEUTRAL, null, false, 10);
        add(127, "unit.name", TEXT, NEUTRAL, null, false, 80);
        add(128, "unit.telephone", TEXT, NEUTRAL, null, false, 40);
        add(129, "unit.email", TEXT, NEUTRAL, null, false, 120);
        add(130, "source.deliveryId", TEXT, NEUTRAL, null, false, 40);

        // typed attributes of single event types
        add(140, "residence.title", CODE, QUASI_IDENTIFIER, "aufenthaltstitel", false, 20);
        add(141, "residence.titleCoarse", CODE, QUASI_IDENTIFIER, "aufenthaltstitel-grob", false, 8);
        add(142, "residence.validUntil", DATE, NEUTRAL, null, false, 10);
        add(143, "residence.decision", CODE, NEUTRAL, "entscheidung", false, 20);
        add(144, "residence.status", CODE, NEUTRAL, "antragsstatus", false, 2);
        add(149, "course.part", CODE, NEUTRAL, "kursteil", false, 24);
        add(150, "course.kind", CODE, NEUTRAL, "kursart", false, 24);
        add(151, "course.entitlement", CODE, NEUTRAL, "berechtigung", false, 4);
        add(152, "course.provider", TEXT, NEUTRAL, null, false, 80);
        add(153, "course.startsOn", DATE, NEUTRAL, null, false, 10);
        add(154, "course.endsOn", DATE, NEUTRAL, null, false, 10);
        add(155, "course.result", CODE, NEUTRAL, "kursergebnis", false, 24);
        add(156, "course.languageLevel", CODE, NEUTRAL, "sprachniveau", false, 2);
        add(157, "course.validFrom", DATE, NEUTRAL, null, false, 10);
        add(158, "course.validUntil", DATE, NEUTRAL, null, false, 10);
        add(159, "course.refusalReason", CODE, NEUTRAL, "kursablehnung", false, 5);
        add(160, "naturalisation.decision", CODE, NEUTRAL, "entscheidung", false, 20);
        add(161, "naturalisation.assuranceValidUntil", DATE, NEUTRAL, null, false, 10);
        add(170, "benefit.kind", CODE, QUASI_IDENTIFIER, "leistungsart", false, 24);
        add(171, "benefit.startsOn", DATE, NEUTRAL, null, false, 10);
        add(172, "benefit.endsOn", DATE, NEUTRAL, null, false, 10);
        add(180, "measure.name", TEXT, NEUTRAL, null, false, 80);
        add(181, "measure.kind", CODE, NEUTRAL, "massnahmeart", false, 24);
        add(182, "measure.provider", TEXT, NEUTRAL, null, false, 80);
        add(183, "measure.startsOn", DATE, NEUTRAL, null, false, 10);
        add(184, "measure.endsOn", DATE, NEUTRAL, null, false, 10);
        add(185, "measure.endReason", CODE, NEUTRAL, "austrittsgrund", false, 24);
        add(190, "employment.startsOn", DATE, NEUTRAL, null, false, 10);
        add(191, "employment.endsOn", DATE, NEUTRAL, null, false, 10);
        add(200, "consultation.theme", CODE, NEUTRAL, "thema", false, 24);
        add(201, "consultation.kind", CODE, NEUTRAL, "beratungsart", false, 24);
        add(202, "goal.theme", CODE, NEUTRAL, "thema", false, 24);
        add(203, "referral.to", CODE, NEUTRAL, "stelle", false, 40);
        add(204, "case.closeReason", CODE, NEUTRAL, "abschlussgrund", false, 24);
        add(210, "appointment.at", TIMESTAMP, NEUTRAL, null, false, 16);
        add(211, "appointment.place", TEXT, NEUTRAL, null, false, 80);
        add(212, "appointment.kind", CODE, NEUTRAL, "terminart", false, 24);
        add(220, "school.level", CODE, QUASI_IDENTIFIER, "schulstufe", false, 24);
        add(221, "school.name", TEXT, QUASI_IDENTIFIER, null, false, 80);
        add(230, "structuralIssue.theme", CODE, NEUTRAL, "thema", false, 24);
        add(231, "structuralIssue.id", TEXT, NEUTRAL, null, false, 40);
        // consent: who may give what to whom, with the other office's file number as the client showed it
        add(240, "consent.purposes", CODE, NEUTRAL, "zweck", true, 40);
        add(241, "consent.sources", CODE, NEUTRAL, "stelle", true, 40);
        add(242, "consent.recipients", CODE, NEUTRAL, "stelle", true, 40);
        add(243, "consent.validUntil", DATE, NEUTRAL, null, false, 10);
        add(244, "consent.formVersion", TEXT, NEUTRAL, null, false, 20);
        add(245, "consent.formLanguage", CODE, QUASI_IDENTIFIER, "sprache", false, 3);
        add(246, "consent.secrecyRelease", BOOLEAN, NEUTRAL, null, false, 5);
        add(247, "consent.fileNumberAt", CODE, NEUTRAL, "stelle", true, 40);
        add(248, "consent.fileNumber", TEXT, DIRECT_IDENTIFIER, null, true, 60);
        add(249, "consent.id", TEXT, DIRECT_IDENTIFIER, null, false, 60);
        add(250, "consent.dataCategories", CODE, NEUTRAL, "datenart", true, 24);
        add(251, "consent.representative", BOOLEAN, NEUTRAL, null, false, 5);
    }

    private CanonicalSchema() {
    }

    /** All fields in the order of their numbers. */
    public static List<Field> fields() {
        return BY_ID.stream().filter(field -> field != null).toList();
    }

    public static Optional<Field> find(String path) {
        return Optional.ofNullable(BY_PATH.get(path));
    }

    /** @throws IllegalArgumentException for a path that the schema does not have; configuration is checked before */
    public static Field field(String path) {
        Field field = BY_PATH.get(path);
        if (field == null) {
            throw new IllegalArgumentException("The canonical schema has no field '" + path + "'");
        }
        return field;
    }

    static Field byId(int id) {
        Field field = id < BY_ID.size() ? BY_ID.get(id) : null;
        if (field == null) {
            throw new IllegalArgumentException("The canonical schema has no field number " + id);
        }
        return field;
    }

    private static void add(int id, String path, FieldKind kind, PersonalData personalData, String codeList,
                            boolean repeatable, int maxLength) {
        Field field = new Field(id, path, kind, personalData, codeList, repeatable, maxLength);
        BY_ID.addAll(Collections.nCopies(Math.max(0, id + 1 - BY_ID.size()), null));
        if (BY_ID.set(id, field) != null || BY_PATH.put(path, field) != null) {
            throw new IllegalStateException("Twice in the canonical schema: " + path + " (" + id + ")");
        }
    }
}
