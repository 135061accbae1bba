package de.kimhub.runtime.demo;

import de.kimhub.runtime.demo.kreis.Happening;
import de.kimhub.runtime.demo.kreis.Happening.Detail;
import de.kimhub.runtime.demo.kreis.Month;
import de.kimhub.runtime.demo.kreis.Office;
import de.kimhub.runtime.demo.kreis.Resident;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** Gives the people of a synthetic year names, birth dates, streets and numbers that stand nowhere else. */
final class Marks {

    /** Their last digits are the same: of the last character in Base64 some bits depend on what follows. */
    private static final int FIRST_NUMBER = 900_007;
    private static final int APART = 10;
    private static final LocalDate BIRTHS = LocalDate.of(1921, 2, 3);
    private static final String CONSONANTS = "bdfgkpqvwxz";
    private static final String VOWELS = "aeiouy";

    private final Random random = new Random(5);
    private final Map<Integer, Resident> people = new HashMap<>();
    private final Set<Mark> all = new LinkedHashSet<>();

    enum Kind { NAME, BIRTH, STREET, AZR, KUNDENNUMMER, BG_NUMMER, FILE_NUMBER }

    /** @param office whose file number it is, else {@code null} */
    record Mark(Kind kind, Office office, String text) {
    }

    Set<Mark> all() {
        return all;
    }

    /** The same year, of other people. */
    List<Happening> marked(Month month, int wave) {
        return month.waves().get(wave).stream().map(this::marked).toList();
    }

    private Happening marked(Happening one) {
        if (one.who() == null) {
            return one;
        }
        Resident who = people.computeIfAbsent(one.who().no(), no -> marked(one.who()));
        Map<Detail, String> details = new EnumMap<>(Detail.class);
        details.putAll(one.details());
        details.computeIfPresent(Detail.NAME, (detail, name) -> who.family() + "-Beispiel");
        return new Happening(one.number(), one.at(), one.kind(), who, one.on(), details);
    }

    private Resident marked(Resident plain) {
        int no = FIRST_NUMBER + APART * plain.no();
        Resident who = new Resident(no, plain.family() == null ? null : word(), word(), BIRTHS.plusDays(13L * plain.no()),
                plain.birthYearOnly(), plain.sex(), plain.nationality(), plain.home(), plain.postalCode(), word() + "weg",
                plain.houseNumber());
        note(who);
        return who;
    }

    private void note(Resident who) {
        if (who.family() != null) {
            all.add(new Mark(Kind.NAME, null, who.family()));
        }
        all.add(new Mark(Kind.NAME, null, who.given()));
        all.add(new Mark(Kind.STREET, null, who.street()));
        all.add(new Mark(Kind.AZR, Office.ABH, "200101%06d".formatted(who.no())));
        all.add(new Mark(Kind.BG_NUMMER, Office.JOBCENTER, "31702BG%07d".formatted(who.no())));
        if (!who.birthYearOnly()) {
            for (String form : List.of("yyyy-MM-dd", "dd.MM.yyyy", "yyyyMMdd", "ddMMyyyy")) {
                all.add(new Mark(Kind.BIRTH, null, DateTimeFormatter.ofPattern(form).format(who.birth())));
            }
        }
        for (Office office : Office.values()) {
            all.add(new Mark(office == Office.JOBCENTER ? Kind.KUNDENNUMMER : Kind.FILE_NUMBER, office, office.fileNumber(who)));
        }
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int syllable = 0; syllable < 5; syllable++) {
            word.append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())))
                    .append(VOWELS.charAt(random.nextInt(VOWELS.length())));
        }
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
