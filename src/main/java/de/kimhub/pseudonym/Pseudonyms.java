package de.kimhub.pseudonym;

import de.kimhub.pseudonym.Domain.Mode;
import de.kimhub.pseudonym.Epoch.State;
import de.kimhub.pseudonym.IssuedTable.Row;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives people pseudonyms and reads them again. Runs in the caller's transaction, or in one of its own. The same person
 * has the same pseudonym in a domain as long as its key stands; nobody without the keys can tell that pseudonyms of two
 * domains are one person's.
 */
public final class Pseudonyms {

    private static final int AT_ONCE = 1_000;

    private final PseudonymDomains domains;
    private final TransactionTemplate transactions;
    private final EpochTable epochs;
    private final IssuedTable issued;
    private final Issuing issuing;
    private final PersonDigests digests;

    Pseudonyms(PseudonymDomains domains, TransactionTemplate transactions, EpochTable epochs,
               IssuedTable issued, Issuing issuing, PersonDigests digests) {
        this.domains = domains;
        this.transactions = transactions;
        this.epochs = epochs;
        this.issued = issued;
        this.issuing = issuing;
        this.digests = digests;
    }

    /** @throws PseudonymRefused when the domain has no key, or is one of tokens */
    public Pseudonym of(String domain, long person) {
        return of(domain, List.of(person)).get(person);
    }

    /** By person. */
    public Map<Long, Pseudonym> of(String domainName, Collection<Long> persons) {
        Domain domain = domains.domain(domainName);
        return transactions.execute(status -> {
            epochs.lockForUse(domainName);
            Epoch primary = primary(domain);
            Map<Long, Pseudonym> all = new HashMap<>();
            issuing.bodies(domain, primary, persons).forEach((person, body) ->
                    all.put(person, new Pseudonym(domain.prefix(), primary.no(), body)));
            return all;
        });
    }

    /** Whether the domain has a key, and this node has it. Changes nothing. */
    public boolean ready(String domainName) {
        return domains.find(domainName).filter(domain -> domain.mode() != Mode.TEMPORARY).map(domain ->
                epochs.in(domainName, State.PRIMARY).filter(epoch -> issuing.hasKey(domain, epoch)).isPresent()).orElse(false);
    }

    /**
     * What a pseudonym is called now: itself, that of whom it was found to be, or the one of today's key.
     *
     * @throws PseudonymRefused when it was not given by this hub, its key is destroyed, or was compromised
     */
    public Pseudonym current(Pseudonym pseudonym) {
        Domain domain = domain(pseudonym);
        return transactions.execute(status -> {
            epochs.lockForUse(domain.name());
            Epoch epoch = readable(domain, pseudonym);
            String body = living(domain, epoch, pseudonym.body());
            Row row = row(domain, epoch, body);
            while (epoch.state() != State.PRIMARY && row.nextBody() != null) {
                epoch = epochs.find(domain.name(), row.nextEpoch()).orElseThrow();
                row = row(domain, epoch, living(domain, epoch, row.nextBody()));
            }
            if (epoch.compromised()) {
                throw new PseudonymRefused(PseudonymProblem.COMPROMISED);
            }
            return new Pseudonym(domain.prefix(), epoch.no(), row.body());
        });
    }

    /** The domain that a pseudonym is of. @throws PseudonymRefused when there is none with such a prefix */
    public Domain domain(Pseudonym pseudonym) {
        return domains.withPrefix(pseudonym.prefix())
                .orElseThrow(() -> new PseudonymRefused(PseudonymProblem.UNREADABLE));
    }

    /**
     * Who it is: by the key where the domain's mode is reversible, otherwise by trying everybody. Only re-identification,
     * with its two people, may ask.
     */
    long person(Pseudonym pseudonym, Persons persons) {
        Domain domain = domain(pseudonym);
        return transactions.execute(status -> {
            epochs.lockForUse(domain.name());
            Epoch epoch = readable(domain, pseudonym);
            Row row = row(domain, epoch, living(domain, epoch, pseudonym.body()));
            OptionalLong person = domain.mode() == Mode.REVERSIBLE ? issuing.codes(domain, epoch).person(row.body())
                    : search(domain, row.personDigest(), persons);
            return person.orElseThrow(() -> new PseudonymRefused(PseudonymProblem.NOBODY));
        });
    }

    private OptionalLong search(Domain domain, byte[] digest, Persons persons) {
        long last = 0;
        for (List<Long> some = persons.after(last, AT_ONCE); !some.isEmpty(); some = persons.after(last, AT_ONCE)) {
            for (long person : some) {
                if (Arrays.equals(digests.of(domain.name(), person), digest)) {
                    return OptionalLong.of(person);
                }
            }
            last = some.getLast();
        }
        return OptionalLong.empty();
    }

    private Epoch primary(Domain domain) {
        if (domain.mode() == Mode.TEMPORARY) {
            throw new PseudonymRefused(PseudonymProblem.WRONG_MODE);
        }
        return epochs.in(domain.name(), State.PRIMARY)
                .orElseThrow(() -> new PseudonymRefused(PseudonymProblem.NO_EPOCH));
    }

    private Epoch readable(Domain domain, Pseudonym pseudonym) {
        Epoch epoch = epochs.find(domain.name(), pseudonym.epoch())
                .filter(one -> one.state() == State.PRIMARY || one.state() == State.GRACE)
                .orElseThrow(() -> new PseudonymRefused(PseudonymProblem.UNKNOWN));
        if (epoch.compromised()) {
            throw new PseudonymRefused(PseudonymProblem.COMPROMISED);
        }
        return epoch;
    }

    /** The body itself, or that of whom its holder was found to be. */
    private String living(Domain domain, Epoch epoch, String body) {
        String alias = row(domain, epoch, body).aliasOf();
        return alias == null ? body : alias;
    }

    private Row row(Domain domain, Epoch epoch, String body) {
        return issued.find(domain.name(), epoch.no(), body)
                .orElseThrow(() -> new PseudonymRefused(PseudonymProblem.UNKNOWN));
    }
}
