package de.kimhub.processing;

import de.kimhub.connector.Instance;
import de.kimhub.intake.InstanceNumbers;
import de.kimhub.intake.RecordState;
import de.kimhub.intake.RecordStates;
import de.kimhub.linkage.Candidates;
import de.kimhub.linkage.PersonRegister;
import de.kimhub.linkage.PersonRegister.Linked;
import de.kimhub.linkage.PersonRegister.Observation;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Notes how a source writes its people now, and what of it was a mistake; links are looked for anew: as for any file of
 * the source, and of one in which a consent was given also at the sources that it names.
 */
@Component
class CaseObserver {

    private final PersonRegister register;
    private final SourceCases cases;
    private final Candidacy candidacy;
    private final ConsentedSources sources;
    private final InstanceNumbers numbers;
    private final Shadows shadows;
    private final RecordStates states;

    CaseObserver(PersonRegister register, SourceCases cases, Candidacy candidacy, ConsentedSources sources,
                 InstanceNumbers numbers, Shadows shadows, RecordStates states) {
        this.register = register;
        this.cases = cases;
        this.candidacy = candidacy;
        this.sources = sources;
        this.numbers = numbers;
        this.shadows = shadows;
        this.states = states;
    }

    /**
     * What a batch, or a late record, says of people.
     *
     * @param former what its records, those that changed, said before
     * @param states of its records, as it leaves them
     * @param late   it is not how the source writes now
     */
    record Says(Collection<CaseFinder.Named> named, FormerlySaid former, Collection<RecordState> states, boolean late) {
    }

    /** @return whether it is in doubt now whose some of the files are */
    boolean observe(Instance instance, Says says, CaseScope scope, LocalDate today) {
        int instanceNo = numbers.of(instance.id());
        Map<Long, SourceCase> files = new LinkedHashMap<>(cases.byId(says.former().left()));
        List<CaseFinder.Named> known = says.named().stream().filter(one -> scope.get(one.digest()) != null).toList();
        known.forEach(one -> files.put(scope.get(one.digest()).id(), scope.get(one.digest())));
        if (files.isEmpty()) {
            return false;
        }
        Said said = Said.of(states, instanceNo, files.keySet(), says.states());
        List<Observation> observations = new ArrayList<>();
        known.forEach(one -> {
            long file = scope.get(one.digest()).id();
            observations.add(new Observation(file, CaseFinder.persona(instance, instanceNo, one, null), said.of(file),
                    says.former().ofNamed(one.digest()), says.late()));
        });
        says.former().left().stream().filter(files::containsKey).forEach(file -> observations.add(new Observation(file,
                null, said.of(file), says.former().ofLeft(file), says.late())));
        return observe(instance, instanceNo, observations, files, scope, today);
    }

    private boolean observe(Instance instance, int instanceNo, List<Observation> observations, Map<Long, SourceCase> files,
                            CaseScope scope, LocalDate today) {
        Set<Integer> inShadow = shadows.now();
        boolean shadow = inShadow.contains(instanceNo);
        Candidates enrolled = candidacy.enrolledFor(instance, instanceNo, today, shadow ? Set.of() : inShadow);
        Map<Long, Set<Integer>> consented = shadow ? Map.of() : sources.of(files.values(), today);
        Map<Set<Integer>, List<Observation>> bySources = new HashMap<>();
        observations.forEach(one -> bySources.computeIfAbsent(consented.getOrDefault(one.file(), Set.of()),
                at -> new ArrayList<>()).add(one));
        boolean doubtful = false;
        for (Map.Entry<Set<Integer>, List<Observation>> some : bySources.entrySet()) {
            Linked linked = register.observe(some.getValue(), some.getKey().isEmpty() ? enrolled
                    : candidacy.either(enrolled, candidacy.knownAt(some.getKey())));
            scope.move(linked.moves());
            doubtful |= !linked.reviews().isEmpty();
        }
        return doubtful;
    }
}
