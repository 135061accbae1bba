package de.kimhub.linkage.register;

import de.kimhub.message.FieldValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Invented people as several offices write them: with typing errors, names the other way round, 1 January for a date, or
 * less than the others know. Every tenth has a twin, every twentieth a namesake.
 */
final class People {

    private static final String[] BEGIN = {"Am", "Bor", "Cel", "Dar", "El", "Fat", "Gor", "Has", "Il", "Jas", "Kam",
        "Lam", "Mar", "Nad", "Om", "Par", "Raf", "Sam", "Tar", "Yus", "Zah", "Bek", "Dil", "Mir"};
    private static final String[] MIDDLE = {"a", "i", "u", "ari", "ela", "ino", "uma", "eda", "oli", "asa"};
    private static final String[] END = {"ra", "n", "m", "d", "lik", "ta", "b", "sh", "f", "k", "zan", "p"};
    private static final String[] FAMILY_END = {"owski", "mann", "oglu", "zadeh", "enko", "ani", "iri", "stein", "arian",
        "abadi", "ovic", "sen", "ulla", "berg", "eddin"};
    private static final String[] TOWNS = {"Musterdorf", "Neustadt", "Probehausen", "Beispielheim", "Testingen"};

    private People() {
    }

    private record One(String given, String family, String birth, String sex, String place, String street, int house,
                       String telephone) {
    }

    /** So many people with so many records each, in the order of the people. */
    static List<FieldValues> records(int people, int variants, long seed) {
        Random random = new Random(seed);
        List<FieldValues> records = new ArrayList<>();
        One last = null;
        for (int i = 0; i < people; i++) {
            One one = last != null && i % 10 == 9 ? twin(last, random)
                    : last != null && i % 20 == 8 ? namesake(last, random) : somebody(random);
            for (int v = 0; v < variants; v++) {
                records.add(v == 0 ? fields(one, random, 0) : fields(variant(one, random), random, 3));
            }
            last = one;
        }
        return records;
    }

    private static One somebody(Random random) {
        return new One(given(random), pick(BEGIN, random) + pick(MIDDLE, random) + pick(FAMILY_END, random),
                birth(random), random.nextBoolean() ? "m" : "w", pick(TOWNS, random),
                pick(BEGIN, random) + pick(END, random) + "weg", 1 + random.nextInt(80),
                "05221 " + (100_000 + random.nextInt(900_000)));
    }

    private static String given(Random random) {
        return pick(BEGIN, random) + pick(MIDDLE, random) + pick(END, random);
    }

    private static String birth(Random random) {
        return "%d-%02d-%02d".formatted(1950 + random.nextInt(60), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    private static One twin(One one, Random random) {
        return new One(given(random), one.family(), one.birth(), one.sex(), one.place(), one.street(), one.house(),
                one.telephone());
    }

    private static One namesake(One one, Random random) {
        One other = somebody(random);
        return new One(one.given(), one.family(), other.birth(), one.sex(), other.place(), other.street(), other.house(),
                other.telephone());
    }

    private static One variant(One one, Random random) {
        return switch (random.nextInt(7)) {
            case 0 -> new One(typo(one.given(), random), one.family(), one.birth(), one.sex(), one.place(), one.street(),
                    one.house(), one.telephone());
            case 1 -> new One(one.given(), typo(one.family(), random), one.birth(), one.sex(), one.place(), one.street(),
                    one.house(), one.telephone());
            case 2 -> new One(one.family(), one.given(), one.birth(), one.sex(), one.place(), one.street(), one.house(),
                    one.telephone());
            case 3 -> new One(one.given(), one.family(), one.birth().substring(0, 4) + "-01-01", one.sex(), one.place(),
                    one.street(), one.house(), one.telephone());
            case 4 -> new One(one.given(), one.family(), one.birth(), one.sex(), one.place(),
                    pick(BEGIN, random) + pick(END, random) + "weg", 1 + random.nextInt(80), one.telephone());
            case 5 -> new One(one.given() + " " + given(random), one.family(), one.birth(), one.sex(), one.place(),
                    one.street(), one.house(), one.telephone());
            default -> one;
        };
    }

    private static String typo(String name, Random random) {
        int at = random.nextInt(name.length() - 1);
        return switch (random.nextInt(3)) {
            case 0 -> name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
            default -> name.substring(0, at) + name.charAt(at) + name.substring(at);
        };
    }

    /** @param missing one in so many fields is left out; 0 for none */
    private static FieldValues fields(One one, Random random, int missing) {
        FieldValues.Builder builder = FieldValues.builder().set("person.names.official.given", one.given())
                .set("person.names.official.family", one.family()).set("person.birth.date", one.birth());
        set(builder, "person.sex", one.sex(), random, missing);
        set(builder, "person.birth.place", one.place(), random, missing);
        set(builder, "person.telephone", one.telephone(), random, missing);
        if (missing == 0 || random.nextInt(missing) > 0) {
            builder.set("person.addresses.main.street", one.street())
                    .set("person.addresses.main.houseNumber", String.valueOf(one.house()))
                    .set("person.addresses.main.postalCode", "32049").set("person.addresses.main.town", "Probehausen");
        }
        return builder.build();
    }

    private static void set(FieldValues.Builder builder, String path, String value, Random random, int missing) {
        if (missing == 0 || random.nextInt(missing) > 0) {
            builder.set(path, value);
        }
    }

    private static String pick(String[] all, Random random) {
        return all[random.nextInt(all.length)];
    }
}
