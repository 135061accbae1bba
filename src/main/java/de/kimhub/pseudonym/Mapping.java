package de.kimhub.pseudonym;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** Finds for the pseudonyms of a replaced key those of the next, some people at a time, and counts what it did. */
final class Mapping {

    private static final int AT_ONCE = 1_000;
    private static final String COUNTED = """
            select count(*) filter (where next_body is not null),
                   count(*) filter (where next_body is null and alias_of is null),
                   sha256(coalesce(string_agg(body || ' ' || next_epoch || ' ' || next_body, ' ' order by body)
                                       filter (where next_body is not null), '')::bytea)
              from pseudonym.issued where domain = ? and epoch = ?""";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transactions;
    private final EpochTable epochs;
    private final IssuedTable issued;
    private final Issuing issuing;
    private final PersonDigests digests;

    Mapping(JdbcTemplate jdbc, TransactionTemplate transactions, EpochTable epochs, IssuedTable issued, Issuing issuing,
            PersonDigests digests) {
        this.jdbc = jdbc;
        this.transactions = transactions;
        this.epochs = epochs;
        this.issued = issued;
        this.issuing = issuing;
        this.digests = digests;
    }

    MappingResult run(Domain domain, Epoch from, Persons persons) {
        long last = 0;
        for (List<Long> some = persons.after(last, AT_ONCE); !some.isEmpty(); some = persons.after(last, AT_ONCE)) {
            List<Long> these = some;
            transactions.executeWithoutResult(status -> map(domain, from, these));
            last = some.getLast();
        }
        return transactions.execute(status -> {
            epochs.lockForUse(domain.name());
            MappingResult result = counted(domain, from);
            jdbc.update("""
                    insert into pseudonym.rotation (domain, from_epoch, mapped, gone, digest) values (?, ?, ?, ?, ?)
                    on conflict (domain, from_epoch) do update set mapped = excluded.mapped, gone = excluded.gone,
                        digest = excluded.digest, mapped_at = now()""", domain.name(), from.no(), result.mapped(),
                    result.gone(), result.digest());
            return result;
        });
    }

    /** Whether all is as it was counted: nobody is unmapped of whom something is kept, and no pair was changed. */
    boolean stands(Domain domain, Epoch from) {
        MappingResult now = counted(domain, from);
        return jdbc.query("select mapped, gone, digest from pseudonym.rotation where domain = ? and from_epoch = ?",
                (row, number) -> row.getLong(1) == now.mapped() && row.getLong(2) >= now.gone()
                        && Arrays.equals(row.getBytes(3), now.digest()), domain.name(), from.no())
                .stream().findAny().orElse(false);
    }

    private void map(Domain domain, Epoch from, List<Long> persons) {
        epochs.lockForUse(domain.name());
        Map<ByteBuffer, Long> personOf = new HashMap<>();
        persons.forEach(person -> personOf.put(ByteBuffer.wrap(digests.of(domain.name(), person)), person));
        Map<ByteBuffer, String> old = issued.unmapped(domain.name(), from.no(),
                personOf.keySet().stream().map(ByteBuffer::array).toList());
        if (!old.isEmpty()) {
            Epoch next = epochs.next(domain.name(), from.no()).orElseThrow();
            Map<Long, String> bodies = issuing.bodies(domain, next, old.keySet().stream().map(personOf::get).toList());
            Map<String, String> nextOf = new HashMap<>();
            old.forEach((digest, body) -> nextOf.put(body, bodies.get(personOf.get(digest))));
            issued.map(domain.name(), from.no(), next.no(), nextOf);
        }
    }

    private MappingResult counted(Domain domain, Epoch from) {
        return jdbc.queryForObject(COUNTED, (row, number) -> new MappingResult(domain.name(), from.no(), row.getLong(1),
                row.getLong(2), row.getBytes(3)), domain.name(), from.no());
    }
}
