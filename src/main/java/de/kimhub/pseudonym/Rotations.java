package de.kimhub.pseudonym;

import de.kimhub.keys.DomainKeys;
import de.kimhub.keys.DomainKeys.Kind;
import de.kimhub.pseudonym.Domain.Mode;
import de.kimhub.pseudonym.Epoch.State;
import java.time.Clock;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Creates and changes the keys of domains while hubs run: a new key is staged, so that all nodes get it, then becomes
 * primary at one moment on all of them; the old one is understood for a time of grace, its pseudonyms are mapped to the
 * new ones in the background, and at last it is destroyed.
 */
public final class Rotations {

    private final PseudonymDomains domains;
    private final TransactionTemplate transactions;
    private final DomainKeys keys;
    private final EpochTable epochs;
    private final IssuedTable issued;
    private final Mapping mapping;
    private final Clock clock;

    Rotations(PseudonymDomains domains, TransactionTemplate transactions, DomainKeys keys, EpochTable epochs,
              IssuedTable issued, Mapping mapping, Clock clock) {
        this.domains = domains;
        this.transactions = transactions;
        this.keys = keys;
        this.epochs = epochs;
        this.issued = issued;
        this.mapping = mapping;
        this.clock = clock;
    }

    /**
     * How a domain's key stands.
     *
     * @param here   whether this node has the key
     * @param people how many have a pseudonym by it
     * @param due    whether it is to be changed
     */
    public record Status(Epoch epoch, boolean here, long people, boolean due) {
    }

    /** All keys of a domain that were not destroyed, here or anywhere, in order. */
    public List<Status> status(String domainName) {
        Domain domain = withKeys(domainName);
        return epochs.all(domainName).stream()
                .map(epoch -> new Status(epoch, keys.has(domainName, epoch.no()), issued.count(domainName, epoch.no()),
                        epoch.due(domain, clock.instant())))
                .filter(status -> status.epoch().state() != State.RETIRED || status.here()).toList();
    }

    /** The first key of a domain. @return the number of its epoch */
    public int create(String domainName) {
        Domain domain = withKeys(domainName);
        return transactions.execute(status -> {
            epochs.lockForChange(domainName);
            if (!epochs.all(domainName).isEmpty()) {
                throw new PseudonymRefused(PseudonymProblem.HAS_EPOCH);
            }
            stageNext(domain, 1);
            epochs.makePrimary(domainName, 1);
            return 1;
        });
    }

    /** Makes a new key; nothing is issued by it yet. @return the number of its epoch */
    public int stage(String domainName) {
        Domain domain = withKeys(domainName);
        return transactions.execute(status -> {
            epochs.lockForChange(domainName);
            if (epochs.in(domainName, State.STAGED).isPresent()) {
                throw new PseudonymRefused(PseudonymProblem.ALREADY_STAGED);
            }
            int next = nextNo(domainName);
            stageNext(domain, next);
            return next;
        });
    }

    /** Destroys the staged key, here or not: it was never used. Its number is not used again. @return its epoch's */
    public int discard(String domainName) {
        withKeys(domainName);
        int discarded = transactions.execute(status -> {
            epochs.lockForChange(domainName);
            return retireStaged(domainName).orElseThrow(() -> new PseudonymRefused(PseudonymProblem.NOT_STAGED));
        });
        keys.destroy(domainName, discarded);
        return discarded;
    }

    /** From the commit on all nodes issue by the staged key. @return the number of its epoch */
    public int activate(String domainName) {
        Domain domain = withKeys(domainName);
        return activate(domain, domain.grace());
    }

    /**
     * The primary key is in wrong hands, or lost: from the commit on it is neither used nor understood, and a fresh one is
     * primary. A staged one lay beside it and is destroyed as well. Nodes that do not have the fresh one yet issue nothing
     * until they have.
     *
     * @return the number of the new epoch
     */
    public int replaceCompromised(String domainName) {
        Domain domain = withKeys(domainName);
        List<Integer> discarded = new ArrayList<>();
        int fresh = transactions.execute(status -> {
            epochs.lockForChange(domainName);
            Epoch primary = epochs.in(domainName, State.PRIMARY)
                    .orElseThrow(() -> new PseudonymRefused(PseudonymProblem.NO_EPOCH));
            retireStaged(domainName).ifPresent(discarded::add);
            int next = nextNo(domainName);
            keys.destroy(domainName, next);
            stageNext(domain, next);
            activate(domain, Period.ZERO);
            epochs.compromise(domainName, primary.no());
            return next;
        });
        discarded.forEach(staged -> keys.destroy(domainName, staged));
        return fresh;
    }

