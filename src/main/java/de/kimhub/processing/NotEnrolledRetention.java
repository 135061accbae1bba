package de.kimhub.processing;

import de.kimhub.connector.HubConfiguration;
import de.kimhub.privacy.PersonalDataHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes what a sender's compartment holds of people who did not enrol in time: their files with name and number, and
 * their events; not while somebody has to say whether it is an enrolled person's file, nor the note that it is not. The keyed digests of their records stay, so that an unchanged record is not taken for news.
 */
@Component
class NotEnrolledRetention implements PersonalDataHolder {

    private static final int AT_ONCE = 1_000;

    private final JdbcClient jdbc;
    private final HubConfiguration hub;

    NotEnrolledRetention(JdbcClient jdbc, HubConfiguration hub) {
        this.jdbc = jdbc;
        this.hub = hub;
    }

    @Override
    public String dataKind() {
        return "Akte einer Person, die nicht teilnimmt";
    }

    @Override
    public int deleteExpired() {
        int all = 0;
        int deleted;
        do {
            deleted = jdbc.sql("""
                            with gone as (
                                delete from identity.source_case where id in (
                                    select s.id from identity.source_case s
                                    where s.seen_at < now() - ?::interval
                                      and not exists (select 1 from hub.consent c where c.person_id = s.person_id)
                                      and not exists (select 1 from hub.event e
                                                      where e.case_id = s.id and e.payload is not null)
                                  and not exists (select 1 from identity.pair_decision d where d.undone_at is null
                                                  and not d.same and s.id in (d.left_case, d.right_case))
                                  and not exists (select 1 from identity.review r where r.state not in ('DECIDED', 'MOOT')
                                                  and s.id in (r.left_case, r.right_case))
                                    limit ?)
                                returning id, person_id),
                            events as (delete from hub.event where case_id in (select id from gone))
                            select count(*) from gone""")
                    .params(hub.retention().notEnrolled().toString(), AT_ONCE).query(Integer.class).single();
            all += deleted;
        } while (deleted == AT_ONCE);
        jdbc.sql("""
                        delete from identity.person p
                        where created_at < now() - ?::interval
                          and not exists (select 1 from identity.source_case s where s.person_id = p.id)
                          and not exists (select 1 from hub.consent c where c.person_id = p.id)""")
                .param(hub.retention().notEnrolled().toString()).update();
        jdbc.sql("delete from hub.event where case_id is null and payload is null and type < 90 and document_id in ("
                        + "select id from hub.source_document where finished_at < now() - ?::interval)")
                .param(hub.retention().notEnrolled().toString()).update();
        jdbc.sql("delete from hub.shadow_item i where not exists (select 1 from hub.event e where e.id = i.event_id)")
                .update();
        return all;
    }
}
