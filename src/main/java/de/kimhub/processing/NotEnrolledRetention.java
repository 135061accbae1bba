package de.kimhub.processing;

import de.kimhub.connector.HubConfiguration;
import de.kimhub.linkage.LockOrder;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.SourceCases;
import de.kimhub.privacy.DeletionClass;
import de.kimhub.privacy.PersonalDataHolder;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Deletes what a sender's compartment holds of people who did not enrol in time: their files with name and number, and
 * their events; also when somebody was still to say whether it is an enrolled person's file. The keyed digests of their
 * records stay, so that an unchanged record is not taken for news.
 */
@Component
class NotEnrolledRetention implements PersonalDataHolder {

    private static final Logger LOG = LoggerFactory.getLogger(NotEnrolledRetention.class);
    /** Whoever links or decides meanwhile waits for so many. */
    private static final int AT_ONCE = 100;
    private static final String DUE = """
            select s.id from identity.source_case s
             where s.seen_at < now() - ?::interval
               and not exists (select 1 from hub.consent c where c.person_id = s.person_id)
               and not exists (select 1 from hub.event e where e.case_id = s.id and e.payload is not null)""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final SourceCases cases;
    private final PersonRegister register;
    private final HubConfiguration hub;

    NotEnrolledRetention(JdbcTemplate jdbc, TransactionTemplate transaction, SourceCases cases, PersonRegister register,
                         HubConfiguration hub) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.cases = cases;
        this.register = register;
        this.hub = hub;
    }

    @Override
    public String dataKind() {
        return "Akte einer Person, die nicht teilnimmt";
    }

    @Override
    public int deleteExpired() {
        String time = hub.retention().notEnrolled().toString();
        int all = 0;
        int deleted;
        do {
            try {
                deleted = LockOrder.repeating(() -> transaction.execute(status -> deleteFiles(time)));
            } catch (PessimisticLockingFailureException inTheWayOfABatch) {
                LOG.warn("Retention: files of people who do not take part are deleted by the next run ({}).",
                        Passing.kind(inTheWayOfABatch));
                return all;
            }
            all += deleted;
        } while (deleted == AT_ONCE);
        jdbc.update("""
                delete from identity.person p
                where created_at < now() - ?::interval
                  and not exists (select 1 from identity.source_case s where s.person_id = p.id)
                  and not exists (select 1 from hub.consent c where c.person_id = p.id)""", time);
        jdbc.update("delete from hub.event where case_id is null and payload is null and type < 90 and document_id in ("
                + "select id from hub.source_document where finished_at < now() - ?::interval)", time);
        jdbc.update("delete from hub.shadow_item i where not exists (select 1 from hub.event e where e.id = i.event_id)");
        return all;
    }

    /** A day over is a finding, unless a batch was in the way; who is to be decided about is due as well. */
    @Override
    public List<DeletionClass> classes() {
        String period = hub.retention().notEnrolled().toString();
        String due = DUE.substring(DUE.indexOf("from"));
        return List.of(new DeletionClass("nicht-teilnehmend", dataKind(), DeletionClass.Start.COLLECTION, period,
                "retention.notEnrolled", List.of("identity.source_case", "identity.person"),
                "select min(s.seen_at) " + due.replace("?::interval", "interval 'P0D'"),
                "select count(*) " + due.replace("?::interval", "('" + period + "'::interval + interval '1 day')")));
    }

    /** Whoever links or decides about them meanwhile is waited for. */
    private int deleteFiles(String time) {
        List<Long> due = jdbc.queryForList(DUE + " order by s.id limit ?", Long.class, time, AT_ONCE);
        cases.lockFiles(due);
        List<Long> gone = jdbc.queryForList(DUE + " and s.id = any(?) order by s.id", Long.class, time, numbers(due));
        if (!gone.isEmpty()) {
            register.forget(gone);
            jdbc.update("delete from hub.event where case_id = any(?)", (Object) numbers(gone));
            jdbc.update("update hub.record_state set case_id = null, persona = null where case_id = any(?)",
                    (Object) numbers(gone));
        }
        return gone.size();
    }

    private static long[] numbers(List<Long> files) {
        return files.stream().mapToLong(Long::longValue).toArray();
    }
}
