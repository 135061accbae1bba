package de.kimhub.runtime.demo.kreis;

import static de.kimhub.runtime.demo.kreis.Calendar.Part.LATER;

import de.kimhub.runtime.demo.kreis.Happening.Detail;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** One person's way to the German passport. */
final class Procedures {

    private final Resident person;
    private final Calendar calendar;
    private final Random random;

    Procedures(Resident person, Calendar calendar, Random random) {
        this.person = person;
        this.calendar = calendar;
        this.random = random;
    }

    void naturalisation(int start) {
        at(start, Kind.NATURALISATION_APPLIED, Map.of());
        Map<Detail, String> documents = Map.of(Detail.DOCUMENTS, chance(50) ? "B1_NACHWEIS,MIETVERTRAG" : "PASS",
                Detail.DEADLINE, calendar.monthBegin(start + 3).toString());
        Happening asked = at(start + 1, Kind.DOCUMENTS_REQUESTED, documents);
        if (asked != null && chance(20)) {
            Map<Detail, String> later = new EnumMap<>(documents);
            later.put(Detail.DEADLINE, calendar.monthBegin(start + 4).toString());
            later.put(Detail.ORIGINAL, asked.kind().name());
            calendar.again(start + 2, asked, Kind.CORRECTED, later);
        }
        at(start + 2, Kind.OTHERS_ASKED, Map.of());
        boolean granted = chance(90);
        at(start + 4, Kind.NATURALISATION_DECIDED, Map.of(Detail.DECISION, granted ? "STATTGEGEBEN" : "ABGELEHNT"));
        if (granted) {
            at(start + 5, Kind.CERTIFICATE_APPOINTMENT, Map.of());
            at(start + 6, Kind.NATURALISED, Map.of());
        }
    }

    private Happening at(int month, Kind kind, Map<Detail, String> details) {
        return Calendar.isWithin(month)
                ? calendar.add(month, LATER, Office.NATURALISATION, kind, person, details) : null;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
