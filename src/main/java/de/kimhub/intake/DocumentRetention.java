package de.kimhub.intake;

import de.kimhub.connector.HubConfiguration;
import de.kimhub.privacy.DeletionClass;
import de.kimhub.privacy.DeletionClass.Start;
import de.kimhub.privacy.DeletionSteps;
import de.kimhub.privacy.PersonalDataHolder;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Deletes the bytes of documents that were worked off, with the names that their senders chose. */
@Component
class DocumentRetention implements PersonalDataHolder {

    private static final int AT_ONCE = 200;
    private static final String WORKED_OFF = """
            d.state <> 0 and d.finished_at < now() - '%s'::interval and not exists (select 1 from hub.quarantine q
               where q.document_id = d.id and q.state = 0 and q.record is null)""";
    private static final String CHUNKS = """
            delete from hub.document_chunk where (document_id, no) in (
                select c.document_id, c.no from hub.document_chunk c join hub.source_document d on d.id = c.document_id
                 where %s limit %d)""";
    private static final String HEADS = """
            update hub.source_document set name = null, header = null where id in (
                select d.id from hub.source_document d where %s and d.acknowledged
                   and (d.name is not null or d.header is not null)
                   and not exists (select 1 from hub.quarantine q where q.document_id = d.id and q.state = 0) limit %d)""";

    private final JdbcTemplate jdbc;
    private final String kept;

    DocumentRetention(JdbcTemplate jdbc, HubConfiguration hub) {
        this.jdbc = jdbc;
        this.kept = hub.retention().transportCopy().toString();
    }

    @Override
    public String dataKind() {
        return "Transportkopie";
    }

    @Override
    public int deleteExpired() {
        return inParts(CHUNKS) + inParts(HEADS);
    }

    private int inParts(String sql) {
        return DeletionSteps.untilNoneIsLeft(AT_ONCE, () -> jdbc.update(sql.formatted(WORKED_OFF.formatted(kept), AT_ONCE)));
    }

    @Override
    public List<DeletionClass> classes() {
        String there = "from hub.document_chunk c join hub.source_document d on d.id = c.document_id where ";
        return List.of(new DeletionClass("transportkopie", "Kopie einer Datei, wie sie kam", Start.PROCESS_END, kept,
                "retention.transportCopy", List.of("hub.document_chunk", "hub.source_document.name",
                "hub.source_document.header"), "select min(d.finished_at) " + there + "d.state <> 0",
                "select count(distinct d.id) " + there + WORKED_OFF.formatted(kept) + " and d.finished_at < now() - '" + kept
                        + "'::interval - interval '1 day'"));
    }
}
