package de.kimhub.intake;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which rows a snapshot had, and so which have vanished. All methods run in the caller's transaction. */
@Component
public class Snapshots {

    /** A snapshot that lacks more than this share of the known rows is taken for a cut-off one. */
    static final double PLAUSIBLE_LOSS = 0.3;
    /** Below so many known rows any share may vanish. */
    static final int SMALL_STOCK = 20;

    private final JdbcClient jdbc;

    Snapshots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param recordNo of the batch's last record: one entry a batch */
    public void seen(long documentId, long recordNo, Collection<byte[]> keys) {
        if (keys.isEmpty()) {
            return;
        }
        ByteBuffer all = ByteBuffer.allocate(keys.stream().mapToInt(key -> key.length).sum());
        keys.forEach(all::put);
        jdbc.sql("insert into hub.snapshot_seen (document_id, record_no, keys) values (?, ?, ?)")
                .params(documentId, recordNo, all.array()).update();
    }

    /** Whether records of the document are in quarantine of which nobody can say which rows they are. */
    public boolean hasUnreadable(long documentId) {
        return jdbc.sql("select exists (select 1 from hub.quarantine where document_id = ? and not key_known)")
                .param(documentId)
                .query(Boolean.class).single();
    }

    /** What came of looking for vanished rows. */
    public enum Loss { NONE, PLAUSIBLE, IMPLAUSIBLE }

    /**
     * Finds the known rows that the snapshot does not have. Too many at once are not believed: then nothing vanishes,
     * and the next complete snapshot decides.
     */
    public Loss findVanished(long documentId, int instanceNo) {
        long known = jdbc.sql("select count(*) from hub.record_state where instance_no = ? and not vanished")
                .param(instanceNo).query(Long.class).single();
        int vanished = jdbc.sql("""
                        insert into hub.snapshot_vanished (document_id, key_digest)
                        select ?, s.key_digest from hub.record_state s
                        where s.instance_no = ? and not s.vanished and not exists (
                            select 1 from (select substring(keys from 1 + 16 * i for 16) as key
                                           from hub.snapshot_seen, generate_series(0, length(keys) / 16 - 1) as i
                                           where document_id = ?) seen
                            where seen.key = s.key_digest)""")
                .params(documentId, instanceNo, documentId).update();
        jdbc.sql("delete from hub.snapshot_seen where document_id = ?").param(documentId).update();
        if (vanished == 0) {
            return Loss.NONE;
        }
        if (known >= SMALL_STOCK && vanished > known * PLAUSIBLE_LOSS) {
            jdbc.sql("delete from hub.snapshot_vanished where document_id = ?").param(documentId).update();
            return Loss.IMPLAUSIBLE;
        }
        return Loss.PLAUSIBLE;
    }

    /** The next vanished rows; they are forgotten with this transaction. */
    public List<byte[]> takeVanished(long documentId, int atMost) {
        return jdbc.sql("""
                        delete from hub.snapshot_vanished where (document_id, key_digest) in (
                            select document_id, key_digest from hub.snapshot_vanished where document_id = ? limit ?)
                        returning key_digest""")
                .params(documentId, atMost).query(byte[].class).list();
    }
}
