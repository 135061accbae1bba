package de.kimhub.runtime.demo.kreis;

import static de.kimhub.runtime.demo.kreis.Calendar.Part.EARLY;
import static de.kimhub.runtime.demo.kreis.Office.ABH;
import static de.kimhub.runtime.demo.kreis.Office.BAMF;
import static de.kimhub.runtime.demo.kreis.Office.LANGUAGE_SCHOOL;

import de.kimhub.runtime.demo.kreis.Happening.Detail;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/**
 * One person's way through an integration course: the Ausländerbehörde lets or sends them there, the BAMF admits them,
 * and their course is told of by the school itself, or by the BAMF when the school takes no part.
 */
final class Courses {

    private static final int LEARNS = 18;
    private static final int LACKS_PROOF = 60;

    private final Resident person;
    private final Calendar calendar;
    private final Random random;
    private final Messages messages;
    private final boolean learns;
    private final boolean atSchool;
    private final boolean isRefused;

    /** @param applies for the German passport: many lack the proof of their German still */
    Courses(Resident person, Calendar calendar, Random random, boolean applies) {
        this.person = person;
        this.calendar = calendar;
        this.random = random;
        messages = new Messages(person, calendar, random);
        learns = chance(applies ? LACKS_PROOF : LEARNS);
        atSchool = learns && chance(60);
        isRefused = !learns && chance(3);
    }

    boolean atSchool() {
        return atSchool;
    }

    /** Whether the Ausländerbehörde says something of it. */
    boolean atAbh() {
        return learns || isRefused;
    }

    boolean atBamf() {
        return learns;
    }

    /** Month from which on the person has the letter with the BAMF's number. */
    int admission(int start) {
        return start + 1;
    }

    void live(int start) {
        if (!learns && !isRefused) {
            return;
        }
        messages.sayPerhapsWrong(start, ABH, chance(70) ? Kind.COURSE_ENTITLED : Kind.COURSE_OBLIGED,
                Map.of(Detail.COURSE, "ganz"), Map.of(Detail.COURSE, "orientierungskurs"));
        int admission = admission(start);
        if (isRefused) {
            messages.say(admission, BAMF, Kind.COURSE_NOT_ADMITTED, Map.of(Detail.REASON, chance(50) ? "17001" : "17111"));
            return;
        }
        messages.sayPerhapsWrong(admission, BAMF, Kind.COURSE_ADMITTED,
                Map.of(Detail.UNTIL, calendar.monthBegin(admission + 12).toString()),
                Map.of(Detail.UNTIL, calendar.monthBegin(admission + 24).toString()));
        attend(admission + 1, atSchool ? LANGUAGE_SCHOOL : BAMF);
    }

    private void attend(int start, Office office) {
        Map<Detail, String> course = new EnumMap<>(Detail.class);
        course.put(Detail.COURSE, chance(70) ? "Allgemeiner Integrationskurs" : "Alphabetisierungskurs");
        course.put(Detail.STARTS_ON, calendar.monthBegin(start).toString());
        add(start, office, Kind.COURSE_STARTED, course);
        int end = start + 4 + random.nextInt(3);
        course.put(Detail.ENDS_ON, calendar.monthBegin(end).toString());
        if (chance(15)) {
            add(end, office, Kind.COURSE_ABORTED, course);
            return;
        }
        Map<Detail, String> result = new EnumMap<>(course);
        result.put(Detail.RESULT, chance(75) ? "Bestanden" : "Nicht bestanden");
        result.put(Detail.LEVEL, chance(60) ? "B1" : "A2");
        add(end, office, Kind.COURSE_COMPLETED, result);
        if (office == LANGUAGE_SCHOOL) {
            // the BAMF tells of the test together with the course's end
            add(end + 1, office, Kind.TEST_RESULT, result);
        }
    }

    private void add(int month, Office office, Kind kind, Map<Detail, String> details) {
        if (Calendar.isWithin(month)) {
            calendar.add(month, EARLY, office, kind, person, details);
        }
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
