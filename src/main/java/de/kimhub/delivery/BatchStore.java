package de.kimhub.delivery;

import de.kimhub.connector.Endpoint;
import de.kimhub.keys.KeyVault;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code hub.delivery_batch}. What is sealed never changes but for its state. */
final class BatchStore {

    static final String PURPOSE = "delivery";
    private static final String OPEN = """
            select id, kind, file_name, bytes, digest, state, staged_at, attempts from hub.delivery_batch
             where recipient_no = ? and lane = ? and state <> 2 order by id limit 1""";
    private static final String SEAL = """
            with number as (select nextval(pg_get_serial_sequence('hub.delivery_batch', 'id')) as id)
            insert into hub.delivery_batch (id, recipient_no, lane, kind, document_id, event_ids, rules, cases,
                                            first_event, last_event, file_name, bytes, digest, state)
            overriding system value
            select id, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'kimhub-' || lpad(id::text, 12, '0') || '.' || ?, ?, ?, 0 from number
            returning id""";
    private static final String STATE = "update hub.delivery_batch set state = 1, staged_at = ? where id = ? and state = 0";
    private static final String DELIVERED = """
            update hub.delivery_batch set state = 2, delivered_at = clock_timestamp() where id = ? and state <> 2""";
    private static final String HOLDS_FROZEN = """
            select exists (select from hub.frozen_case f join identity.source_case o on o.id = f.case_id
              join identity.source_case s on s.person_id = o.person_id join hub.event e on e.case_id = s.id
              join hub.delivery_batch b on e.id = any (b.event_ids) where b.id = ?)""";
    private static final String OVER = """
            update hub.delivery_batch set bytes = null, state = 2,
                   delivered_at = coalesce(delivered_at, clock_timestamp()) where id = ?""";
    private static final String REMADE =
            "update hub.delivery_batch set bytes = ?, digest = ?, state = 0, delivered_at = null where id = ?";
    private static final String ATTEMPT =
            "update hub.delivery_batch set attempts = attempts + 1 where id = ? and state <> 2";

    private final JdbcTemplate jdbc;
    private final KeyVault keys;

    BatchStore(JdbcTemplate jdbc, KeyVault keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** The oldest that is not delivered. */
    Optional<SealedBatch> open(LaneId lane) {
        return jdbc.query(OPEN, (row, no) -> new SealedBatch(row.getLong("id"), lane, Parcel.Kind.values()[row.getInt("kind")],
                row.getString("file_name"), row.getBytes("bytes"), row.getBytes("digest"), row.getInt("state") == 1, Optional.ofNullable(row.getString("staged_at")).map(Endpoint::parse),
                row.getInt("attempts")), lane.recipientNo(), lane.lane()).stream().findFirst();
    }

    /** Whether something of a person is in it of whom nothing may go out now. */
    boolean holdsFrozen(SealedBatch batch) {
        return Boolean.TRUE.equals(jdbc.queryForObject(HOLDS_FROZEN, Boolean.class, batch.id()));
    }

    /**
     * Within the caller's transaction.
     *
     * @param cases per event the recipient's file under whose number it goes; 0: none
     * @return the batch's number
     */
    long seal(LaneId lane, List<Long> eventIds, List<String> rules, List<Long> cases, byte[] bytes, String extension) {
        long[] ids = longs(eventIds);
        LongSummaryStatistics range = LongStream.of(ids).summaryStatistics();
        return insert(lane, 0, null, ids, rules.toArray(String[]::new), longs(cases), range.getMin(), range.getMax(), bytes, extension);
    }

    /** Within the caller's transaction. */
    void sealAcknowledgement(LaneId lane, long documentId, byte[] bytes, String extension) {
        insert(lane, 1, documentId, new long[0], new String[0], new long[0], 0, 0, bytes, extension);
    }

    /** Within the caller's transaction. */
    long sealList(LaneId lane, byte[] bytes, String extension) {
        return insert(lane, Parcel.Kind.ENROLMENT_LIST.ordinal(), null, new long[0], new String[0], new long[0], 0, 0, bytes,
                extension);
    }

    private long insert(LaneId lane, int kind, Long documentId, long[] events, String[] rules, long[] cases,
                        long first, long last, byte[] bytes, String extension) {
        return jdbc.queryForObject(SEAL, Long.class, lane.recipientNo(), lane.lane(), kind, documentId, events, rules, cases, first, last, extension,
                keys.encrypt(bytes, PURPOSE), digest(bytes));
    }

    private static long[] longs(List<Long> numbers) {
        return numbers.stream().mapToLong(Long::longValue).toArray();
    }

    /** Also proves that this worker still has its database session, and with it the lane. */
    void attempted(SealedBatch batch) {
        exactlyOne(batch, jdbc.update(ATTEMPT, batch.id()));
    }

    void staged(SealedBatch batch, Endpoint at) {
        exactlyOne(batch, jdbc.update(STATE, at.serialized(), batch.id()));
    }

    void delivered(SealedBatch batch) {
        exactlyOne(batch, jdbc.update(DELIVERED, batch.id()));
    }

    /** Nothing is left to be sent, and the hub's copy goes. */
    void over(long id) {
        jdbc.update(OVER, id);
    }

    /** The same batch with other bytes, to be sent or staged anew. Within the caller's transaction. */
    void remade(long id, byte[] bytes) {
        jdbc.update(REMADE, keys.encrypt(bytes, PURPOSE), digest(bytes), id);
    }

    /** The others were not in it. Within the caller's transaction. */
    void keepOnly(long id, IntPredicate at, List<Long> eventIds, List<String> rules, List<Long> cases) {
        int[] kept = IntStream.range(0, eventIds.size()).filter(at).toArray();
        jdbc.update("update hub.delivery_batch set event_ids = ?, rules = ?, cases = ? where id = ?",
                IntStream.of(kept).mapToLong(eventIds::get).toArray(),
                IntStream.of(kept).mapToObj(rules::get).toArray(String[]::new),
                IntStream.of(kept).mapToLong(cases::get).toArray(), id);
    }

    private static void exactlyOne(SealedBatch batch, int rows) {
        if (rows != 1) {
            throw new IllegalStateException(batch + " was changed by another worker");
        }
    }

    /** Empty when the bytes are not those that were sealed, or their key is lost. */
    Optional<byte[]> plain(SealedBatch batch) {
        try {
            byte[] bytes = keys.decrypt(batch.bytes(), PURPOSE);
            return Arrays.equals(digest(bytes), batch.digest()) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalStateException e) {
            return Optional.empty();
        }
    }

    byte[] digest(byte[] bytes) {
        return keys.digest("delivery-batch", new String(bytes, StandardCharsets.ISO_8859_1));
    }
}
