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

    private static final String FORGET = """
            delete from hub.doubted_case d
             where not exists (
                   select 1 from identity.review r where r.state in ('OPEN', 'LATER', 'ASKED', 'SECOND_OPINION')
                      and (r.left_case = d.case_id or r.right_case = d.case_id))
                or exists (
                   select 1 from identity.source_case s join hub.consent c on c.person_id = s.person_id
                    where s.id = d.case_id and c.withdrawn_on is null and not c.test)""";

    /** Between the compartments of two sources a consent in force is what lets anybody ask. */
    private static final String END_UNCONSENTED = """
            update identity.review r set state = 'MOOT'
              from identity.source_case l, identity.source_case o
             where r.state in ('OPEN', 'LATER', 'ASKED', 'SECOND_OPINION')
               and l.id = r.left_case and o.id = r.right_case and l.instance_no <> o.instance_no
               and not exists (
                   select 1 from hub.consent c where c.person_id in (l.person_id, o.person_id)
                      and c.withdrawn_on is null and not c.test
                      and (c.valid_until is null or c.valid_until >= current_date))""";

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
     * any more about people whose consent has ended.
     */
    void forgetDecided() {
        jdbc.update(END_UNCONSENTED);
        jdbc.update(FORGET);
    }
}
