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
        Map<Long, byte[]> digestOf = new HashMap<>();
        persons.forEach(person -> digestOf.put(person, digests.of(domain.name(), person)));
        Map<Long, String> found = new HashMap<>();
        Map<Long, Integer> generations = take(domain, epoch, digestOf, found);
        for (int round = 0; !generations.isEmpty(); round++) {
            if (round > MOST_GENERATIONS) {
                throw new IllegalStateException("No free pseudonym in domain " + domain.name());
            }
            List<New> rows = generations.entrySet().stream().map(one -> new New(codes.body(one.getKey(), one.getValue()),
                    digestOf.get(one.getKey()), one.getValue())).toList();
            issued.insert(domain.name(), epoch.no(), rows);
            digestOf.keySet().removeAll(found.keySet());
            // Who still has none then collided with somebody else's.
            Map<Long, Integer> missing = take(domain, epoch, digestOf, found);
            Map<Long, Integer> tried = generations;
            missing.replaceAll((person, generation) -> Math.max(generation, tried.getOrDefault(person, 0) + 1));
            generations = missing;
        }
        return found;
    }

    /** Adds those that are there to the found ones; the others with the generation to begin with. */
    private Map<Long, Integer> take(Domain domain, Epoch epoch, Map<Long, byte[]> digestOf, Map<Long, String> found) {
        Map<ByteBuffer, String> there = issued.bodies(domain.name(), epoch.no(), digestOf.values());
        Map<Long, byte[]> missing = new HashMap<>();
        digestOf.forEach((person, digest) -> {
            String body = there.get(ByteBuffer.wrap(digest));
            if (body == null) {
                missing.put(person, digest);
            } else {
                found.put(person, body);
            }
        });
        Map<Long, Integer> generations = new HashMap<>();
        if (!missing.isEmpty()) {
            Map<ByteBuffer, Integer> first = issued.generations(domain.name(), epoch.no(), missing.values());
            missing.forEach((person, digest) ->
                    generations.put(person, first.getOrDefault(ByteBuffer.wrap(digest), 0)));
        }
        return generations;
    }
}
