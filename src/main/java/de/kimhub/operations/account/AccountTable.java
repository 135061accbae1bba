package de.kimhub.operations.account;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code hub.account}. */
@Component
class AccountTable {

    /** So many wrong attempts are free; each further one doubles the time of waiting. */
    static final int FREE_ATTEMPTS = 5;
    static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private static final String COLUMNS = """
            id, name, instance_id, roles, must_change, locked, blocked_until, signed_in_at, version""";
    /** Counts the attempt before the password is looked at: many at once are no way around the waiting. */
    private static final String CLAIM = """
            update hub.account set failures = failures + 1,
                   blocked_until = case when failures + 1 < :free then null else clock_timestamp()
                       + least(:first * power(2, least(failures + 1 - :free, 20)), :longest) * interval '1 second' end
             where name = :name and not locked and (blocked_until is null or blocked_until <= clock_timestamp())
            returning failures""";
    private static final String RIGHT = """
            update hub.account set failures = 0, blocked_until = null, signed_in_at = clock_timestamp()
             where id = ? and not locked returning\s""" + COLUMNS;

    private final JdbcClient jdbc;

    AccountTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean insert(String name, Optional<String> instance, Set<Role> roles, String hash) {
        return jdbc.sql("insert into hub.account (name, instance_id, roles, password, must_change) values (?, ?, ?, ?, true) "
                        + "on conflict (name) do nothing")
                .params(name, instance.orElse(null), roles.stream().map(Role::code).toArray(String[]::new), hash).update() == 1;
    }

    List<Account> all() {
        return jdbc.sql("select " + COLUMNS + " from hub.account order by instance_id nulls first, name")
                .query(AccountTable::account).list();
    }

    Optional<Account> find(long id) {
        return jdbc.sql("select " + COLUMNS + " from hub.account where id = ?").param(id).query(AccountTable::account).optional();
    }

    Optional<Account> find(String name) {
        return jdbc.sql("select " + COLUMNS + " from hub.account where name = ?").param(name).query(AccountTable::account)
                .optional();
    }

    Optional<String> hash(String name) {
        return jdbc.sql("select password from hub.account where name = ?").param(name).query(String.class).optional();
    }

    /** @return how many attempts there were since the last right one; empty when none is allowed now, or nobody has the name */
    Optional<Integer> claimAttempt(String name) {
        return jdbc.sql(CLAIM).param("free", FREE_ATTEMPTS).param("first", FIRST_WAIT.toSeconds())
                .param("longest", LONGEST_WAIT.toSeconds()).param("name", name).query(Integer.class).optional();
    }

    Optional<Account> right(long id) {
        return jdbc.sql(RIGHT).param(id).query(AccountTable::account).optional();
    }

    void lock(long id, boolean locked) {
        jdbc.sql("update hub.account set locked = ?, failures = 0, blocked_until = null, version = version + 1 where id = ?")
                .params(locked, id).update();
    }

    void remove(String name) {
        jdbc.sql("delete from hub.account where name = ?").param(name).update();
    }

    /** @return the account's new version: whoever was signed in before has to sign in again */
    int password(long id, String hash, boolean mustChange) {
        return jdbc.sql("update hub.account set password = ?, must_change = ?, failures = 0, blocked_until = null, "
                        + "version = version + 1 where id = ? returning version")
                .params(hash, mustChange, id).query(Integer.class).single();
    }

    private static Account account(ResultSet row, int no) throws SQLException {
        return new Account(row.getLong("id"), row.getString("name"), Optional.ofNullable(row.getString("instance_id")),
                roles(row.getArray("roles")), row.getBoolean("must_change"), row.getBoolean("locked"),
                instant(row, "blocked_until"), instant(row, "signed_in_at"), row.getInt("version"));
    }

    private static Set<Role> roles(Array codes) throws SQLException {
        Set<Role> roles = new TreeSet<>();
        Arrays.stream((String[]) codes.getArray()).map(Role::find).flatMap(Optional::stream).forEach(roles::add);
        return roles;
    }

    private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
        return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
    }
}
