package de.kimhub.delivery;

import de.kimhub.keys.KeyVault;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** What was delivered, to be read once more by the recipient's own people. */
public final class DeliveredContent {

    private static final String READ = """
            select bytes from hub.delivery_batch where id = ? and recipient_no = ? and state = 2 and bytes is not null""";

    private final JdbcTemplate jdbc;
    private final KeyVault keys;

    DeliveredContent(JdbcTemplate jdbc, KeyVault keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** Empty when it is another recipient's, too, is not delivered yet, or was kept as long as it may be. */
    public Optional<byte[]> of(int recipientNo, long batchId) {
        return jdbc.queryForList(READ, byte[].class, batchId, recipientNo).stream().findFirst()
                .map(bytes -> keys.decrypt(bytes, BatchStore.PURPOSE));
    }
}
