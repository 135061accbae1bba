package de.kimhub.operations.pages;

import de.kimhub.delivery.ProblemCatalogue;
import de.kimhub.keys.KeyVault;
import de.kimhub.message.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What became of the documents that an instance handed over, by page or otherwise, not what it told by hand. Never content. */
@Component
class Receipts {

    private static final String UNKNOWN_CODE = "Bitte prüfen und berichtigt noch einmal abgeben.";
    private static final String DOCUMENTS = """
            select d.id, d.received_at, d.name, d.size, d.state, d.code, coalesce(d.first_load, false) as first_load,
                   coalesce(p.received, 0) as received, coalesce(p.accepted, 0) as accepted,
                   coalesce(p.repeated, 0) as repeated, coalesce(p.quarantined, 0) as quarantined, n.done_at
              from hub.source_document d
              left join hub.document_progress p on p.document_id = d.id
              left join hub.notice_done n on n.instance_no = d.instance_no and n.kind = 'document' and n.ref = d.id
             where d.instance_no = :instance and d.state <= 2\s""";
    private static final String REFUSED = """
            select record_no, line_no, field, code, state from hub.quarantine
             where document_id = ? and instance_no = ? order by record_no limit ?""";

    private final JdbcClient jdbc;
    private final KeyVault keys;
    private final ProblemCatalogue problems;

    Receipts(JdbcClient jdbc, KeyVault keys, ProblemCatalogue problems) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.problems = problems;
    }

    enum State { AT_WORK, DONE, REFUSED }

    /**
     * @param name   as its sender called the file: shown to the sender's people only
     * @param advice German, with what to do; {@code null} when there is nothing odd about it as a whole
     */
    record Receipt(long id, LocalDateTime receivedAt, String name, long bytes, State state, String code, String advice,
                   boolean firstLoad, long received, long accepted, long repeated, long quarantined,
                   LocalDateTime doneAt) {

        public boolean needsSomebody() {
            return state == State.REFUSED || quarantined > 0;
        }

        /** Names no file. */
        @Override
        public String toString() {
            return "document " + id;
        }
    }

    /** @param open whether it may still be replayed, or was neither replayed nor given up */
    record Refused(long record, long line, String field, String code, String advice, boolean open) {
    }

    List<Receipt> latest(int instance, int atMost) {
        return jdbc.sql(DOCUMENTS + "order by d.id desc limit :most").param("instance", instance).param("most", atMost)
                .query(this::receipt).list();
    }

    /** Those of which something was refused; the open ones first. */
    List<Receipt> withRefusals(int instance, int atMost) {
        return jdbc.sql(DOCUMENTS + """
                        and (d.state = 2 or d.state = 1 and p.quarantined > 0)
                        order by n.done_at is not null, d.id desc limit :most""")
                .param("instance", instance).param("most", atMost).query(this::receipt).list();
    }

    /** Empty when it is another instance's, too. */
    Optional<Receipt> find(int instance, long id) {
        return jdbc.sql(DOCUMENTS + "and d.id = :id").param("instance", instance).param("id", id).query(this::receipt)
                .optional();
    }

    List<Refused> refused(int instance, long document, int atMost) {
        return jdbc.sql(REFUSED).params(document, instance, atMost).query((row, no) -> new Refused(row.getLong("record_no"),
                row.getLong("line_no"), row.getString("field"), row.getString("code"), advice(row.getString("code")),
                row.getInt("state") == 0)).list();
    }

    private Receipt receipt(ResultSet row, int no) throws SQLException {
        byte[] name = row.getBytes("name");
        String code = row.getString("code");
        return new Receipt(row.getLong("id"), Times.of(row, "received_at"),
                name == null ? "" : new String(keys.decrypt(name, "document-name"), StandardCharsets.UTF_8), row.getLong("size"),
                State.values()[row.getInt("state")], code, code == null ? null : advice(code), row.getBoolean("first_load"),
                row.getLong("received"), row.getLong("accepted"), row.getLong("repeated"), row.getLong("quarantined"),
                Times.of(row, "done_at"));
    }

    private String advice(String code) {
        return problems.find(code).map(ProblemCode::germanText).orElse(UNKNOWN_CODE);
    }
}
