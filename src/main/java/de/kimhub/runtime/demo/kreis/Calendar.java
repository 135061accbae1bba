package de.kimhub.runtime.demo.kreis;

import de.kimhub.runtime.demo.kreis.Happening.Detail;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Collects what happens, month by month; gives every entry a number and, per person, office and kind, a day of its own. */
final class Calendar {

    /** Which part of a month: first a case is opened, then consents are given, then all else happens. */
    enum Part { BEGINNING, EARLY, LATER }

    private static final int BEGINNING_DAYS = 5;
    private static final int DAYS = 28;

    private final LocalDate begin;
    private final Random random;
    private final List<List<Happening>> months =
            IntStream.range(0, SyntheticKreis.MONTHS).<List<Happening>>mapToObj(month -> new ArrayList<>()).toList();
    private final Set<String> takenDays = new HashSet<>();
    private long number;

    Calendar(LocalDate begin, Random random) {
        this.begin = begin;
        this.random = random;
    }

    /** Entries behind the end of the year do not happen. */
    static boolean isWithin(int month) {
        return month >= 0 && month < SyntheticKreis.MONTHS;
    }

    Happening add(int month, Part part, Office at, Kind kind, Resident who, Map<Detail, String> details) {
        LocalDate day = day(month, part);
        while (!takenDays.add(who.no() + at.name() + kind.eventType() + day)) {
            day = day.plusDays(1);
        }
        return put(month, new Happening(++number, at, kind, who, day, details));
    }

    /** Something about an entry that was made before, under its number. */
    void again(int month, Happening original, Kind kind, Map<Detail, String> details) {
        if (isWithin(month)) {
            put(month, original.as(kind, details));
        }
    }

    /** An entry that was made before, told otherwise in a message of a later day. */
    void corrected(int month, Happening original, Map<Detail, String> details) {
        if (isWithin(month)) {
            put(month, original.as(Kind.CORRECTED, details).on(day(month, Part.LATER)));
        }
    }

    /** Adds what could be known only with the day of the entry. */
    void replace(int month, Happening happening, Map<Detail, String> details) {
        List<Happening> all = months.get(month);
        all.set(all.indexOf(happening), happening.as(happening.kind(), details));
    }

    LocalDate monthBegin(int month) {
        return begin.plusMonths(month);
    }

    void issue(int month, Kind kind, int issue, String theme) {
        put(month, new Happening(++number, Office.COORDINATION, kind, null, day(month, Part.LATER),
                Map.of(Detail.ISSUE, "ST-%d-%03d".formatted(begin.getYear(), issue), Detail.THEME, theme)));
    }

    private LocalDate day(int month, Part part) {
        int offset = switch (part) {
            case BEGINNING -> random.nextInt(BEGINNING_DAYS);
            case EARLY -> BEGINNING_DAYS + random.nextInt(BEGINNING_DAYS);
            case LATER -> 2 * BEGINNING_DAYS + random.nextInt(DAYS - 2 * BEGINNING_DAYS);
        };
        return begin.plusMonths(month).plusDays(offset);
    }

    List<Happening> month(int month) {
        return months.get(month);
    }

    private Happening put(int month, Happening happening) {
        if (isWithin(month)) {
            months.get(month).add(happening);
        }
        return happening;
    }
}
