package de.kimhub.processing;

import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** {@code hub.shadow_item}: what would have gone if everybody concerned were live. In the caller's transaction. */
@Component
class ShadowItems {

    private final JdbcTemplate jdbc;

    ShadowItems(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Item(int recipientNo, long eventId, String rule) {
    }

    /** What would have gone to or from the instance; when none is in shadow any more, everything. */
    void forget(int instanceNo) {
        jdbc.update("""
                delete from hub.shadow_item i using hub.event e where e.id = i.event_id
                and (i.recipient_no = ? or e.instance_no = ?)""", instanceNo, instanceNo);
        jdbc.update("delete from hub.shadow_item where not exists (select 1 from hub.instance where mode = 1)");
    }

    void add(List<Item> items) {
        if (!items.isEmpty()) {
            jdbc.update("""
                            insert into hub.shadow_item (recipient_no, event_id, rule)
                            select * from unnest(?::smallint[], ?::bigint[], ?::text[]) on conflict do nothing""",
                    items.stream().mapToInt(Item::recipientNo).toArray(),
                    items.stream().mapToLong(Item::eventId).toArray(),
                    items.stream().map(Item::rule).toArray(String[]::new));
        }
    }
}
