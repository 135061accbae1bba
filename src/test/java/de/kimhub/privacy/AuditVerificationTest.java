package de.kimhub.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.kimhub.keys.KeyFolder;
import de.kimhub.keys.KeyVault;
import de.kimhub.testing.Database;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Somebody who has the whole database, but not the keys, tries to tell another story. */
class AuditVerificationTest {

    @RegisterExtension
    static final Database database = new Database();

    @TempDir
    Path folder;

    private KeyVault keys;
    private JdbcTemplate jdbc;
    private TransactionTemplate transactions;
    private AuditLog log;
    private AuditCheckpoints checkpoints;
    private AuditMark mark;

    @BeforeEach
    void begin() throws IOException {
        keys = new KeyFolder(folder).open();
        jdbc = new JdbcTemplate(database.dataSource());
        transactions = database.transactions();
        log = new AuditLog(JdbcClient.create(database.dataSource()), transactions, keys);
        mark = new AuditMark(folder);
        checkpoints = new AuditCheckpoints(jdbc, transactions, keys, mark);
        forget();
    }

    @Test
    void what_was_written_is_whole() {
        write(25);
        checkpoints.write();
        write(3);
        AuditVerification.Result result = verify();
        assertThat(result.findings()).isEmpty();
        assertThat(result.entries()).isEqualTo(28);
        assertThat(result.checkpoint()).isEqualTo(1);
    }

    @Test
    void writers_at_the_same_moment_have_chains_of_their_own_and_all_are_whole() throws Exception {
        int writers = 6;
        CountDownLatch all = new CountDownLatch(writers);
        try (ExecutorService threads = Executors.newFixedThreadPool(writers)) {
            List<? extends Future<?>> written = java.util.stream.IntStream.range(0, writers).mapToObj(writer ->
                    threads.submit(() -> {
                        transactions.executeWithoutResult(status -> {
                            log.add("writer " + writer, "processed", "document 1", 1, null);
                            all.countDown();
                            try {
                                all.await();
                            } catch (InterruptedException e) {
                                Thread.currentThread().interrupt();
                            }
                            log.add("writer " + writer, "processed", "document 2", 1, null);
                        });
                        for (int i = 0; i < 20; i++) {
                            log.add("writer " + writer, "processed", "document " + i, 1, "rules");
                        }
                    })).toList();
            for (Future<?> one : written) {
                one.get();
            }
        }
        checkpoints.write();
        AuditVerification.Result result = verify();
        assertThat(result.findings()).isEmpty();
        assertThat(result.entries()).isEqualTo(writers * 22L);
        assertThat(result.chains()).isBetween(writers, 2 * writers);
    }

    @Test
    void what_is_rolled_back_leaves_nothing() {
        write(2);
        transactions.executeWithoutResult(status -> {
            log.add("awo", "given", "batch 1", 1, null);
            status.setRollbackOnly();
        });
        write(2);
        assertThat(verify().findings()).isEmpty();
        assertThat(verify().entries()).isEqualTo(4);
    }

    @Test
    void the_database_refuses_to_change_or_delete_an_entry() {
        write(1);
        assertThatThrownBy(() -> jdbc.update("update hub.audit_entry set count = 7")).hasMessageContaining("append-only");
        assertThatThrownBy(() -> jdbc.update("delete from hub.audit_entry")).hasMessageContaining("append-only");
    }

    @Test
    void every_changed_field_is_found() {
        for (String change : List.of("actor = 'jobcenter'", "action = 'deleted'", "subject = 'document 8'", "count = 7",
                "ground = null", "ground = ''", "at = at + interval '1 microsecond'", "hash = '\\x00'")) {
            write(10);
            tamper("update hub.audit_entry set " + change
                    + " where seq = 5");
            assertThat(verify().findings()).as(change).isNotEmpty()
                    .allSatisfy(finding -> assertThat(finding.code()).isEqualTo("HUB-AUD-001"));
            forget();
        }
    }

    @Test
    void a_removed_entry_is_found() {
        write(10);
        tamper("delete from hub.audit_entry where seq = 5");
        assertThat(verify().findings()).extracting(AuditFinding::code).containsExactly("HUB-AUD-002");
        assertThat(verify().findings().getFirst().place()).isEqualTo("Kette 1, Platz 5 bis 5");
    }

    @Test
    void a_removed_entry_is_found_when_the_rest_is_moved_up() {
        write(10);
        tamper("delete from hub.audit_entry where seq = 5", "update hub.audit_entry set seq = -seq + 1 where seq > 5",
                "update hub.audit_entry set seq = -seq where seq < 0", "update hub.audit_chain set seq = 9");
        assertThat(verify().intact()).isFalse();
    }

