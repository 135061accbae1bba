package de.kimhub.runtime.demo.kreis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.function.ToIntFunction;

/** Draws people; equal seeds give equal people. */
final class Residents {

    private static final List<String> STREETS = List.of("Musterstraße", "Beispielweg", "Am Probefeld", "Testallee",
            "Platzhaltergasse", "Zur Vorlage");
    private static final LocalDate OLDEST = LocalDate.of(1955, 1, 2);
    private static final int DAYS = 365 * 50;

    private final RandomGenerator random;
    private final Set<String> taken = new HashSet<>();

    Residents(RandomGenerator random) {
        this.random = random;
    }

    List<Resident> draw(int count) {
        List<Resident> people = new ArrayList<>(count);
        while (people.size() < count) {
            Resident person = person(people.size() + 1);
            // Two people with the same name and birth date are the linkage issue's matter.
            if (taken.add(person.fullName() + person.birth())) {
                people.add(person);
            }
        }
        return people;
    }

    private Resident person(int no) {
        Nationality nationality = weighted(Nationality.values(), Nationality::weight);
        Municipality home = weighted(Municipality.values(), Municipality::share);
        String sex = sex();
        boolean singleName = nationality == Nationality.ERITREA || chance(1);
        return new Resident(no, singleName ? null : one(nationality.families()), one(nationality.given(sex)),
                OLDEST.plusDays(random.nextInt(DAYS)), chance(2), sex, nationality, home, one(home.postalCodes()),
                one(STREETS), Integer.toString(1 + random.nextInt(120)));
    }

    private String sex() {
        int draw = random.nextInt(200);
        return draw == 0 ? "d" : draw == 1 ? "x" : draw < 100 ? "m" : "w";
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> T one(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> T weighted(T[] values, ToIntFunction<T> weight) {
        int draw = random.nextInt(Arrays.stream(values).mapToInt(weight).sum());
        for (T value : values) {
            draw -= weight.applyAsInt(value);
            if (draw < 0) {
                return value;
            }
        }
        throw new IllegalStateException("Weights changed while drawing");
    }
}
