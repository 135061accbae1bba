package de.kimhub.intake;

import de.kimhub.message.Problem;
import de.kimhub.translation.DocumentContent;
import de.kimhub.translation.ReadMark;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The documents' state and progress. All methods run in the caller's transaction. */
@Component
public class Documents {

    private static final int STATES = 0x4B4953;
    /** Finished, and neither a snapshot nor anything else that a tool said. */
    private static final int TOLD_BY_HAND = 3;

    private final JdbcClient jdbc;
    private final DocumentStore store;

    Documents(JdbcClient jdbc, DocumentStore store) {
        this.jdbc = jdbc;
        this.store = store;
    }

    /**
     * @param definition version of the connector that it came in under
     * @param firstLoad  empty until work on it has begun
     */
    public record Document(long id, String instanceId, int instanceNo, int position, long size, String definition,
                           Optional<Boolean> firstLoad, boolean finished, boolean turn) {
    }

    /** How far the work on a document is. */
    public record Progress(ReadMark mark, boolean vanishing) {
    }

    /** What a batch adds to the document's counts. */
    public record Counts(long received, long accepted, long repeated, long quarantined, long events) {

        public static final Counts NONE = new Counts(0, 0, 0, 0, 0);
    }

    /** {@code turn}: every earlier document of the instance is finished. */
    public Optional<Document> find(long documentId) {
        return jdbc.sql("""
                        select d.id, i.id as instance_id, d.instance_no, d.position, d.size, d.definition, d.first_load, d.state,
                               not exists (select 1 from hub.source_document e where e.instance_no = d.instance_no
                                           and e.position < d.position and e.state = 0) as turn
                        from hub.source_document d join hub.instance i on i.no = d.instance_no where d.id = ?""")
                .param(documentId)
                .query((row, no) -> new Document(row.getLong("id"), row.getString("instance_id"),
                        row.getInt("instance_no"), row.getInt("position"), row.getLong("size"),
                        row.getString("definition"),
                        Optional.ofNullable((Boolean) row.getObject("first_load")), row.getInt("state") != 0,
                        row.getBoolean("turn")))
                .optional();
    }

    /**
     * What people told the hub of an instance, one record without bytes: worked off with the caller's transaction, in its
     * place among what the instance's tool says.
     *
     * @return its number
     */
    public long toldByHand(int instanceNo, String definition) {
        jdbc.sql("select no from hub.instance where no = ? for update").param(instanceNo).query(Integer.class).single();
        long id = jdbc.sql("""
                        insert into hub.source_document (instance_no, position, handover, size, chunks, definition, first_load,
                                                         state, finished_at, acknowledged)
                        values (?, (select coalesce(max(position), 0) + 1 from hub.source_document where instance_no = ?),
                                uuid_send(gen_random_uuid()), 0, 0, ?, false, ?, now(), true) returning id""")
                .params(instanceNo, instanceNo, definition, TOLD_BY_HAND).query(Long.class).single();
        jdbc.sql("insert into hub.document_progress (document_id, record_no, received, accepted, events) "
                + "values (?, 1, 1, 1, 1)").param(id).update();
        return id;
    }

    public DocumentContent content(Document document) {
        return store.content(document.id(), document.size());
    }

    /** Decides, once, whether it is the first snapshot of its instance that could be read. */
    public boolean beginFirstLoad(Document document, boolean snapshot) {
        return jdbc.sql("""
                        update hub.source_document d
                        set first_load = ? and not exists (select 1 from hub.source_document e
                                                     where e.instance_no = d.instance_no and e.position < d.position
                                                       and e.state = 1)
                        where id = ? returning first_load""")
                .params(snapshot, document.id()).query(Boolean.class).single();
    }

