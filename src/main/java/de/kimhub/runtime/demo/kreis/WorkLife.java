package de.kimhub.runtime.demo.kreis;

import static de.kimhub.runtime.demo.kreis.Calendar.Part.EARLY;
import static de.kimhub.runtime.demo.kreis.Calendar.Part.LATER;

import de.kimhub.runtime.demo.kreis.Happening.Detail;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One person's year at the Jobcenter. */
final class WorkLife {

    private static final List<String> MEASURES = List.of("Aktivierung Probe", "Bewerbungswerkstatt Muster",
            "Berufssprachkurs Beispiel", "Umschulung Entwurf", "Praktikum Testbetrieb");
    private static final List<String> KINDS = List.of("MAT", "AVGS", "DeuFöV", "FbW", "MAG");
    private static final List<String> REASONS = List.of("planmäßig", "planmäßig", "Arbeitsaufnahme", "Umzug");

    private final Resident person;
    private final Calendar calendar;
    private final Random random;

    WorkLife(Resident person, Calendar calendar, Random random) {
        this.person = person;
        this.calendar = calendar;
        this.random = random;
    }

    /** @param caseStart month in which a case manager meets the person */
    void live(int caseStart) {
        int registered = chance(80) ? 0 : random.nextInt(caseStart + 1);
        Happening benefit = calendar.add(registered, EARLY, Office.JOBCENTER, Kind.CLIENT_REGISTERED, person,
                Map.of());
        int measures = chance(35) ? chance(30) ? 2 : 1 : 0;
        int month = registered + random.nextInt(3);
        for (int i = 0; i < measures && Calendar.isWithin(month); i++) {
            month = measure(month) + 1;
        }
        boolean leaves = chance(7) && Calendar.isWithin(month + 1);
        if (leaves) {
            calendar.add(month + 1, LATER, Office.JOBCENTER, Kind.CLIENT_LEFT, person, Map.of());
        }
        if (chance(1) && !leaves) {
            calendar.again(SyntheticKreis.MONTHS - 1, benefit, Kind.BAD, Map.of());
        }
    }

    private int measure(int month) {
        int which = random.nextInt(MEASURES.size());
        Happening started = calendar.add(month, LATER, Office.JOBCENTER, Kind.MEASURE_STARTED, person, Map.of());
        Map<Detail, String> details = Map.of(
                Detail.MEASURE, MEASURES.get(which) + " " + (char) ('A' + month),
                Detail.KIND, KINDS.get(which),
                Detail.PROVIDER, "Probe-Akademie " + person.home().town(),
                Detail.STARTS_ON, started.on().toString());
        calendar.replace(month, started, details);
        if (chance(12)) {
            details = with(details, Detail.STARTS_ON, started.on().plusDays(3).toString());
            calendar.again(month + 1, started, Kind.MEASURE_MOVED, details);
        }
        int end = month + 2 + random.nextInt(3);
        if (Calendar.isWithin(end)) {
            Happening ended = calendar.add(end, LATER, Office.JOBCENTER, Kind.MEASURE_ENDED, person, details);
            calendar.replace(end, ended, with(with(details, Detail.ENDS_ON, ended.on().toString()), Detail.REASON,
                    REASONS.get(random.nextInt(REASONS.size()))));
        }
        return end;
    }

    private static Map<Detail, String> with(Map<Detail, String> details, Detail name, String value) {
        Map<Detail, String> all = new EnumMap<>(details);
        all.put(name, value);
        return all;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
