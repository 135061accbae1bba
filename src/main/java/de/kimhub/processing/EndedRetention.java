package de.kimhub.processing;

import de.kimhub.connector.HubConfiguration;
import de.kimhub.privacy.DeletionClass;
import de.kimhub.privacy.DeletionClass.Start;
import de.kimhub.privacy.PersonalDataHolder;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Deletes whom the hub has had nothing to do with for so long: no consent in force, and nothing told of them. As an
 * erasure does, one person a transaction; nobody is told, since recipients have periods of their own.
 */
@Component
class EndedRetention implements PersonalDataHolder {

    private static final Logger LOG = LoggerFactory.getLogger(EndedRetention.class);
    private static final int AT_ONCE = 200;
    /** A consent ends with its term, its withdrawal, or the file that it was given in. */
    private static final String DUE = """
            from identity.person p where p.created_at < now() - interval '%1$s'
               and exists (select from identity.source_case s where s.person_id = p.id)
               and not exists (select from identity.source_case s join hub.frozen_case f on f.case_id = s.id
                    where s.person_id = p.id)
               and not exists (select from hub.consent c left join identity.source_case s on s.id = c.case_id
                    where c.person_id = p.id and least(c.withdrawn_on, c.valid_until, s.closed_on, 'infinity'::date)
                          > current_date - interval '%1$s')
               and not exists (select from identity.source_case s join hub.event e on e.case_id = s.id
                    join hub.source_document d on d.id = e.document_id
                    where s.person_id = p.id and d.received_at > now() - interval '%1$s')""";

    private final JdbcTemplate jdbc;
    private final String period;
    private final ObjectProvider<Erasures> erasures;

    EndedRetention(JdbcTemplate jdbc, HubConfiguration hub, ObjectProvider<Erasures> erasures) {
        this.jdbc = jdbc;
        this.period = hub.retention().ended().toString();
        this.erasures = erasures;
    }

    @Override
    public String dataKind() {
        return "Person, deren Teilnahme beendet ist";
    }

    @Override
    public int deleteExpired() {
        int all = 0;
        List<Long> due;
        do {
            due = jdbc.queryForList("select p.id " + DUE.formatted(period) + " order by p.id limit " + AT_ONCE, Long.class);
            for (long person : due) {
                try {
                    erasures.getObject().timeIsOver(person);
                } catch (PessimisticLockingFailureException inTheWayOfABatch) {
                    LOG.warn("Retention: a person whose part is over is deleted by the next run ({}).",
                            Passing.kind(inTheWayOfABatch));
                    return all;
                }
                all++;
            }
        } while (due.size() == AT_ONCE);
        return all;
    }

    @Override
    public List<DeletionClass> classes() {
        return List.of(new DeletionClass("teilnahme", "Akten, Angaben zur Person und Ereignisse von Menschen, die teilnahmen",
                Start.RELATION_END, period, "retention.ended", List.of("identity.person", "identity.source_case", "hub.event"),
                "select min(p.created_at) " + DUE.formatted("P0D"),
                "select count(*) " + DUE.formatted(period).replace("interval '" + period + "'",
                        "(interval '" + period + "' + interval '1 day')")));
    }
}
