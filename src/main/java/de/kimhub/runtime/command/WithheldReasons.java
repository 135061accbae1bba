package de.kimhub.runtime.command;

import de.kimhub.sharing.Reason;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Why events were not passed on, by source, recipient and reason; it reads all events. Figures only. */
record WithheldReasons(List<Entry> entries) {

    private static final String COUNTS = """
            select i.id, split_part(w, ':', 1), split_part(w, ':', 2), count(*)
            from hub.event e join hub.instance i on i.no = e.instance_no, unnest(e.withheld) as w
            group by 1, 2, 3 order by 2, 1, 4 desc""";

    /** @param reason {@link Reason} as it is stored */
    record Entry(String source, String recipient, String reason, long count) {

        /** Completes "nicht weitergegeben, weil ...". */
        String germanText() {
            return Arrays.stream(Reason.values()).filter(one -> one.name().equals(reason)).map(Reason::germanText)
                    .findFirst().orElse(reason);
        }
    }

    static WithheldReasons read(JdbcTemplate jdbc) {
        Boolean made = jdbc.queryForObject("select to_regclass('hub.event') is not null", Boolean.class);
        return new WithheldReasons(!Boolean.TRUE.equals(made) ? List.of()
                : jdbc.query(COUNTS, (row, no) -> new Entry(row.getString(1), row.getString(2), row.getString(3),
                        row.getLong(4))));
    }

    void print(PrintWriter out) {
        out.println("\nNicht weitergegeben, weil:");
        entries.forEach(entry -> out.printf("%8d x %s -> %s: %s%n", entry.count(), entry.source(), entry.recipient(),
                entry.germanText()));
    }
}
