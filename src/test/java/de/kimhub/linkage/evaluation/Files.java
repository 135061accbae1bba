package de.kimhub.linkage.evaluation;

import de.kimhub.linkage.comparison.Band;
import de.kimhub.testing.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Files, and what linkage and people say of pairs of them, in the tables. */
final class Files {

    private final JdbcClient jdbc;

    Files(Database database) {
        this.jdbc = database.jdbc();
    }

    /** A file that came so many days ago. */
    long file(int daysAgo) {
        long person = jdbc.sql("insert into identity.person (created_at) values (now()) returning id").query(Long.class)
                .single();
        return jdbc.sql("""
                insert into identity.source_case (instance_no, case_digest, person_id, seen_at)
                values (1, uuid_send(gen_random_uuid()), ?, now() - make_interval(days => ?)) returning id""")
                .params(person, daysAgo).query(Long.class).single();
    }

    Files linked(long left, long right, Band band) {
        jdbc.sql("insert into identity.pair (left_case, right_case, band, bits, model) values (?, ?, ?, 0, 'x')")
                .params(Math.min(left, right), Math.max(left, right), band.ordinal()).update();
        return this;
    }

    /** So many decided pairs of new files; linkage has them in this band, or not at all. */
    Files pair(Band band, boolean same, int times) {
        for (int i = 0; i < times; i++) {
            long left = file(1);
            long right = file(1);
            if (band != null) {
                linked(left, right, band);
            }
            jdbc.sql("""
                    insert into identity.pair_decision (left_case, right_case, same, reason, decided_by)
                    values (?, ?, ?, 'x', 'x')""").params(left, right, same).update();
        }
        return this;
    }
}