    @Test
    void an_inserted_entry_is_found() {
        write(10);
        tamper("""
                insert into hub.audit_entry (actor, action, subject, count, chain, seq, hash)
                select 'awo', 'given', 'batch 3', 1, chain, seq + 1, hash from hub.audit_entry where seq = 10""",
                "update hub.audit_chain set seq = 11");
        assertThat(verify().findings()).extracting(AuditFinding::code).contains("HUB-AUD-001");
    }

    @Test
    void an_entry_inserted_without_a_chain_is_found() {
        write(3);
        checkpoints.write();
        tamper("insert into hub.audit_entry (actor, action, subject, count) values ('awo', 'given', 'batch 3', 1)");
        assertThat(verify().findings()).extracting(AuditFinding::code).containsExactly("HUB-AUD-003");
    }

    @Test
    void an_end_that_was_cut_off_before_a_checkpoint_is_found() {
        write(10);
        byte[] early = jdbc.queryForObject("select hash from hub.audit_entry where seq = 6", byte[].class);
        checkpoints.write();
        tamper("delete from hub.audit_entry where seq > 6");
        jdbc.update("update hub.audit_chain set seq = 6, hash = ?", early);
        assertThat(verify().findings()).extracting(AuditFinding::code).containsExactly("HUB-AUD-002");
    }

    @Test
    void an_end_that_was_cut_off_after_the_last_checkpoint_is_found_by_the_state_of_its_chain() {
        checkpoints.write();
        write(10);
        tamper("delete from hub.audit_entry where seq > 6");
        assertThat(verify().findings()).extracting(AuditFinding::code).containsExactly("HUB-AUD-006");
    }

    @Test
    void a_chain_that_was_removed_whole_is_found() {
        write(4);
        checkpoints.write();
        tamper("delete from hub.audit_entry", "delete from hub.audit_chain");
        assertThat(verify().findings()).extracting(AuditFinding::code).containsExactly("HUB-AUD-002");
    }

    @Test
    void a_changed_or_removed_checkpoint_is_found() {
        for (int i = 0; i < 3; i++) {
            write(2);
            checkpoints.write();
        }
        tamper("delete from hub.audit_checkpoint where no = 2");
        assertThat(verify().findings()).extracting(AuditFinding::code).containsExactly("HUB-AUD-005");
        tamper("update hub.audit_checkpoint set content = replace(content, '1 6 ', '1 5 ') where no = 3");
        assertThat(verify().findings()).extracting(AuditFinding::code).contains("HUB-AUD-004");
    }

    @Test
    void a_database_set_back_as_a_whole_is_found_by_the_fingerprint_that_was_noted() {
        write(2);
        checkpoints.write();
        write(2);
        checkpoints.write();
        String noted = verify().fingerprint();
        assertThat(new AuditVerification(database.dataSource(), keys, mark).verify(noted).findings()).isEmpty();
        tamper("delete from hub.audit_entry where seq > 2", "delete from hub.audit_checkpoint where no = 2",
                "update hub.audit_chain set seq = 2, hash = (select hash from hub.audit_entry where seq = 2)");
        assertThat(verify().findings()).extracting(AuditFinding::code).containsExactly("HUB-AUD-007");
        forgetMark();
        assertThat(verify().findings()).as("nor the file beside the keys").isEmpty();
        assertThat(new AuditVerification(database.dataSource(), keys, mark).verify(noted).findings())
                .extracting(AuditFinding::code).containsExactly("HUB-AUD-007");
    }

    @Test
    void without_new_entries_there_is_no_new_checkpoint() {
        write(1);
        checkpoints.write();
        checkpoints.write();
        assertThat(verify().checkpoint()).isEqualTo(1);
    }

    @Test
    void entries_of_before_there_were_chains_are_kept_as_they_were_at_the_first_checkpoint() {
        for (int i = 0; i < 5; i++) {
            jdbc.update("insert into hub.audit_entry (actor, action, subject, count) values ('awo', 'processed', ?, 1)", "" + i);
        }
        write(2);
        checkpoints.write();
        checkpoints.write();
        assertThat(verify().findings()).isEmpty();
        assertThat(verify().entries()).isEqualTo(7);
        tamper("update hub.audit_entry set subject = '9' where subject = '2'");
        assertThat(verify().findings()).extracting(AuditFinding::code).containsExactly("HUB-AUD-001");
    }

    @Test
    void entries_that_were_deleted_after_their_time_are_not_missing() {
        jdbc.update("""
                insert into hub.audit_entry (at, actor, action, subject, count)
                values (now() - interval '7 months', 'awo', 'processed', 'document 1', 1)""");
        write(10);
        checkpoints.write();
        assertThat(retention("P6M").deleteExpired()).isEqualTo(1);
        assertThat(verify().findings()).isEmpty();
        assertThat(retention("P0D").deleteExpired()).isEqualTo(10);
        assertThat(verify().findings()).isEmpty();
        assertThat(verify().entries()).isZero();
        write(4);
        checkpoints.write();
        assertThat(verify().findings()).isEmpty();
        assertThat(verify().entries()).isEqualTo(4);
    }

