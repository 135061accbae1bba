package de.kimhub.runtime.demo.kreis;

import static de.kimhub.runtime.demo.kreis.Calendar.Part.BEGINNING;
import static de.kimhub.runtime.demo.kreis.Calendar.Part.EARLY;
import static de.kimhub.runtime.demo.kreis.Calendar.Part.LATER;

import de.kimhub.runtime.demo.kreis.Happening.Detail;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** One person's year at the offices. */
final class Life {

    private static final int LAST_START = 9;

    private final Resident person;
    private final Calendar calendar;
    private final Random random;
    private final Office caseOffice;
    private final boolean atJobcenter;
    private final boolean naturalises;
    private final boolean learns;
    private final boolean coordinated;

    Life(Resident person, Calendar calendar, Random random) {
        this.person = person;
        this.calendar = calendar;
        this.random = random;
        caseOffice = chance(45) ? Office.caseManagementIn(person.home()) : null;
        atJobcenter = caseOffice == null || chance(80);
        naturalises = chance(8);
        learns = chance(12);
        coordinated = caseOffice != null && chance(12);
    }

    void live() {
        int start = chance(40) ? 0 : random.nextInt(LAST_START);
        if (atJobcenter) {
            new WorkLife(person, calendar, random).live(start);
        }
        if (naturalises) {
            new Procedures(person, calendar, random).naturalisation(start + 1);
        }
        if (learns) {
            new Procedures(person, calendar, random).course(start + 1);
        }
        if (caseOffice != null) {
            caseManagement(start);
        }
    }

    private void caseManagement(int start) {
        calendar.add(start, BEGINNING, caseOffice, Kind.CASE_OPENED, person, Map.of());
        boolean consents = chance(60);
        if (consents) {
            consent(start);
        }
        if (coordinated && consents) {
            coordination(start);
        }
        int end = start > 2 || chance(80) ? SyntheticKreis.MONTHS : start + 6;
        for (int month = start; month < Math.min(end, SyntheticKreis.MONTHS); month++) {
            counselling(month);
        }
        if (end < SyntheticKreis.MONTHS) {
            calendar.add(end, LATER, caseOffice, Kind.CASE_CLOSED, person, Map.of(Detail.REASON, "ziele_erreicht"));
        }
        if (chance(1)) {
            calendar.add(SyntheticKreis.MONTHS - 1, LATER, caseOffice, Kind.BAD, person, Map.of());
        }
    }

    /** About five in a year for somebody who is there from its beginning. */
    private void counselling(int month) {
        int count = chance(10) ? 2 : chance(40) ? 1 : 0;
        for (int i = 0; i < count; i++) {
            Happening told = calendar.add(month, LATER, caseOffice, Kind.CONSULTATION, person,
                    Map.of(Detail.THEME, Themes.any(random), Detail.KIND, chance(60) ? "persoenlich" : "telefonisch"));
            afterwards(month, told);
        }
        if (chance(4)) {
            calendar.add(month, LATER, caseOffice, Kind.GOAL, person, Map.of(Detail.THEME, Themes.any(random)));
        }
        if (chance(3)) {
            calendar.add(month, LATER, caseOffice, Kind.APPOINTMENT_MISSED, person, Map.of());
        }
        if (chance(5)) {
            afterwards(month, calendar.add(month, LATER, caseOffice, Kind.CONFERENCE, person,
                    Map.of(Detail.THEME, Themes.any(random))));
        }
        if (chance(4)) {
            calendar.add(month, LATER, caseOffice, Kind.REFERRED, person,
                    Map.of(Detail.THEME, "sprache", Detail.TO, "sprachkurstraeger"));
        }
    }

    /** Some entries are corrected, taken back or exported twice a month later. */
    private void afterwards(int month, Happening told) {
        int draw = random.nextInt(100);
        if (draw < 3) {
            String other = told.detail(Detail.THEME).equals("wohnen") ? "arbeit" : "wohnen";
            Map<Detail, String> details = withOriginal(told);
            details.put(Detail.THEME, other);
            calendar.again(month + 1, told, Kind.CORRECTED, details);
        } else if (draw < 5) {
            calendar.again(month + 1, told, Kind.RETRACTED, withOriginal(told));
        } else if (draw < 7) {
            calendar.again(month + 1, told, Kind.REPEATED, withOriginal(told));
        }
    }

    private static Map<Detail, String> withOriginal(Happening told) {
        Map<Detail, String> details = new EnumMap<>(Detail.class);
        details.putAll(told.details());
        details.put(Detail.ORIGINAL, told.kind().name());
        return details;
    }

    private void consent(int month) {
        boolean narrow = chance(20);
        List<String> sources = narrow ? List.of("jobcenter")
                : List.of("jobcenter", "einbuergerungsbehoerde", "sprachkurstraeger", "ki_koordination", own());
        List<String> recipients = narrow ? List.of(own())
                : List.of(own(), "einbuergerungsbehoerde", "ki_koordination");
        String number = "EW-%04d".formatted(person.no());
        calendar.add(month, EARLY, caseOffice, Kind.CONSENT, person, Map.of(
                Detail.CONSENT, number,
                Detail.SOURCES, String.join(",", sources),
                Detail.RECIPIENTS, String.join(",", recipients),
                Detail.RELEASE, chance(85) ? "ja" : "nein",
                Detail.NAMED_AT, namedAt().stream().map(Office::name).collect(Collectors.joining(","))));
        int withdrawal = month + 2 + random.nextInt(6);
        if (chance(6) && Calendar.isWithin(withdrawal)) {
            calendar.add(withdrawal, EARLY, caseOffice, Kind.WITHDRAWAL, person, Map.of(Detail.CONSENT, number));
        }
    }

    /** Offices whose file number the client shows; the others are left to name and birth date. */
    private Set<Office> namedAt() {
        Set<Office> offices = new LinkedHashSet<>();
        if (atJobcenter) {
            offices.add(Office.JOBCENTER);
        }
        if (naturalises && (!person.linksByName() || chance(70))) {
            offices.add(Office.NATURALISATION);
        }
        if (learns && (!person.linksByName() || chance(70))) {
            offices.add(Office.LANGUAGE_SCHOOL);
        }
        if (coordinated) {
            offices.add(Office.COORDINATION);
        }
        return offices;
    }

    private String own() {
        return caseOffice == Office.HIDDENHAUSEN ? "kommunales_case_management" : "wohlfahrtsverband";
    }

    private void coordination(int start) {
        calendar.add(start, LATER, Office.COORDINATION, Kind.COORDINATION_OPENED, person, Map.of());
        int month = start + 1 + random.nextInt(4);
        if (Calendar.isWithin(month)) {
            calendar.add(month, LATER, Office.COORDINATION, Kind.COORDINATION_CONFERENCE, person,
                    Map.of(Detail.THEME, Themes.any(random)));
        }
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
