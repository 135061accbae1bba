package de.kimhub.processing;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** {@code hub.shadow_item}: what would have gone if everybody concerned were live. In the caller's transaction. */
@Component
class ShadowItems {

    private static final String TAKE_DUE = """
            delete from hub.shadow_item i using hub.event e
            where e.id = i.event_id and i.waits_for = any(?) and i.recipient_no = any(?) and e.instance_no = any(?)
            and (i.recipient_no = any(?) or e.replaces is null or e.payload is null)
            returning i.recipient_no, i.event_id, i.rule""";
    private static final String WAIT_FOR_RECIPIENT = """
            update hub.shadow_item set waits_for = recipient_no
            where waits_for = any(?) and recipient_no <> all(?)""";
    private static final String WAIT_FOR_SENDER = """
            update hub.shadow_item i set waits_for = e.instance_no from hub.event e
            where e.id = i.event_id and i.waits_for = any(?) and i.recipient_no = any(?) and e.instance_no <> all(?)""";

    private final JdbcTemplate jdbc;

    ShadowItems(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param waitsFor number of the side that is in shadow; {@code null} when a test or a consent is the reason */
    record Item(int recipientNo, long eventId, String rule, Integer waitsFor) {
    }

    /** Whether something waits for one that is live: it went live since, or while this was decided. */
    boolean anyWaitsFor(Collection<Integer> live) {
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from hub.shadow_item where waits_for = any(?))", Boolean.class, numbers(live)));
    }

    /**
     * Takes out what has both sides live by now, in the order in which it was said, each for one caller only; what
     * waited for one of these while the other side is in shadow waits for that from now on.
     *
     * @param tellable who can be told of a correction now: what others are owed stays
     */
    List<Item> takeDue(Collection<Integer> live, Collection<Integer> tellable) {
        int[] numbers = numbers(live);
        List<Item> due = jdbc.query(TAKE_DUE, (row, no) -> new Item(row.getInt(1), row.getLong(2), row.getString(3), null),
                numbers, numbers, numbers, numbers(tellable));
        jdbc.update(WAIT_FOR_RECIPIENT, numbers, numbers);
        jdbc.update(WAIT_FOR_SENDER, numbers, numbers, numbers);
        return due.stream().sorted(Comparator.comparingLong(Item::eventId)).toList();
    }

    /** What was a test, or rested on a consent, to or from the instance; when none is in shadow any more, of all. */
    void forget(int instanceNo) {
        jdbc.update("""
                delete from hub.shadow_item i using hub.event e where e.id = i.event_id and i.waits_for is null
                and (i.recipient_no = ? or e.instance_no = ?)""", instanceNo, instanceNo);
        jdbc.update("delete from hub.shadow_item where waits_for is null "
                + "and not exists (select 1 from hub.instance where mode = 1)");
    }

    void add(List<Item> items) {
        if (!items.isEmpty()) {
            jdbc.update("""
                            insert into hub.shadow_item (recipient_no, event_id, rule, waits_for)
                            select r, e, u, nullif(w, 0) from unnest(?::smallint[], ?::bigint[], ?::text[], ?::smallint[])
                                as t (r, e, u, w) on conflict do nothing""",
                    items.stream().mapToInt(Item::recipientNo).toArray(),
                    items.stream().mapToLong(Item::eventId).toArray(),
                    items.stream().map(Item::rule).toArray(String[]::new),
                    items.stream().mapToInt(item -> item.waitsFor() == null ? 0 : item.waitsFor()).toArray());
        }
    }

    private static int[] numbers(Collection<Integer> all) {
        return all.stream().mapToInt(Integer::intValue).toArray();
    }
}