    /** Maps what is not mapped yet of all replaced keys. May be interrupted and called again. */
    public List<MappingResult> map(String domainName, Persons persons) {
        Domain domain = withKeys(domainName);
        return epochs.all(domainName).stream().filter(epoch -> epoch.state() == State.GRACE)
                .map(epoch -> mapping.run(domain, epoch, persons)).toList();
    }

    /**
     * Destroys the oldest replaced key, once its grace is over and its mapping is complete and as it was counted. A copy
     * on this node of a key that was destroyed elsewhere goes first.
     *
     * @return the number of its epoch
     */
    public int retire(String domainName) {
        Domain domain = withKeys(domainName);
        Optional<Integer> leftOver = epochs.all(domainName).stream()
                .filter(epoch -> epoch.state() == State.RETIRED && keys.has(domainName, epoch.no())).map(Epoch::no)
                .findFirst();
        int retired = leftOver.orElseGet(() -> transactions.execute(status -> {
            epochs.lockForChange(domainName);
            Epoch oldest = epochs.in(domainName, State.GRACE)
                    .orElseThrow(() -> new PseudonymRefused(PseudonymProblem.NOT_IN_GRACE));
            if (oldest.graceUntil().isAfter(clock.instant())) {
                throw new PseudonymRefused(PseudonymProblem.GRACE_RUNS);
            }
            if (!mapping.stands(domain, oldest)) {
                throw new PseudonymRefused(PseudonymProblem.NOT_MAPPED);
            }
            issued.delete(domainName, oldest.no());
            epochs.retire(domainName, oldest.no());
            return oldest.no();
        }));
        keys.destroy(domainName, retired);
        return retired;
    }

    private int activate(Domain domain, Period grace) {
        return transactions.execute(status -> {
            epochs.lockForChange(domain.name());
            Epoch staged = epochs.in(domain.name(), State.STAGED)
                    .orElseThrow(() -> new PseudonymRefused(PseudonymProblem.NOT_STAGED));
            if (!Arrays.equals(keys.open(domain.name(), staged.no()).fingerprint(), staged.fingerprint())) {
                throw new PseudonymRefused(PseudonymProblem.OTHER_KEY);
            }
            epochs.replacePrimary(domain.name(), Epoch.later(clock.instant(), grace));
            epochs.makePrimary(domain.name(), staged.no());
            return staged.no();
        });
    }

    private Optional<Integer> retireStaged(String domainName) {
        Optional<Integer> staged = epochs.in(domainName, State.STAGED).map(Epoch::no);
        staged.ifPresent(no -> epochs.retire(domainName, no));
        return staged;
    }

    private int nextNo(String domainName) {
        int next = epochs.all(domainName).stream().mapToInt(Epoch::no).max()
                .orElseThrow(() -> new PseudonymRefused(PseudonymProblem.NO_EPOCH)) + 1;
        if (next > Pseudonym.LAST_EPOCH) {
            throw new PseudonymRefused(PseudonymProblem.LAST_EPOCH);
        }
        return next;
    }

    /** A key file that a rolled-back transaction left behind was never used: it is taken. */
    private void stageNext(Domain domain, int no) {
        byte[] fingerprint = (keys.has(domain.name(), no) ? keys.open(domain.name(), no) : keys.create(domain.name(), no,
                domain.mode() == Mode.KEYED ? Kind.ONE_WAY : Kind.TWO_WAY)).fingerprint();
        epochs.stage(domain.name(), no, fingerprint);
    }

    private Domain withKeys(String name) {
        Domain domain = domains.domain(name);
        if (domain.mode() == Mode.TEMPORARY) {
            throw new PseudonymRefused(PseudonymProblem.NO_KEY_MODE);
        }
        return domain;
    }
}
