package de.kimhub.processing;

import de.kimhub.connector.HubConfiguration;
import de.kimhub.linkage.PersonRegister.Doubt;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.sharing.ConsentLedger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Files that may be an enrolled person's and are nobody's so far: their events wait until somebody decided, or the hold
 * time is over; then they are decided as any file's that is not linked. In the caller's transaction.
 */
@Component
class Doubts {

    /** What others have in hand is left to the next sweep: a batch never waits for a row here. */
    private static final String FORGET = """
            delete from hub.doubted_case where case_id in (select d.case_id from hub.doubted_case d
             where %s (not exists (
                   select 1 from identity.review r where r.state in ('OPEN', 'LATER', 'ASKED', 'SECOND_OPINION')
                      and (r.left_case = d.case_id or r.right_case = d.case_id))
                or exists (
                   select 1 from identity.source_case s join hub.consent c on c.person_id = s.person_id
                    where s.id = d.case_id and c.withdrawn_on is null and not c.test))
             order by d.case_id for update of d skip locked)""";

    /** Between the compartments of two sources a consent in force is what lets anybody ask. */
    private static final String END_UNCONSENTED = """
            update identity.review set state = 'MOOT', contested = false, locked_by = null, locked_until = null,
                   differ_until = null, shown = null, shown_model = null, shown_digest = null where id in (select r.id
              from identity.review r, identity.source_case l, identity.source_case o
             where r.state in ('OPEN', 'LATER', 'ASKED', 'SECOND_OPINION')
               and l.id = r.left_case and o.id = r.right_case and l.instance_no <> o.instance_no %s
               and not exists (
                   select 1 from hub.consent c where c.person_id in (l.person_id, o.person_id)
                      and c.withdrawn_on is null and not c.test
                      and (c.valid_until is null or c.valid_until >= current_date))
             order by r.id for update of r skip locked)""";

    /** What a reviewer was shown who has had it for too long: nobody can refer to it any more. */
    private static final String CLEAR_SHOWN = """
            update identity.review set shown = null, shown_model = null, shown_digest = null where id in (
                select r.id from identity.review r where r.shown is not null
                   and (r.locked_until is null or r.locked_until < now())
                 order by r.id for update of r skip locked)""";

    private final JdbcTemplate jdbc;
    private final SourceCases cases;
    private final ConsentLedger ledger;
    private final HubConfiguration hub;

    Doubts(JdbcTemplate jdbc, SourceCases cases, ConsentLedger ledger, HubConfiguration hub) {
        this.jdbc = jdbc;
        this.cases = cases;
        this.ledger = ledger;
        this.hub = hub;
    }

    /** Those files that are in doubt with an enrolled person, and are no enrolled one's themselves, wait from now on. */
    void hold(Collection<Doubt> doubts) {
        if (doubts.isEmpty()) {
            return;
        }
        Map<Long, SourceCase> files = cases.byId(doubts.stream().flatMap(doubt -> Stream.of(doubt.left(), doubt.right()))
                .collect(Collectors.toSet()));
        Set<Long> enrolled = ledger.inEarnest(
                files.values().stream().map(SourceCase::personId).collect(Collectors.toSet()), Set.of());
        List<Object[]> waiting = new ArrayList<>();
        for (Doubt doubt : doubts) {
            SourceCase left = files.get(doubt.left());
            SourceCase right = files.get(doubt.right());
            if (enrolled.contains(left.personId()) != enrolled.contains(right.personId())) {
                SourceCase open = enrolled.contains(left.personId()) ? right : left;
                waiting.add(new Object[] {open.id(), open.instanceNo(), open.caseDigest(), seconds()});
            }
        }
        jdbc.batchUpdate("insert into hub.doubted_case (case_id, instance_no, case_digest, hold_until) "
                + "values (?, ?, ?, now() + make_interval(secs => ?)) on conflict do nothing", waiting);
    }

    private double seconds() {
        return hub.retention().hold().toSeconds();
    }

    /**
     * Those of which nothing is undecided any more, or which are an enrolled person's now, wait no longer. Nobody is asked
     * any more about people whose consent has ended, and what was shown goes with its time.
     */
    void forgetDecided() {
        jdbc.update(END_UNCONSENTED.formatted(""));
        jdbc.update(CLEAR_SHOWN);
        jdbc.update(FORGET.formatted(""));
    }

    /** The same of these files only. */
    void forgetDecided(Collection<Long> files) {
        long[] numbers = files.stream().mapToLong(Long::longValue).toArray();
        jdbc.update(END_UNCONSENTED.formatted("and (l.id = any(?) or o.id = any(?))"), numbers, numbers);
        jdbc.update(FORGET.formatted("d.case_id = any(?) and"), (Object) numbers);
    }
}
