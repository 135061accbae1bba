package de.kimhub.linkage.register;

import de.kimhub.linkage.PersonRegister.NewFile;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.register.DecisionTable.Decided;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** A file number that a client showed says whose the file is, unless people decided otherwise. */
@Component
class ShownNumbers {

    private static final String SHOWN = "SHOWN_NUMBER";

    private final SourceCases cases;
    private final DecisionTable decisions;
    private final KeptApart keptApart;

    ShownNumbers(SourceCases cases, DecisionTable decisions, KeptApart keptApart) {
        this.cases = cases;
        this.decisions = decisions;
        this.keptApart = keptApart;
    }

    /**
     * @param persons whose the files are by what was shown
     * @return files, by number, of which people decided otherwise when they were kept before
     */
    Set<Long> decidedOtherwise(Map<SourceCase, Long> persons) {
        Map<SourceCase, Collection<SourceCase>> theirs = new LinkedHashMap<>();
        persons.forEach((file, person) -> theirs.put(file, cases.ofPerson(person)));
        Set<Pair> apart = keptApart.among(theirs);
        Set<Long> otherwise = new HashSet<>();
        if (!apart.isEmpty()) {
            List<Decided> all = decisions.touching(numbers(theirs.values()));
            apart.forEach(pair -> all.add(new Decided(0, pair, false)));
            Contradictions contradictions = Contradictions.among(all);
            theirs.forEach((file, others) -> {
                if (!others.isEmpty() && contradictions.forbid(withEldest(file, others), true)) {
                    otherwise.add(file.id());
                }
            });
        }
        return otherwise;
    }

    /**
     * What was shown stands as a decision, with the eldest file of the person; what people decided of the file when it
     * was kept before stands again, and before that.
     *
     * @param opened the files, by number
     * @return files about which it was decided
     */
    Set<Long> decide(List<NewFile> files, Map<Long, SourceCase> opened) {
        Map<SourceCase, Collection<SourceCase>> theirs = new LinkedHashMap<>();
        Map<Long, Long> unknown = new HashMap<>();
        for (NewFile file : files) {
            if (file.certainPerson() != null) {
                List<SourceCase> others = cases.ofPerson(file.certainPerson());
                if (others.isEmpty()) {
                    unknown.put(file.id(), file.certainPerson());
                } else {
                    theirs.put(opened.get(file.id()), others);
                }
            }
        }
        if (!unknown.isEmpty()) {
            cases.assign(unknown);
        }
        return theirs.isEmpty() ? Set.of() : decide(theirs, opened);
    }

    private Set<Long> decide(Map<SourceCase, Collection<SourceCase>> theirs, Map<Long, SourceCase> opened) {
        keptApart.restore(keptApart.among(theirs), opened);
        List<Decided> all = new ArrayList<>(decisions.touching(numbers(theirs.values())));
        Set<Long> decided = new HashSet<>();
        theirs.forEach((file, others) -> {
            Pair shown = withEldest(file, others);
            if (!Contradictions.among(all).forbid(shown, true)) {
                all.addAll(decisions.insert(List.of(shown), true, SHOWN, "consent"));
                decided.add(file.id());
            }
        });
        return decided;
    }

    private static Pair withEldest(SourceCase file, Collection<SourceCase> others) {
        return Pair.of(file.id(), others.iterator().next().id());
    }

    private static Set<Long> numbers(Collection<Collection<SourceCase>> files) {
        return files.stream().flatMap(Collection::stream).map(SourceCase::id).collect(Collectors.toSet());
    }
}
