package de.kimhub.pseudonym;

import de.kimhub.keys.DomainKey;
import de.kimhub.keys.DomainKeys;
import de.kimhub.pseudonym.IssuedTable.New;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gives people their pseudonyms of one epoch. The caller holds the lock of the domain. */
final class Issuing {

    /** A second one was never seen; more in a row means that something else is wrong. */
    private static final int MOST_GENERATIONS = 100;

    private final DomainKeys keys;
    private final PersonDigests digests;
    private final IssuedTable issued;

    Issuing(DomainKeys keys, PersonDigests digests, IssuedTable issued) {
        this.keys = keys;
        this.digests = digests;
        this.issued = issued;
    }

    /** Whether this node has the key of the epoch, the same as all others. */
    boolean hasKey(Domain domain, Epoch epoch) {
        return keys.has(domain.name(), epoch.no())
                && Arrays.equals(keys.open(domain.name(), epoch.no()).fingerprint(), epoch.fingerprint());
    }

    /** The key of the epoch, if this node has the same as all others. */
    Codes codes(Domain domain, Epoch epoch) {
        DomainKey key = keys.open(domain.name(), epoch.no());
        if (!Arrays.equals(key.fingerprint(), epoch.fingerprint())) {
            throw new PseudonymRefused(PseudonymProblem.OTHER_KEY);
        }
        return new Codes(domain, key);
    }

    /** By person the body: the one that they have, or a new one. */
    Map<Long, String> bodies(Domain domain, Epoch epoch, Collection<Long> persons) {
        Codes codes = codes(domain, epoch);
        Map<ByteBuffer, Long> missing = new HashMap<>();
        persons.forEach(person -> missing.put(ByteBuffer.wrap(digests.of(domain.name(), person)), person));
        Map<Long, String> found = new HashMap<>();
        take(issued.bodies(domain.name(), epoch.no(), digestsOf(missing)), missing, found);
        Map<ByteBuffer, Integer> generations = new HashMap<>();
        for (int round = 0; !missing.isEmpty(); round++) {
            if (round > MOST_GENERATIONS) {
                throw new IllegalStateException("No free pseudonym in domain " + domain.name());
            }
            take(issued.insert(domain.name(), epoch.no(), rows(codes, missing, generations)), missing, found);
            if (!missing.isEmpty()) {
                // Others were faster; or the code is a tombstone's, or another person's.
                take(issued.bodies(domain.name(), epoch.no(), digestsOf(missing)), missing, found);
                next(domain, epoch, missing, generations);
            }
        }
        return found;
    }

    private static List<New> rows(Codes codes, Map<ByteBuffer, Long> missing, Map<ByteBuffer, Integer> generations) {
        return missing.entrySet().stream().map(one -> {
            int generation = generations.getOrDefault(one.getKey(), 0);
            return new New(codes.body(one.getValue(), generation), one.getKey().array(), generation);
        }).toList();
    }

    private static void take(Map<ByteBuffer, String> bodies, Map<ByteBuffer, Long> missing, Map<Long, String> found) {
        bodies.forEach((digest, body) -> found.put(missing.remove(digest), body));
    }

    /** Past all tombstones of the person, and past what was tried. */
    private void next(Domain domain, Epoch epoch, Map<ByteBuffer, Long> missing, Map<ByteBuffer, Integer> generations) {
        if (!missing.isEmpty()) {
            Map<ByteBuffer, Integer> first = issued.generations(domain.name(), epoch.no(), digestsOf(missing));
            missing.keySet().forEach(digest -> generations.merge(digest, 1, Integer::sum));
            first.forEach((digest, generation) -> generations.merge(digest, generation, Math::max));
        }
    }

    private static List<byte[]> digestsOf(Map<ByteBuffer, Long> people) {
        return people.keySet().stream().map(ByteBuffer::array).toList();
    }
}
