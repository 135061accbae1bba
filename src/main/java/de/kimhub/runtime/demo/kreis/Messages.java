package de.kimhub.runtime.demo.kreis;

import de.kimhub.runtime.demo.kreis.Calendar.Part;
import de.kimhub.runtime.demo.kreis.Happening.Detail;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** What one person's offices say in messages: each once, some again as they were, some corrected by a message of its own. */
final class Messages {

    private final Resident person;
    private final Calendar calendar;
    private final Random random;

    Messages(Resident person, Calendar calendar, Random random) {
        this.person = person;
        this.calendar = calendar;
        this.random = random;
    }

    /** Nothing when the year is over before. */
    void say(int month, Office at, Kind kind, Map<Detail, String> details) {
        if (Calendar.isWithin(month)) {
            calendar.add(month, Part.LATER, at, kind, person, details);
        }
    }

    /**
     * The same for something that may have been wrong.
     *
     * @param right what the correction says, all of it
     */
    void sayPerhapsWrong(int month, Office at, Kind kind, Map<Detail, String> details, Map<Detail, String> right) {
        if (!Calendar.isWithin(month)) {
            return;
        }
        Happening said = calendar.add(month, Part.LATER, at, kind, person, details);
        int draw = random.nextInt(100);
        if (draw < 4) {
            calendar.corrected(month + 1, said, version(said, right, 1));
            if (draw == 0) {
                // the correction was wrong, too: what was said first is right
                calendar.corrected(month + 2, said, version(said, details, 2));
            }
        } else if (draw < 7) {
            calendar.again(month + 1, said, Kind.REPEATED, version(said, details, 0));
        }
    }

    /** Of a message: which of its versions it is, and what kind of message it is in all of them. */
    static Map<Detail, String> version(Happening said, Map<Detail, String> details, int version) {
        Map<Detail, String> all = new EnumMap<>(Detail.class);
        all.putAll(details);
        all.put(Detail.ORIGINAL, said.kind().name());
        all.put(Detail.VERSION, Integer.toString(version));
        return all;
    }
}
