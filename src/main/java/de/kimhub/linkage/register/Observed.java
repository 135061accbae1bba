package de.kimhub.linkage.register;

import de.kimhub.linkage.PersonRegister.Observation;
import de.kimhub.linkage.Persona;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.register.PersonaTable.Stored;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What sources write of people now.
 *
 * @param files of which something is said, or no longer
 * @param said  whatever the files' records still say, in its order
 */
record Observed(Set<Long> files, List<Version> said) {

    /** @param digest of who the source says it is */
    record Version(Observation observation, ByteBuffer digest) {
    }

    static Observed of(List<Observation> observations, Function<Persona, byte[]> digests) {
        List<Version> said = new ArrayList<>();
        for (Observation one : observations) {
            if (one.persona() != null && !one.persona().person().isEmpty()) {
                ByteBuffer digest = ByteBuffer.wrap(digests.apply(one.persona()));
                if (one.said() == null || one.said().contains(digest)) {
                    said.add(new Version(one, digest));
                }
            }
        }
        return new Observed(observations.stream().map(Observation::file)
                .collect(Collectors.toCollection(LinkedHashSet::new)), said);
    }

    /** What is not stored yet, or does not count. */
    List<PersonaTable.New> unknown(List<Stored> stored, Function<Persona, Traits> traits) {
        Map<Long, Set<ByteBuffer>> known = new HashMap<>();
        stored.stream().filter(one -> !one.retracted()).forEach(one ->
                known.computeIfAbsent(one.file(), file -> new HashSet<>()).add(one.digest()));
        List<PersonaTable.New> unknown = new ArrayList<>();
        for (Version one : said) {
            Observation now = one.observation();
            if (known.computeIfAbsent(now.file(), file -> new HashSet<>()).add(one.digest())) {
                unknown.add(new PersonaTable.New(now.file(), now.persona(), traits.apply(now.persona()), now.late()));
            }
        }
        return unknown;
    }

    /** How the source writes the person now, by file: what came late does not say that. */
    Map<Long, ByteBuffer> last(Set<Long> of) {
        Map<Long, ByteBuffer> last = new TreeMap<>();
        said.stream().filter(one -> !one.observation().late() && of.contains(one.observation().file()))
                .forEach(one -> last.put(one.observation().file(), one.digest()));
        return last;
    }
}
