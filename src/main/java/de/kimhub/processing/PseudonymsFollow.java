package de.kimhub.processing;

import de.kimhub.linkage.PersonRegister.Move;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.pseudonym.PersonChanges;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What files that became another person's mean for pseudonyms: a person without a file left was merged into who has its
 * files now, a person that had none before is a part of who had them. Where a file goes from one person to another and both
 * go on, both keep their pseudonyms. In the transaction that moves them.
 */
@Component
class PseudonymsFollow {

    private final SourceCases cases;
    private final ObjectProvider<PersonChanges> changes;

    PseudonymsFollow(SourceCases cases, ObjectProvider<PersonChanges> changes) {
        this.cases = cases;
        this.changes = changes;
    }

    void after(List<Move> moves) {
        PersonChanges told = changes.getIfAvailable();
        if (told == null || !told.concerned()) {
            return;
        }
        Collection<SourceCase> now = cases.ofPersons(moves.stream().flatMap(move -> Stream.of(move.from(), move.to()))
                .collect(Collectors.toSet()));
        Set<Long> left = now.stream().map(SourceCase::personId).collect(Collectors.toSet());
        Set<Long> before = now.stream().filter(file -> moves.stream().noneMatch(move -> move.file() == file.id()))
                .map(SourceCase::personId).collect(Collectors.toSet());
        moves.forEach(move -> before.add(move.from()));
        Map<Long, Set<Long>> parts = new TreeMap<>();
        Map<Long, Long> merged = new TreeMap<>();
        for (Move move : moves) {
            if (!left.contains(move.from())) {
                merged.merge(move.from(), move.to(), (one, other) -> preferred(one, other, before));
            }
            if (!before.contains(move.to())) {
                parts.computeIfAbsent(move.from(), id -> new TreeSet<>()).add(move.to());
            }
        }
        merged.forEach((gone, survivor) -> told.merged(survivor, gone));
        parts.forEach((person, all) -> {
            all.remove(merged.getOrDefault(person, 0L));
            if (!all.isEmpty()) {
                told.split(person, all);
            }
        });
    }

    /** Who was somebody before, else the older. */
    private static long preferred(long one, long other, Set<Long> before) {
        return before.contains(one) == before.contains(other) ? Math.min(one, other) : before.contains(one) ? one : other;
    }
}
