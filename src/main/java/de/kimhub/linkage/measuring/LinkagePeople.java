package de.kimhub.linkage.measuring;

import de.kimhub.linkage.names.NameFrequencies;
import de.kimhub.message.FieldValues;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Invented people of a Kreis, each by their number alone. Names are as frequent as the shipped tables say, with vowels
 * put between the consonants of the skeletons there; the rest bear names made of syllables.
 */
final class LinkagePeople {

    private static final String[] BEGIN = {"Am", "Bor", "Cel", "Dar", "El", "Fat", "Gor", "Has", "Il", "Jas", "Kam",
        "Lam", "Mar", "Nad", "Om", "Par", "Raf", "Sam", "Tar", "Yus", "Zah", "Bek", "Dil", "Mir"};
    private static final String[] MIDDLE = {"a", "i", "u", "ari", "ela", "ino", "uma", "eda", "oli", "asa"};
    private static final String[] END = {"ra", "n", "m", "d", "lik", "ta", "b", "sh", "f", "k", "zan", "p"};
    private static final String[] FAMILY_END = {"dowski", "mann", "roglu", "zadeh", "lenko", "rani", "kiri", "stein",
        "tarian", "mabadi", "novic", "sen", "bulla", "berg", "reddin"};
    private static final String VOWELS = "aeiou";
    private static final int YEARS = 80;
    private static final int FIRST_YEAR = 1942;
    private static final int STREETS = 2_000;
    private static final int PLACES = 300;

    private final long seed;
    private final List<Weighted> given;
    private final List<Weighted> family;

    LinkagePeople(long seed) {
        this.seed = seed;
        given = table(1);
        family = table(2);
    }

    /** @param upTo share of people who have this name or one before it in the table */
    private record Weighted(String name, double upTo) {
    }

    /** As the first source writes them. */
    FieldValues person(int number) {
        return fields(number, new Random(seed + 2L * number * 7_919), false);
    }

    /** As another source writes them: with an error, or less of it, or after a move. */
    FieldValues otherwise(int number) {
        return fields(number, new Random(seed + 2L * number * 7_919), true);
    }

    private FieldValues fields(int number, Random random, boolean otherwise) {
        String givenName = pick(given, random, END);
        String familyName = pick(family, random, FAMILY_END);
        int year = FIRST_YEAR + random.nextInt(YEARS);
        boolean firstOfJanuary = random.nextInt(100) < 3;
        String birth = firstOfJanuary ? year + "-01-01"
                : "%d-%02d-%02d".formatted(year, 1 + random.nextInt(12), 1 + random.nextInt(28));
        String sex = random.nextBoolean() ? "m" : "w";
        String place = name(random.nextInt(PLACES), "stadt");
        String telephone = random.nextInt(10) < 6 ? "05221 " + (100_000 + random.nextInt(900_000)) : null;
        int street = random.nextInt(STREETS);
        int house = 1 + random.nextInt(60);
        int deviation = otherwise ? Math.floorMod(number * 31, 4) : -1;
        FieldValues.Builder fields = FieldValues.builder().set("person.names.official.given",
                        deviation == 0 ? doubled(givenName) : givenName)
                .set("person.names.official.family", familyName).set("person.birth.date", birth)
                .set("person.sex", sex).set("person.addresses.main.street", name(deviation == 1 ? street + 7 : street, "weg"))
                .set("person.addresses.main.houseNumber", String.valueOf(house))
                .set("person.addresses.main.postalCode", String.valueOf(32_040 + street % 12))
                .set("person.addresses.main.town", "Probehausen");
        if (deviation != 2) {
            fields.set("person.birth.place", place);
        }
        if (telephone != null && deviation != 3) {
            fields.set("person.telephone", telephone);
        }
        return fields.build();
    }

    private static String doubled(String name) {
        return name + name.charAt(name.length() - 1);
    }

    private static String name(int number, String end) {
        return BEGIN[number % BEGIN.length] + MIDDLE[number / BEGIN.length % MIDDLE.length]
                + END[number / BEGIN.length / MIDDLE.length % END.length] + end;
    }

    private static String pick(List<Weighted> names, Random random, String[] ends) {
        double share = random.nextDouble();
        if (share >= names.getLast().upTo()) {
            return pick(BEGIN, random) + pick(MIDDLE, random) + (ends == FAMILY_END ? pick(END, random) + "a" : "")
                    + pick(ends, random);
        }
        int low = 0;
        int high = names.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (names.get(middle).upTo() > share) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return names.get(low).name();
    }

    private static String pick(String[] all, Random random) {
        return all[random.nextInt(all.length)];
    }

    private static List<Weighted> table(int column) {
        List<Weighted> names = new ArrayList<>();
        double upTo = 0;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                NameFrequencies.class.getResourceAsStream("frequencies.csv"), StandardCharsets.UTF_8))) {
            for (String line : lines.lines().skip(1).toList()) {
                String[] cells = line.split(";");
                upTo += Double.parseDouble(cells[column]);
                names.add(new Weighted(spoken(cells[0]), upTo));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return names;
    }

    private static String spoken(String skeleton) {
        StringBuilder name = new StringBuilder();
        for (int i = 0; i < skeleton.length(); i++) {
            char letter = skeleton.charAt(i);
            name.append(i == 0 ? Character.toUpperCase(letter) : letter);
            if (VOWELS.indexOf(letter) < 0) {
                name.append(VOWELS.charAt((skeleton.hashCode() >>> i & 0xFF) % VOWELS.length()));
            }
        }
        return name.length() == 1 ? name + skeleton : name.toString();
    }
}
