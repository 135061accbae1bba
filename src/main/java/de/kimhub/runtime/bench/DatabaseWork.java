package de.kimhub.runtime.bench;

import de.kimhub.runtime.demo.process.HubBooks;

/**
 * What was written into the hub's database so far, as PostgreSQL itself counts it.
 *
 * @param rows         inserted and updated
 * @param indexEntries made for them; an update in place (HOT) makes none
 * @param walBytes     written ahead
 */
record DatabaseWork(long rows, long indexEntries, long walBytes) {

    private static final String ROWS = """
            select coalesce(sum(n_tup_ins + n_tup_upd), 0) from pg_stat_user_tables
             where schemaname in ('hub', 'identity')""";
    private static final String INDEX_ENTRIES = """
            select coalesce(sum((t.n_tup_ins + t.n_tup_upd - t.n_tup_hot_upd)
                   * (select count(*) from pg_index i where i.indrelid = t.relid)), 0)
              from pg_stat_user_tables t where t.schemaname in ('hub', 'identity')""";
    private static final String WAL = "select pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0')::bigint";
    private static final long UNTIL_STATISTICS_ARE_THERE = 1_500;

    static DatabaseWork soFar(HubBooks books) {
        try {
            Thread.sleep(UNTIL_STATISTICS_ARE_THERE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new DatabaseWork(books.number(ROWS), books.number(INDEX_ENTRIES), books.number(WAL));
    }

    DatabaseWork since(DatabaseWork before) {
        return new DatabaseWork(rows - before.rows, indexEntries - before.indexEntries, walBytes - before.walBytes);
    }
}
