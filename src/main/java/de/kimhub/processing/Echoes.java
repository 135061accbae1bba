package de.kimhub.processing;

import de.kimhub.delivery.DeliveryIds;
import de.kimhub.delivery.EchoDigests;
import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.Field;
import de.kimhub.translation.Translation.Accepted;
import de.kimhub.translation.Translation.EventDraft;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Recognises what a tool that gives and takes was given and gives back: by the delivery's id, or by its content. */
@Component
class Echoes {

    private static final Field DELIVERY_ID = CanonicalSchema.field("source.deliveryId");

    private final JdbcTemplate jdbc;
    private final EchoDigests digests;
    private final DeliveryIds ids;

    Echoes(JdbcTemplate jdbc, EchoDigests digests, DeliveryIds ids) {
        this.jdbc = jdbc;
        this.digests = digests;
        this.ids = ids;
    }

    /** @param given digests of what the tool was last given, among those that the batch could repeat */
    record Possible(int instanceNo, Set<ByteBuffer> given) {
    }

    /** Reads, for a batch of a tool's records, which of them could be echoes. In the caller's transaction. */
    Possible among(int instanceNo, List<Accepted> records) {
        List<byte[]> possible = new ArrayList<>();
        for (Accepted record : records) {
            record.drafts().stream().filter(EventDraft::applies).forEach(draft -> possible.add(digest(record, draft)));
        }
        Set<ByteBuffer> given = new HashSet<>();
        jdbc.queryForList("select digest from hub.echo where instance_no = ? and digest = any(?)", byte[].class,
                instanceNo, possible.toArray(byte[][]::new)).forEach(digest -> given.add(ByteBuffer.wrap(digest)));
        return new Possible(instanceNo, given);
    }

    boolean isEcho(Accepted record, Possible possible) {
        return record.drafts().stream().filter(EventDraft::applies).anyMatch(draft ->
                ids.parse(draft.fields().first(DELIVERY_ID))
                        .filter(given -> given.recipientNo() == possible.instanceNo()).isPresent()
                || !possible.given().isEmpty() && possible.given().contains(ByteBuffer.wrap(digest(record, draft))));
    }

    private byte[] digest(Accepted record, EventDraft draft) {
        return digests.of(record.caseNumber(), draft.type(), draft.fields());
    }
}
