package de.kimhub.runtime.demo.kreis;

import de.kimhub.runtime.demo.kreis.Happening.Detail;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a Jobcenter's monthly stock tells: the difference to the last one; of people of whom a consent asks for the
 * status of today, everything; of the first stock, nothing. A row that can't be accepted, but names its person, is not gone.
 */
final class Stock {

    private final Expectations.Teller teller;
    private final Map<Integer, Row> rows = new HashMap<>();
    private final Map<Integer, Row> before = new HashMap<>();
    private final Set<Integer> unreadable = new HashSet<>();
    private boolean first = true;

    Stock(Expectations.Teller teller) {
        this.teller = teller;
    }

    /**
     * One row; immutable.
     *
     * @param entries the last entry of each kind that the row shows
     */
    private record Row(Map<Kind, Happening> entries) {

        Row with(Happening entry) {
            Map<Kind, Happening> all = new EnumMap<>(Kind.class);
            all.putAll(entries);
            if (entry.kind() == Kind.MEASURE_STARTED) {
                all.remove(Kind.MEASURE_ENDED);
            }
            all.put(entry.kind() == Kind.MEASURE_MOVED ? Kind.MEASURE_STARTED : entry.kind(), entry);
            return new Row(all);
        }

        String value(Kind kind, Detail name) {
            Happening entry = entries.get(kind);
            return entry == null ? null : entry.detail(name);
        }

        boolean sameMeasure(Row other) {
            return Objects.equals(value(Kind.MEASURE_STARTED, Detail.MEASURE),
                    other.value(Kind.MEASURE_STARTED, Detail.MEASURE));
        }
    }

    void enter(Dossier dossier, Happening happening) {
        int no = dossier.who.no();
        switch (happening.kind()) {
            case CLIENT_LEFT -> rows.remove(no);
            case BAD -> unreadable.add(no);
            default -> rows.merge(no, new Row(Map.of()).with(happening), (row, entry) -> row.with(happening));
        }
    }

    void handOver(Collection<Dossier> people, LocalDate today) {
        for (Dossier dossier : people) {
            Row row = rows.get(dossier.who.no());
            Row last = before.get(dossier.who.no());
            if (unreadable.contains(dossier.who.no())) {
                continue;
            }
            if (row != null) {
                // a Jobcenter's rows have the name, but the demo's people show the number
                dossier.meet(Office.JOBCENTER, false, false);
                readRow(dossier, row, last);
                before.put(dossier.who.no(), row);
            } else if (last != null) {
                before.remove(dossier.who.no());
                Happening registered = last.entries().get(Kind.CLIENT_REGISTERED);
                teller.tell(dossier, registered.as(Kind.CLIENT_LEFT, Map.of()).anew(), "benefit.ended", "event", today);
            }
        }
        first = false;
    }

    private void readRow(Dossier dossier, Row row, Row last) {
        if (dossier.linked.contains(Office.JOBCENTER) && dossier.statusDue.remove(Office.JOBCENTER)) {
            // what is new stays news, also a correction; all else is told as it stands today
            row.entries().values().forEach(entry -> tell(dossier, entry, isMoved(dossier, entry, row, last)
                    ? "correction" : "event"));
        } else if (last == null) {
            if (!first) {
                row.entries().values().forEach(entry -> tell(dossier, entry, "event"));
            }
        } else {
            difference(dossier, row, last);
        }
    }

    private void difference(Dossier dossier, Row row, Row last) {
        for (Kind kind : EnumSet.of(Kind.MEASURE_STARTED, Kind.MEASURE_ENDED)) {
            Happening entry = row.entries().get(kind);
            if (entry == null || entry.equals(last.entries().get(kind)) && row.sameMeasure(last)) {
                continue;
            }
            tell(dossier, entry, isMoved(dossier, entry, row, last) ? "correction" : "event");
        }
    }

    /** Whether the row says of the measure that it had before that it begins on another day. */
    private static boolean isMoved(Dossier dossier, Happening entry, Row row, Row last) {
        return last != null && entry.kind() == Kind.MEASURE_MOVED && row.sameMeasure(last)
                && !entry.equals(last.entries().get(Kind.MEASURE_STARTED)) && dossier.holders.containsKey(entry.number());
    }

    private void tell(Dossier dossier, Happening entry, String kind) {
        LocalDate on = switch (entry.kind()) {
            case MEASURE_STARTED, MEASURE_MOVED -> LocalDate.parse(entry.detail(Detail.STARTS_ON));
            case MEASURE_ENDED -> LocalDate.parse(entry.detail(Detail.ENDS_ON));
            default -> entry.on();
        };
        teller.tell(dossier, entry, entry.kind().eventType(), kind, on);
    }
}
