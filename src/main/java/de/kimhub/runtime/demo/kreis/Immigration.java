package de.kimhub.runtime.demo.kreis;

import static de.kimhub.runtime.demo.kreis.Office.ABH;

import de.kimhub.runtime.demo.kreis.Happening.Detail;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** One person's year at the Ausländerbehörde, apart from courses. */
final class Immigration {

    private static final List<String> TIMES = List.of("08:15", "09:30", "11:00", "14:45");

    private final Resident person;
    private final Calendar calendar;
    private final Random random;
    private final Messages messages;
    private final boolean arrives;
    private final boolean applies;
    private final boolean marries;
    private final boolean moves;
    private final boolean isBlocked;

    /** @param german who is about to become it has a title for good, and asks for none */
    Immigration(Resident person, Calendar calendar, Random random, boolean german) {
        this.person = person;
        this.calendar = calendar;
        this.random = random;
        messages = new Messages(person, calendar, random);
        arrives = !german && chance(10);
        applies = arrives || !german && chance(28);
        marries = !german && person.family() != null && chance(2);
        moves = chance(4);
        isBlocked = chance(2);
    }

    /** Whether the Ausländerbehörde says anything of which the file number alone tells whom it concerns. */
    boolean saysOnlyTheNumber() {
        return applies || marries;
    }

    boolean saysAnything() {
        return saysOnlyTheNumber() || moves || isBlocked;
    }

    /** @param start month in which the person's year begins */
    void live(int start) {
        if (arrives) {
            messages.say(start, ABH, Kind.ARRIVED, Map.of());
        }
        if (applies) {
            application(start);
        }
        int month = start + 1 + random.nextInt(6);
        if (marries) {
            messages.say(month, ABH, Kind.NAME_CHANGED, Map.of(Detail.NAME, person.family() + "-Beispiel"));
        }
        if (moves) {
            messages.say(month + 1, ABH, Kind.MOVED, Map.of());
        }
        if (isBlocked) {
            messages.say(month, ABH, Kind.BLOCK_SET, Map.of());
            if (chance(40)) {
                messages.say(month + 3, ABH, Kind.BLOCK_LIFTED, Map.of());
            }
        }
    }

    private void application(int start) {
        messages.sayPerhapsWrong(start, ABH, Kind.RESIDENCE_STATUS, Map.of(Detail.STATUS, "01"),
                Map.of(Detail.STATUS, "02"));
        LocalDate day = calendar.monthBegin(start + 2).plusDays(random.nextInt(20));
        int time = random.nextInt(TIMES.size() - 1);
        messages.sayPerhapsWrong(start + 1, ABH, Kind.RESIDENCE_APPOINTMENT, appointment(day, TIMES.get(time)),
                appointment(day, TIMES.get(time + 1)));
        messages.say(start + 2, ABH, Kind.RESIDENCE_STATUS, Map.of(Detail.STATUS, "05"));
        if (chance(2)) {
            messages.say(SyntheticKreis.MONTHS - 1, ABH, Kind.BAD, Map.of());
        }
    }

    private static Map<Detail, String> appointment(LocalDate day, String time) {
        return Map.of(Detail.AT, day + "T" + time);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }
}
