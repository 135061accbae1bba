package de.kimhub.runtime.demo.kreis;

import de.kimhub.runtime.demo.kreis.Happening.Detail;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A year in a synthetic Kreis Herford: equal seeds and dates give equal people and events, in the proportions of a
 * programme with case managers in four municipalities.
 */
public final class SyntheticKreis {

    public static final int MONTHS = 12;
    private static final int ISSUES = 6;

    private final List<Resident> residents;
    private final List<Month> months;

    private SyntheticKreis(List<Resident> residents, List<Month> months) {
        this.residents = residents;
        this.months = months;
    }

    /** @param begin first day of the year */
    public static SyntheticKreis draw(long seed, int people, LocalDate begin) {
        Random random = new Random(seed);
        Calendar calendar = new Calendar(begin, random);
        List<Resident> residents = new Residents(random).draw(people);
        residents.forEach(person -> new Life(person, calendar, random).live());
        issues(calendar, random);
        trials(calendar, people);
        return new SyntheticKreis(residents, months(calendar, begin));
    }

    public List<Resident> residents() {
        return residents;
    }

    public List<Month> months() {
        return months;
    }

    private static void issues(Calendar calendar, Random random) {
        for (int issue = 1; issue <= ISSUES; issue++) {
            int month = random.nextInt(MONTHS - 2);
            calendar.issue(month, Kind.ISSUE_RAISED, issue, Themes.any(random));
            if (issue % 2 == 0) {
                calendar.issue(month + 2, Kind.ISSUE_RESOLVED, issue, Themes.any(random));
            }
        }
    }

    /** The Ausländerbehörde's software house tries its new release, now and then with a message as it must not be. */
    private static void trials(Calendar calendar, int people) {
        Resident nobody = new Resident(people + 1, "Testfall", "Probelauf", LocalDate.of(1990, 5, 17), false, "x",
                Nationality.STATELESS, Municipality.HERFORD, "32049", "Testallee", "1");
        for (int month = 1; month < MONTHS; month += 3) {
            calendar.add(month, Calendar.Part.LATER, Office.ABH, Kind.TEST_MESSAGE, nobody, Map.of());
            calendar.add(month + 1, Calendar.Part.LATER, Office.ABH, Kind.BAD, nobody,
                    Map.of(Detail.REASON, month % 2 == 0 ? "unqualified" : "unknown-message"));
        }
    }

    private static List<Month> months(Calendar calendar, LocalDate begin) {
        List<Month> months = new ArrayList<>();
        for (int month = 0; month < MONTHS; month++) {
            List<Happening> all = calendar.month(month);
            all.sort(Comparator.comparing(Happening::on));
            months.add(new Month(begin.plusMonths(month), all.stream().filter(one -> isCaseManagement(one)).toList(),
                    all.stream().filter(one -> !isCaseManagement(one) && one.at() != Office.JOBCENTER).toList(),
                    all.stream().filter(one -> one.at() == Office.JOBCENTER).toList()));
        }
        return List.copyOf(months);
    }

    private static boolean isCaseManagement(Happening one) {
        return Office.caseOffices().contains(one.at());
    }
}
