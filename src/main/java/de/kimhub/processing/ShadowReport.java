package de.kimhub.processing;

import de.kimhub.message.EventType;
import de.kimhub.sharing.Reason;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** What would have gone where since an instance is in shadow, and what would not. Figures only. */
public final class ShadowReport {

    private static final String WOULD_GO = """
            select s.id, r.id, e.type, i.rule, count(*)
              from hub.shadow_item i join hub.event e on e.id = i.event_id
              join hub.instance s on s.no = e.instance_no join hub.instance r on r.no = i.recipient_no
             where e.id > coalesce(least(s.shadow_since, r.shadow_since), 0)
             group by s.id, r.id, e.type, i.rule order by s.id, r.id, e.type, i.rule""";
    private static final String WOULD_NOT_GO = """
            select s.id, split_part(w, ':', 1), e.type, split_part(w, ':', 2), count(*)
              from hub.event e join hub.instance s on s.no = e.instance_no cross join unnest(e.withheld) as t (w)
              left join hub.instance r on r.id = split_part(w, ':', 1)
             where (s.mode = 1 or r.mode = 1) and split_part(w, ':', 2) <> 'SHADOW'
               and e.id > least(s.shadow_since, r.shadow_since)
             group by 1, 2, 3, 4 order by 1, 2, 3, 4""";
    private static final String ACKNOWLEDGEMENTS = """
            select i.id, count(*) from hub.source_document d join hub.instance i on i.no = d.instance_no
             where d.acknowledgement_withheld group by i.id""";

    private final JdbcTemplate jdbc;

    public ShadowReport(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param event code of its type */
    public record WouldGo(String source, String recipient, String event, String rule, long count) {
    }

    /** @param why German, completes "nicht weitergegeben, weil ..." */
    public record WouldNotGo(String source, String recipient, String event, String reason, String why, long count) {
    }

    public List<WouldGo> wouldGo() {
        return jdbc.query(WOULD_GO, (row, no) -> new WouldGo(row.getString(1), row.getString(2),
                EventType.byNumber(row.getInt(3)).code(), row.getString(4), row.getLong(5)));
    }

    public List<WouldNotGo> wouldNotGo() {
        return jdbc.query(WOULD_NOT_GO, (row, no) -> new WouldNotGo(row.getString(1), row.getString(2),
                EventType.byNumber(row.getInt(3)).code(), row.getString(4),
                Reason.valueOf(row.getString(4)).germanText(), row.getLong(5)));
    }

    /** By source: acknowledgements that were not sent to it. */
    public Map<String, Long> acknowledgements() {
        Map<String, Long> counts = new TreeMap<>();
        jdbc.query(ACKNOWLEDGEMENTS, row -> {
            counts.put(row.getString(1), row.getLong(2));
        });
        return counts;
    }
}
