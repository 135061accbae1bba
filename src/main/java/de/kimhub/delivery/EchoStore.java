package de.kimhub.delivery;

import de.kimhub.message.FieldValues;
import de.kimhub.message.MessageKind;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;

/** {@code hub.echo}: what a tool that both gives and takes was last given. */
final class EchoStore {

    private static final String ADD = """
            insert into hub.echo (instance_no, digest, event_id)
            select ?, digest, event_id from unnest(?::bytea[], ?::bigint[]) as given (digest, event_id)
            on conflict (instance_no, digest) do update set event_id = excluded.event_id""";
    private static final String REMOVE = "delete from hub.echo where instance_no = ? and digest = any (?)";
    private static final long REMOVED = 0;

    private final JdbcTemplate jdbc;
    private final EchoDigests digests;

    EchoStore(JdbcTemplate jdbc, EchoDigests digests) {
        this.jdbc = jdbc;
        this.digests = digests;
    }

    /** Within the transaction that seals the batch: before the tool can give anything of it back. */
    void remember(int recipientNo, List<Composed> batch) {
        Map<String, Long> eventByDigest = new TreeMap<>();
        for (Composed one : batch) {
            if (one.outgoing().recipientCase() != null) {
                collect(one, eventByDigest);
            }
        }
        List<String> removed = eventByDigest.keySet().stream().filter(key -> eventByDigest.get(key) == REMOVED).toList();
        if (!removed.isEmpty()) {
            jdbc.update(REMOVE, recipientNo, bytes(removed));
            removed.forEach(eventByDigest::remove);
        }
        if (!eventByDigest.isEmpty()) {
            jdbc.update(ADD, recipientNo, bytes(eventByDigest.keySet()),
                    eventByDigest.values().stream().mapToLong(Long::longValue).toArray());
        }
    }

    private void collect(Composed one, Map<String, Long> eventByDigest) {
        if (!one.previous().isEmpty()) {
            eventByDigest.put(digest(one, one.previous()), REMOVED);
        }
        MessageKind kind = one.outgoing().kind();
        if (kind != MessageKind.RETRACTION && kind != MessageKind.STOP) {
            eventByDigest.put(digest(one, one.outgoing().fields()), one.admitted().event().id());
        }
    }

    private String digest(Composed one, FieldValues fields) {
        return HexFormat.of().formatHex(
                digests.of(one.outgoing().recipientCase(), one.outgoing().type(), fields));
    }

    private static byte[][] bytes(Collection<String> digests) {
        return digests.stream().map(HexFormat.of()::parseHex).toArray(byte[][]::new);
    }
}
