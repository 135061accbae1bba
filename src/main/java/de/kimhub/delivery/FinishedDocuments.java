package de.kimhub.delivery;

import de.kimhub.keys.KeyVault;
import de.kimhub.message.EventType;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reads what acknowledgements tell. */
final class FinishedDocuments {

    private static final String UNACKNOWLEDGED = """
            select d.id, d.instance_no, d.definition, d.received_at, d.name, d.state, d.code, d.first_load,
                   coalesce(p.received, 0) as received, coalesce(p.accepted, 0) as accepted,
                   coalesce(p.repeated, 0) as repeated, coalesce(p.quarantined, 0) as quarantined
              from hub.source_document d left join hub.document_progress p on p.document_id = d.id
             where d.instance_no = ? and not d.acknowledged and d.state <> 0
             order by d.id limit ? for update of d""";
    private static final String REFUSED = """
            select record_no, line_no, field, code from hub.quarantine
             where document_id = ? and record_no > ? order by record_no limit ?""";
    private static final String STILL_REFUSED = """
            select record_no, line_no, field, code from hub.quarantine
             where document_id = ? and record_no > ? and state <> 1 order by record_no limit ?""";
    private static final String WITH_TYPES = """
            select distinct record_no from hub.event where document_id = ? and type = any(?) order by record_no""";
    private static final int REFUSED_DOCUMENT = 2;

    private final JdbcTemplate jdbc;
    private final KeyVault keys;

    FinishedDocuments(JdbcTemplate jdbc, KeyVault keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** The oldest; a second caller waits until the first is done with them, and then does not get them. */
    List<FinishedDocument> lockUnacknowledged(int instanceNo, int atMost) {
        return jdbc.query(UNACKNOWLEDGED, (row, no) -> new FinishedDocument(row.getLong("id"), instanceNo,
                row.getString("definition"), row.getObject("received_at", OffsetDateTime.class).toInstant(), name(row.getBytes("name")),
                row.getInt("state") == REFUSED_DOCUMENT, row.getString("code"), row.getBoolean("first_load"),
                row.getLong("received"), row.getLong("accepted"), row.getLong("repeated"),
                row.getLong("quarantined")), instanceNo, atMost);
    }

    private String name(byte[] encrypted) {
        return encrypted == null ? "" : new String(keys.decrypt(encrypted, "document-name"), StandardCharsets.UTF_8);
    }

    List<FinishedDocument.Refused> refused(long documentId, long afterRecord, int atMost) {
        return refused(REFUSED, documentId, afterRecord, atMost);
    }

    /** Without those that were replayed in the meantime. */
    List<FinishedDocument.Refused> stillRefused(long documentId, long afterRecord, int atMost) {
        return refused(STILL_REFUSED, documentId, afterRecord, atMost);
    }

    /** The accepted records by which a disclosure block was set or lifted. */
    Set<Long> disclosureBlocks(long documentId) {
        Integer[] types = {EventType.DISCLOSURE_BLOCK_SET.number(), EventType.DISCLOSURE_BLOCK_LIFTED.number()};
        return new TreeSet<>(jdbc.queryForList(WITH_TYPES, Long.class, documentId, types));
    }

    private List<FinishedDocument.Refused> refused(String query, long documentId, long afterRecord, int atMost) {
        return jdbc.query(query, (row, no) -> new FinishedDocument.Refused(row.getLong("record_no"),
                row.getLong("line_no"), row.getString("field"), row.getString("code")),
                documentId, afterRecord, atMost);
    }
}
