package de.kimhub.runtime.demo.kreis;

import static de.kimhub.runtime.demo.kreis.Calendar.Part.BEGINNING;
import static de.kimhub.runtime.demo.kreis.Calendar.Part.EARLY;
import static de.kimhub.runtime.demo.kreis.Calendar.Part.LATER;

import de.kimhub.runtime.demo.kreis.Happening.Detail;
import java.util.ArrayList;
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
    private final boolean coordinated;
    private final Immigration immigration;
    private final Courses courses;

    Life(Resident person, Calendar calendar, Random random) {
        this.person = person;
        this.calendar = calendar;
        this.random = random;
        caseOffice = chance(45) ? Office.caseManagementIn(person.home()) : null;
        atJobcenter = caseOffice == null || chance(80);
        naturalises = chance(8);
        coordinated = caseOffice != null && chance(12);
        immigration = new Immigration(person, calendar, random, naturalises);
        courses = new Courses(person, calendar, random, naturalises);
    }

    void live() {
        int start = chance(40) ? 0 : random.nextInt(LAST_START);
        if (atJobcenter) {
            new WorkLife(person, calendar, random).live(start);
        }
        if (naturalises) {
            new Procedures(person, calendar, random).naturalisation(start + 1);
        }
        int atAbh = chance(70) ? start : random.nextInt(start + 1);
        immigration.live(atAbh);
        courses.live(atAbh);
        if (caseOffice != null) {
            caseManagement(start, courses.atBamf() ? courses.admission(atAbh) : SyntheticKreis.MONTHS);
        }
    }

    /** @param letter month in which the BAMF's letter with its number comes */
    private void caseManagement(int start, int letter) {
        calendar.add(start, BEGINNING, caseOffice, Kind.CASE_OPENED, person, Map.of());
        boolean consents = chance(60);
        if (consents) {
            consent(start, letter);
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

    private void consent(int month, int letter) {
        boolean narrow = chance(20);
        List<String> sources = narrow ? List.of("jobcenter") : List.of("jobcenter", "einbuergerungsbehoerde",
                "sprachkurstraeger", "ki_koordination", "auslaenderbehoerde", "bamf", own());
        List<String> recipients = new ArrayList<>(narrow ? List.of(own())
                : List.of(own(), "einbuergerungsbehoerde", "ki_koordination"));
        Set<Office> shown = namedAt(letter < month);
        if (!narrow && chance(15)) {
            recipients.add("sonstige");
            shown.add(Office.REFUGEE_AID);
        }
        Map<Detail, String> details = new EnumMap<>(Map.of(
                Detail.CONSENT, "EW-%04d".formatted(person.no()),
                Detail.SOURCES, String.join(",", sources),
                Detail.RECIPIENTS, String.join(",", recipients),
                Detail.RELEASE, chance(85) ? "ja" : "nein",
                Detail.NAMED_AT, names(shown)));
        calendar.add(month, EARLY, caseOffice, Kind.CONSENT, person, Map.copyOf(details));
        int withdrawal = month + 2 + random.nextInt(6);
        boolean withdrawn = chance(6) && Calendar.isWithin(withdrawal);
        if (withdrawn) {
            calendar.add(withdrawal, EARLY, caseOffice, Kind.WITHDRAWAL, person,
                    Map.of(Detail.CONSENT, details.get(Detail.CONSENT)));
        }
        if (!narrow && letter >= month && letter + 1 < (withdrawn ? withdrawal : SyntheticKreis.MONTHS)) {
            // the letter with the BAMF's number has come: she brings it, and the consent is entered with it anew
            shown.add(Office.BAMF);
            details.put(Detail.NAMED_AT, names(shown));
            calendar.add(letter + 1, EARLY, caseOffice, Kind.CONSENT, person, Map.copyOf(details));
        }
    }

    private static String names(Set<Office> offices) {
        return offices.stream().map(Office::name).collect(Collectors.joining(","));
    }

    /** Offices whose file number the client shows; the others are left to name and birth date. */
    private Set<Office> namedAt(boolean hasLetter) {
        Set<Office> offices = new LinkedHashSet<>();
        if (atJobcenter) {
            offices.add(Office.JOBCENTER);
        }
        if (naturalises && (!person.linksByName() || chance(70))) {
            offices.add(Office.NATURALISATION);
        }
        if (courses.atSchool() && (!person.linksByName() || chance(70))) {
            offices.add(Office.LANGUAGE_SCHOOL);
        }
        if (coordinated) {
            offices.add(Office.COORDINATION);
        }
        if (immigration.saysOnlyTheNumber() || (immigration.saysAnything() || courses.atAbh())
                && (!person.linksByName() || chance(70))) {
            offices.add(Office.ABH);
        }
        if (hasLetter) {
            offices.add(Office.BAMF);
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
