package de.kimhub.intake;

import de.kimhub.connector.HubConfiguration;
import de.kimhub.privacy.PersonalDataHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes the bytes of documents that were worked off, and refused records that nobody took care of in time. */
@Component
class DocumentRetention implements PersonalDataHolder {

    private static final int AT_ONCE = 200;

    private final JdbcClient jdbc;
    private final HubConfiguration hub;

    DocumentRetention(JdbcClient jdbc, HubConfiguration hub) {
        this.jdbc = jdbc;
        this.hub = hub;
    }

    @Override
    public String dataKind() {
        return "Transportkopie";
    }

    @Override
    public int deleteExpired() {
        int records = jdbc.sql("""
                        update hub.quarantine set state = 2, closed_at = now(), record = null
                        where state = 0 and created_at < now() - ?::interval""")
                .param(hub.retention().quarantine().toString()).update();
        int chunks = 0;
        int deleted;
        do {
            deleted = jdbc.sql("""
                            delete from hub.document_chunk where (document_id, no) in (
                                select c.document_id, c.no from hub.document_chunk c
                                join hub.source_document d on d.id = c.document_id
                                where d.state <> 0 and d.finished_at < now() - ?::interval
                                  and not exists (select 1 from hub.quarantine q where q.document_id = d.id
                                                  and q.state = 0 and q.record is null) limit ?)""")
                    .params(hub.retention().transportCopy().toString(), AT_ONCE).update();
            chunks += deleted;
        } while (deleted == AT_ONCE);
        return records + chunks;
    }
}