    /** Locks the progress for this transaction; empty when another worker has it. */
    public Optional<Progress> lock(long documentId) {
        return jdbc.sql("""
                        select byte_offset, record_no, line_no, vanishing from hub.document_progress
                        where document_id = ? for update skip locked""")
                .param(documentId)
                .query((row, no) -> new Progress(new ReadMark(row.getLong("byte_offset"), row.getLong("record_no"),
                        row.getLong("line_no")), row.getBoolean("vanishing")))
                .optional();
    }

    /** Keeps batches and replays of one source from comparing with the same states at once, until the end of this. */
    public void lockStates(int instanceNo) {
        jdbc.sql("select count(pg_advisory_xact_lock(?, ?))").params(STATES, instanceNo).query(Long.class).single();
    }

    /** The same for a replay. The progress comes first, as in a batch, so that they never wait in a circle. */
    public void lockForReplay(long documentId, int instanceNo) {
        jdbc.sql("select document_id from hub.document_progress where document_id = ? for update").param(documentId)
                .query(Long.class).single();
        lockStates(instanceNo);
    }

    public void advance(long documentId, ReadMark mark, Counts add) {
        jdbc.sql("""
                        update hub.document_progress
                        set byte_offset = ?, record_no = ?, line_no = ?, received = received + ?,
                            accepted = accepted + ?, repeated = repeated + ?, quarantined = quarantined + ?,
                            events = events + ?
                        where document_id = ?""")
                .params(mark.offset(), mark.record(), mark.line(), add.received(), add.accepted(), add.repeated(),
                        add.quarantined(), add.events(), documentId)
                .update();
    }

    /** Counts without moving the mark: vanished rows, replays. */
    public void count(long documentId, Counts add) {
        jdbc.sql("""
                        update hub.document_progress
                        set received = received + ?, accepted = accepted + ?, repeated = repeated + ?,
                            quarantined = quarantined + ?, events = events + ?
                        where document_id = ?""")
                .params(add.received(), add.accepted(), add.repeated(), add.quarantined(), add.events(), documentId)
                .update();
    }

    public void vanishing(long documentId) {
        jdbc.sql("update hub.document_progress set vanishing = true where document_id = ?").param(documentId).update();
    }

    /** @param finding about the document as a whole, or {@code null} */
    public void finish(long documentId, Problem finding) {
        end(documentId, 1, finding);
    }

    public void refuse(long documentId, Problem problem) {
        end(documentId, 2, problem);
    }

    private void end(long documentId, int state, Problem problem) {
        jdbc.sql("update hub.source_document set state = ?, first_load = first_load and ? = 1, code = ?, message = ?, "
                        + "finished_at = now() where id = ?")
                .params(state, state, problem == null ? null : problem.code().code(), problem == null ? null : problem.text(),
                        documentId).update();
    }

    /** Something odd that stops nothing: one row per kind and column, however often it is seen. */
    public void finding(Document document, Problem finding) {
        finding(document, finding, 1);
    }

    /** The same, seen so many times at once. */
    public void finding(Document document, Problem finding, long times) {
        jdbc.sql("""
                        insert into hub.finding as f (instance_no, code, field, message, count, first_document,
                                                      last_document)
                        values (?, ?, ?, ?, ?, ?, ?)
                        on conflict (instance_no, code, field) do update
                            set count = f.count + excluded.count, message = excluded.message,
                                last_document = excluded.last_document""")
                .params(document.instanceNo(), finding.code().code(),
                        finding.place().field() == null ? "" : finding.place().field(), finding.text(), times, document.id(),
                        document.id())
                .update();
    }

    /** The document that each instance is to work on: its first unfinished one. */
    public List<Long> due() {
        return jdbc.sql("select distinct on (instance_no) id from hub.source_document where state = 0 "
                + "order by instance_no, position").query(Long.class).list();
    }

    /** The next unfinished document of the instance. */
    public Optional<Long> next(int instanceNo) {
        return jdbc.sql("select id from hub.source_document where instance_no = ? and state = 0 "
                + "order by position limit 1").param(instanceNo).query(Long.class).optional();
    }
}
