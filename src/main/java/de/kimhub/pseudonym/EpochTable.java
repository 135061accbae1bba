package de.kimhub.pseudonym;

import de.kimhub.pseudonym.Epoch.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The epochs of the domains. Who issues holds a shared lock of the domain until the commit, who changes its epochs an
 * exclusive one: what was issued under the primary epoch was so still when it was committed, on all nodes.
 */
final class EpochTable {

    private static final int LOCK_SPACE = 0x50534E;

    private final JdbcTemplate jdbc;

    EpochTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void lockForUse(String domain) {
        jdbc.query("select pg_advisory_xact_lock_shared(?, hashtext(?))", row -> { }, LOCK_SPACE, domain);
    }

    void lockForChange(String domain) {
        jdbc.query("select pg_advisory_xact_lock(?, hashtext(?))", row -> { }, LOCK_SPACE, domain);
    }

    List<Epoch> all(String domain) {
        return jdbc.query("select * from pseudonym.epoch where domain = ? order by epoch", EpochTable::epoch, domain);
    }

    Optional<Epoch> find(String domain, int no) {
        return jdbc.query("select * from pseudonym.epoch where domain = ? and epoch = ?", EpochTable::epoch, domain, no)
                .stream().findAny();
    }

    Optional<Epoch> in(String domain, State state) {
        return jdbc.query("select * from pseudonym.epoch where domain = ? and state = ? order by epoch limit 1",
                EpochTable::epoch, domain, state.ordinal()).stream().findAny();
    }

    /** The first key after this one that was ever in use and is in no wrong hands; discarded ones never were. */
    Optional<Epoch> next(String domain, int no) {
        return jdbc.query("select * from pseudonym.epoch where domain = ? and epoch > ? and primary_at is not null "
                + "and compromised_at is null order by epoch limit 1", EpochTable::epoch, domain, no).stream().findAny();
    }

    void stage(String domain, int no, byte[] fingerprint) {
        jdbc.update("insert into pseudonym.epoch (domain, epoch, state, fingerprint) values (?, ?, 0, ?)", domain, no,
                fingerprint);
    }

    void replacePrimary(String domain, Instant graceUntil) {
        jdbc.update("update pseudonym.epoch set state = 2, grace_until = ? where domain = ? and state = 1",
                Timestamp.from(graceUntil), domain);
    }

    void makePrimary(String domain, int no) {
        jdbc.update("update pseudonym.epoch set state = 1, primary_at = now() where domain = ? and epoch = ?", domain, no);
    }

    void compromise(String domain, int no) {
        jdbc.update("update pseudonym.epoch set compromised_at = coalesce(compromised_at, now()), "
                + "grace_until = least(grace_until, now()) where domain = ? and epoch = ?", domain, no);
    }

    void retire(String domain, int no) {
        jdbc.update("update pseudonym.epoch set state = 3, retired_at = now() where domain = ? and epoch = ?", domain, no);
    }

    private static Epoch epoch(ResultSet row, int number) throws SQLException {
        return new Epoch(row.getString("domain"), row.getInt("epoch"), State.values()[row.getInt("state")],
                row.getBytes("fingerprint"), instant(row, "compromised_at"), instant(row, "primary_at"),
                instant(row, "grace_until"));
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