    @Test
    void a_start_that_was_deleted_by_hand_is_found() {
        write(10);
        checkpoints.write();
        tamper("delete from hub.audit_entry where seq <= 4", """
                update hub.audit_chain set base_seq = 4, base_hash = '\\x00112233445566778899aabbccddeeff'""");
        assertThat(verify().intact()).isFalse();
    }

    /** It could otherwise be signed, and be genuine from then on. */
    @Test
    void what_was_tampered_with_is_not_signed_by_the_next_checkpoint() {
        for (String[] deed : new String[][] {
                {"delete from hub.audit_entry where chain = 1 and seq <= 4", """
                        update hub.audit_chain set base_seq = 4, base_hash = (select hash from kept where seq = 4)"""},
                {"delete from hub.audit_entry", "delete from hub.audit_chain"},
                {"delete from hub.audit_entry", "delete from hub.audit_chain", "delete from hub.audit_checkpoint"},
                {"delete from hub.audit_checkpoint", """
                        update hub.audit_entry set chain = null, seq = null, hash = null, actor = 'jobcenter'""",
                        "delete from hub.audit_chain"},
                {"delete from hub.audit_checkpoint", "delete from hub.audit_entry where seq > 6", """
                        update hub.audit_chain set seq = 6, hash = (select hash from kept where seq = 6)"""}}) {
            write(10);
            checkpoints.write();
            jdbc.execute("create table kept as select * from hub.audit_entry");
            tamper(deed);
            write(3);
            checkpoints.write();
            assertThat(verify().intact()).as(String.join("; ", deed)).isFalse();
            jdbc.execute("drop table kept");
            forget();
        }
    }

    @Test
    void an_entry_made_old_takes_nothing_with_it() {
        write(10);
        checkpoints.write();
        tamper("update hub.audit_entry set at = now() - interval '7 months' where seq = 8");
        assertThat(retention("P6M").deleteExpired()).isZero();
        tamper("update hub.audit_entry set at = now() - interval '7 months' where seq <= 8");
        assertThat(retention("P6M").deleteExpired()).isZero();
        assertThat(verify().intact()).isFalse();
    }

    @Test
    void after_an_older_backup_was_restored_the_log_goes_on_once_the_file_beside_the_keys_is_deleted() {
        write(4);
        checkpoints.write();
        write(2);
        checkpoints.write();
        tamper("delete from hub.audit_entry where seq > 4", "delete from hub.audit_checkpoint where no = 2",
                "update hub.audit_chain set seq = 4, hash = (select hash from hub.audit_entry where seq = 4)");
        write(1);
        checkpoints.write();
        assertThat(verify().checkpoint()).isEqualTo(1);
        forgetMark();
        checkpoints.write();
        assertThat(verify().findings()).isEmpty();
        assertThat(verify().checkpoint()).isEqualTo(2);
    }

    @Test
    void a_noted_checkpoint_of_before_what_is_kept_is_said_to_be_too_early() {
        write(2);
        checkpoints.write();
        String noted = verify().fingerprint();
        write(2);
        checkpoints.write();
        retention("P0D").deleteExpired();
        assertThat(new AuditVerification(database.dataSource(), keys, mark).verify(noted).findings())
                .extracting(AuditFinding::code).containsExactly("HUB-AUD-009");
        assertThat(verify().findings()).isEmpty();
    }

    private AuditRetention retention(String period) {
        return new AuditRetention(jdbc, transactions, checkpoints, keys, period);
    }

    private AuditVerification.Result verify() {
        return new AuditVerification(database.dataSource(), keys, mark).verify(null);
    }

    private void write(int entries) {
        for (int i = 0; i < entries; i++) {
            log.add("awo", "processed", "document " + i, i, i % 2 == 0 ? "rules 1" : null);
        }
    }

    private void forgetMark() {
        try {
            java.nio.file.Files.deleteIfExists(folder.resolve("audit-checkpoint"));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void forget() {
        forgetMark();
        tamper("delete from hub.audit_entry", "delete from hub.audit_chain", "delete from hub.audit_checkpoint",
                "alter table hub.audit_chain alter column no restart");
    }

    /** As whoever owns the tables can. */
    private void tamper(String... statements) {
        transactions.executeWithoutResult(status -> {
            jdbc.execute("set local session_replication_role = replica");
            for (String statement : statements) {
                jdbc.update(statement);
            }
        });
    }
}
