package de.kimhub.processing;

import de.kimhub.processing.Distribution.Flow;
import de.kimhub.processing.Distribution.FlowKey;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** {@code hub.flow}: the sums of the promise, per document and recipient. */
@Component
class FlowTable {

    private final JdbcTemplate jdbc;

    FlowTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void add(Map<FlowKey, Flow> flows) {
        if (flows.isEmpty()) {
            return;
        }
        List<FlowKey> keys = List.copyOf(flows.keySet());
        List<Flow> values = keys.stream().map(flows::get).toList();
        jdbc.update("""
                        insert into hub.flow as f (document_id, recipient_no, accepted, queued, withheld, own, held)
                        select * from unnest(?::bigint[], ?::smallint[], ?::bigint[], ?::bigint[], ?::bigint[],
                                             ?::bigint[], ?::bigint[])
                        on conflict (document_id, recipient_no) do update
                            set accepted = f.accepted + excluded.accepted, queued = f.queued + excluded.queued,
                                withheld = f.withheld + excluded.withheld, own = f.own + excluded.own,
                                held = f.held + excluded.held""",
                keys.stream().mapToLong(FlowKey::documentId).toArray(),
                keys.stream().mapToInt(FlowKey::recipientNo).toArray(),
                values.stream().mapToLong(flow -> flow.accepted).toArray(),
                values.stream().mapToLong(flow -> flow.queued).toArray(),
                values.stream().mapToLong(flow -> flow.withheld).toArray(),
                values.stream().mapToLong(flow -> flow.own).toArray(),
                values.stream().mapToLong(flow -> flow.held).toArray());
    }
}
