package de.kimhub.steering.catalogue;

import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reporting period, in the order of time. */
public record Quarter(int year, int number) implements Comparable<Quarter> {

    private static final Pattern FORM = Pattern.compile("([0-9]{4})-Q([1-4])");

    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), day.get(IsoFields.QUARTER_OF_YEAR));
    }

    /** Of {@code 2026-Q3}. */
    public static Optional<Quarter> find(String id) {
        Matcher matcher = FORM.matcher(id == null ? "" : id);
        return matcher.matches() ? Optional.of(new Quarter(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2))))
                : Optional.empty();
    }

    public static Quarter parse(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No quarter"));
    }

    public String id() {
        return year + "-Q" + number;
    }

    /** In the address of a release. */
    public String address() {
        return year + "-q" + number;
    }

    public String label() {
        return number + ". Quartal " + year;
    }

    public LocalDate begin() {
        return plus(-1).end().plusDays(1);
    }

    public LocalDate end() {
        return LocalDate.of(year, 3 * number, 1).plusMonths(1).minusDays(1);
    }

    public Quarter plus(int quarters) {
        int all = year * 4 + number - 1 + quarters;
        return new Quarter(all / 4, all % 4 + 1);
    }

    /** Both included; none when the last is before the first. */
    public static List<Quarter> between(Quarter first, Quarter last) {
        List<Quarter> all = new ArrayList<>();
        for (Quarter one = first; one.compareTo(last) <= 0; one = one.plus(1)) {
            all.add(one);
        }
        return all;
    }

    @Override
    public int compareTo(Quarter other) {
        return year != other.year ? Integer.compare(year, other.year) : Integer.compare(number, other.number);
    }
}
