package de.kimhub.pseudonym;

import de.kimhub.pseudonym.Domain.Mode;
import de.kimhub.pseudonym.Epoch.State;
import de.kimhub.pseudonym.PseudonymChange.Kind;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** What becomes of pseudonyms when persons are found to be one, or wrongly were. To be called where that is decided. */
public final class PersonChanges {

    private static final Logger LOG = LoggerFactory.getLogger(PersonChanges.class);

    private final PseudonymDomains domains;
    private final TransactionTemplate transactions;
    private final JdbcTemplate jdbc;
    private final EpochTable epochs;
    private final IssuedTable issued;
    private final Issuing issuing;
    private final PersonDigests digests;
    private final Tokens tokens;

    PersonChanges(PseudonymDomains domains, TransactionTemplate transactions, JdbcTemplate jdbc, EpochTable epochs,
                  IssuedTable issued, Issuing issuing, PersonDigests digests, Tokens tokens) {
        this.domains = domains;
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.epochs = epochs;
        this.issued = issued;
        this.issuing = issuing;
        this.digests = digests;
        this.tokens = tokens;
    }

    /**
     * Two persons are one: the survivor keeps its pseudonyms, the other's become tombstones that lead there and are never
     * given to anybody again. Who holds one is told, unless the domain is for statistics. Where the survivor would need a
     * new pseudonym and its key is not on this node, the other's stays as it is.
     */
    public void merged(long survivor, long gone) {
        each((domain, epoch) -> body(domain, epoch, gone).ifPresent(old -> survivors(domain, epoch, survivor)
                .ifPresent(stays -> {
                    issued.entomb(domain.name(), epoch.no(), old, stays);
                    tell(domain, Kind.MERGED, epoch, old, epoch, stays);
                })), () -> tokens.move(gone, survivor));
    }

    /**
     * One person was several: it keeps its pseudonyms, each part gets new ones wherever the person had one. Who holds the
     * person's is told, unless the domain is for statistics. Tokens of the person end. Where the key is not on this node, the parts
     * get theirs when they are asked for, and nobody is told.
     */
    public void split(long person, Collection<Long> parts) {
        each((domain, epoch) -> {
            Optional<Epoch> held = epoch.state() == State.PRIMARY ? held(domain, person) : Optional.empty();
            if (held.isPresent() && keyIsHere(domain, epoch)) {
                String old = body(domain, held.get(), person).orElseThrow();
                issuing.bodies(domain, epoch, parts).forEach((part, body) ->
                        tell(domain, Kind.SPLIT, held.get(), old, epoch, body));
            }
        }, () -> tokens.revoke(person));
    }

    /** Whether there is anything that could change. */
    public boolean concerned() {
        return !domains.domains().isEmpty();
    }

    /** What a domain's recipient is to be told after a change that it knows, in order. */
    public List<PseudonymChange> after(String domainName, long id, int atMost) {
        Domain domain = domains.domain(domainName);
        return jdbc.query("select id, kind, old_epoch, old_body, new_epoch, new_body from pseudonym.change "
                + "where domain = ? and id > ? order by id limit ?", (row, number) -> new PseudonymChange(row.getLong(1),
                domainName, Kind.values()[row.getInt(2)],
                new Pseudonym(domain.prefix(), row.getInt(3), row.getString(4)),
                new Pseudonym(domain.prefix(), row.getInt(5), row.getString(6))), domainName, id, atMost);
    }

    private interface Change {

        void of(Domain domain, Epoch epoch);
    }

    private void each(Change change, Runnable alsoTokens) {
        transactions.executeWithoutResult(status -> {
            domains.domains().stream().filter(domain -> domain.mode() != Mode.TEMPORARY).forEach(domain -> {
                epochs.lockForUse(domain.name());
                epochs.all(domain.name()).stream()
                        .filter(PersonChanges::understood).forEach(epoch -> change.of(domain, epoch));
            });
            alsoTokens.run();
        });
    }

    private static boolean understood(Epoch epoch) {
        return (epoch.state() == State.PRIMARY || epoch.state() == State.GRACE) && !epoch.compromised();
    }

    private Optional<String> survivors(Domain domain, Epoch epoch, long survivor) {
        return body(domain, epoch, survivor).or(() -> keyIsHere(domain, epoch)
                ? Optional.of(issuing.bodies(domain, epoch, List.of(survivor)).get(survivor)) : Optional.empty());
    }

    /** Persons are merged and split whether a pseudonym follows or not. */
    private boolean keyIsHere(Domain domain, Epoch epoch) {
        boolean here = issuing.hasKey(domain, epoch);
        if (!here) {
            LOG.warn("Pseudonym domain {}, epoch {}: the key is not on this node, a merge or split is not followed there "
                    + "[HUB-KEY-004]", domain.name(), epoch.no());
        }
        return here;
    }

    private Optional<String> body(Domain domain, Epoch epoch, long person) {
        byte[] digest = digests.of(domain.name(), person);
        return Optional.ofNullable(issued.bodies(domain.name(), epoch.no(), List.of(digest)).get(ByteBuffer.wrap(digest)));
    }

    /** The newest epoch of which the person has a pseudonym. */
    private Optional<Epoch> held(Domain domain, long person) {
        return epochs.all(domain.name()).reversed().stream()
                .filter(PersonChanges::understood)
                .filter(epoch -> body(domain, epoch, person).isPresent()).findFirst();
    }

    private void tell(Domain domain, Kind kind, Epoch oldEpoch, String old, Epoch newEpoch, String now) {
        if (domain.tellsHolder()) {
            jdbc.update("insert into pseudonym.change (domain, kind, old_epoch, old_body, new_epoch, new_body) "
                    + "values (?, ?, ?, ?, ?, ?)", domain.name(), kind.ordinal(), oldEpoch.no(), old, newEpoch.no(), now);
        }
    }
}
