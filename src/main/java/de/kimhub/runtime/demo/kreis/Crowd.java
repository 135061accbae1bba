package de.kimhub.runtime.demo.kreis;

import java.time.LocalDate;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Very many people for load: a person is a number, and what a Jobcenter knows of it a version that grows month by
 * month. Each version shows in a measure's name and in a benefit's first day, so that any recipient's item tells of
 * which version it is.
 */
public final class Crowd {

    private static final LocalDate FIRST_BENEFIT = LocalDate.of(2020, 1, 1);
    private static final LocalDate FIRST_BIRTH = LocalDate.of(1960, 1, 2);
    private static final int LETTERS = 26;

    private final Random random;
    private final short[] versions;

    public Crowd(long seed, int people) {
        random = new Random(seed);
        versions = new short[people + 1];
    }

    public int people() {
        return versions.length - 1;
    }

    public IntStream numbers() {
        return IntStream.rangeClosed(1, people());
    }

    /** A month passes: of so many percent of the people the Jobcenter has something new. */
    public void nextMonth(int percent) {
        for (int person = 1; person < versions.length; person++) {
            if (random.nextInt(100) < percent) {
                versions[person]++;
            }
        }
    }

    public int version(int person) {
        return versions[person];
    }

    public String measure(int person) {
        return "Probe %07d-%03d".formatted(person, versions[person]);
    }

    public LocalDate benefitFrom(int person) {
        return FIRST_BENEFIT.plusDays(versions[person]);
    }

    public String family(int person) {
        return "Muster" + letters(person);
    }

    public String given(int person) {
        return "Beispiel" + letters(person * 7L % 997);
    }

    public LocalDate birth(int person) {
        return FIRST_BIRTH.plusDays(person % 15_000);
    }

    private static String letters(long number) {
        StringBuilder text = new StringBuilder();
        for (long rest = number; rest > 0; rest /= LETTERS) {
            text.append((char) ('a' + rest % LETTERS));
        }
        return text.toString();
    }
}
