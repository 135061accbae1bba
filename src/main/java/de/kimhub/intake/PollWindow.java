package de.kimhub.intake;

import de.kimhub.keys.KeyVault;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * How far a polled source was read, and which of its last rows are known. Pages overlap, because a row can become
 * visible late with an early time of change; what a former page had, unchanged, is no news.
 */
@Component
class PollWindow {

    private final JdbcClient jdbc;
    private final KeyVault keys;

    PollWindow(JdbcClient jdbc, KeyVault keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    Optional<String> mark(int instanceNo) {
        return jdbc.sql("select mark from hub.poll_mark where instance_no = ?").param(instanceNo)
                .query(String.class).optional();
    }

    /**
     * Moves the mark and says which rows are news, in their order. In the caller's transaction, which holds the lock of
     * the instance.
     *
     * @return empty when the mark is not at {@code since} any more
     */
    Optional<List<String>> move(int instanceNo, List<String> rows, String since, Intake.PageEnd end) {
        if (!Objects.equals(since, mark(instanceNo).orElse(null))) {
            return Optional.empty();
        }
        byte[] seen = jdbc.sql("select seen from hub.poll_mark where instance_no = ?").param(instanceNo)
                .query(byte[].class).optional().orElseGet(() -> new byte[0]);
        Set<ByteBuffer> known = new HashSet<>();
        for (int i = 0; i < seen.length; i += KeyVault.DIGEST_LENGTH) {
            known.add(ByteBuffer.wrap(seen, i, KeyVault.DIGEST_LENGTH));
        }
        List<String> news = new ArrayList<>();
        List<byte[]> order = new ArrayList<>();
        for (String row : rows) {
            byte[] digest = keys.digest("polled-row", String.valueOf(instanceNo), row);
            if (!known.contains(ByteBuffer.wrap(digest))) {
                news.add(row);
                order.add(digest);
            }
        }
        jdbc.sql("""
                        insert into hub.poll_mark (instance_no, mark, seen) values (?, ?, ?)
                        on conflict (instance_no) do update set mark = excluded.mark, seen = excluded.seen""")
                .params(instanceNo, end.mark(), last(seen, order, end.window())).update();
        return Optional.of(news);
    }

    private static byte[] last(byte[] seen, List<byte[]> news, int window) {
        ByteBuffer all = ByteBuffer.allocate(seen.length + news.size() * KeyVault.DIGEST_LENGTH);
        all.put(seen);
        news.forEach(all::put);
        int keep = Math.min(all.position(), window * KeyVault.DIGEST_LENGTH);
        byte[] last = new byte[keep];
        all.get(all.position() - keep, last);
        return last;
    }
}
