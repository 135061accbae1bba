package de.kimhub.linkage.register;

import static org.assertj.core.api.Assertions.assertThat;

import de.kimhub.testing.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class ForeignKeysTest {

    @RegisterExtension
    final Database database = new Database();

    @Test
    void whatever_goes_with_a_file_is_found_by_an_index() {
        assertThat(database.jdbc().sql("""
                select c.conrelid::regclass || '.' || a.attname from pg_constraint c
                join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
                where c.contype = 'f' and c.confrelid in ('identity.source_case'::regclass, 'identity.review'::regclass,
                                                          'identity.pair_decision'::regclass)
                  and not exists (select 1 from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = a.attnum
                                  and coalesce(pg_get_expr(i.indpred, i.indrelid), '(' || a.attname || ' IS NOT NULL)')
                                      = '(' || a.attname || ' IS NOT NULL)')""").query(String.class).list()).isEmpty();
    }
}
