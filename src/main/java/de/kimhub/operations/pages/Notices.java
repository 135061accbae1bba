package de.kimhub.operations.pages;

import de.kimhub.delivery.DeliveredContent;
import de.kimhub.translation.NoticeSheet;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notice sheets of an instance, and what its people have dealt with. */
@Component
class Notices {

    private static final String SHEETS = """
            select b.id, b.delivered_at, cardinality(b.event_ids) as events, b.bytes is not null as kept, n.done_at
              from hub.delivery_batch b
              left join hub.notice_done n on n.instance_no = b.recipient_no and n.kind = 'sheet' and n.ref = b.id
             where b.recipient_no = :instance and b.kind = 0 and b.state = 2 and b.file_name like '%.zip'\s""";
    private static final String DONE = """
            insert into hub.notice_done (instance_no, kind, ref, account_id) values (?, ?, ?, ?) on conflict do nothing""";
    private static final String OPEN_AGAIN = "delete from hub.notice_done where instance_no = ? and kind = ? and ref = ?";

    private final JdbcClient jdbc;
    private final DeliveredContent delivered;

    Notices(JdbcClient jdbc, DeliveredContent delivered) {
        this.jdbc = jdbc;
        this.delivered = delivered;
    }

    /** @param kept whether it can still be read here: after {@code retention.transportCopy} it cannot */
    record Sheet(long id, LocalDateTime deliveredAt, int events, boolean kept, LocalDateTime doneAt) {
    }

    /** The open ones first, the newest of them before the others. */
    List<Sheet> sheets(int instance, int atMost) {
        return jdbc.sql(SHEETS + "order by n.done_at is not null, b.id desc limit :most").param("instance", instance)
                .param("most", atMost).query(Notices::sheet).list();
    }

    /** Empty when it is another instance's, too. */
    Optional<Sheet> find(int instance, long id) {
        return jdbc.sql(SHEETS + "and b.id = :id").param("instance", instance).param("id", id).query(Notices::sheet).optional();
    }

    Optional<NoticeSheet> content(int instance, long id) {
        return delivered.of(instance, id).flatMap(NoticeSheet::read);
    }

    void done(int instance, String kind, long id, long account) {
        jdbc.sql(DONE).params(instance, kind, id, account).update();
    }

    void openAgain(int instance, String kind, long id) {
        jdbc.sql(OPEN_AGAIN).params(instance, kind, id).update();
    }

    private static Sheet sheet(java.sql.ResultSet row, int no) throws java.sql.SQLException {
        return new Sheet(row.getLong("id"), Times.of(row, "delivered_at"), row.getInt("events"), row.getBoolean("kept"),
                Times.of(row, "done_at"));
    }
}
