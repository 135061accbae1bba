package de.kimhub.linkage.register;

import de.kimhub.linkage.Candidates;
import de.kimhub.linkage.PersonRegister.Decision;
import de.kimhub.linkage.PersonRegister.Linked;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.register.DecisionTable.Decided;
import de.kimhub.linkage.register.LinkEvents.Event;
import de.kimhub.linkage.register.LinkEvents.Kind;
import de.kimhub.linkage.register.Regrouping.Question;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What people decide: two files are one person's or not, a person is split, an event is undone. */
@Component
class Decider {

    /** No further files come into question: what stands of them stands. */
    private static final Candidates NOBODY = persons -> Set.of();

    private final SourceCases cases;
    private final DecisionTable decisions;
    private final LinkEvents events;
    private final Neighbourhoods neighbourhoods;
    private final Regrouping regrouping;

    Decider(SourceCases cases, DecisionTable decisions, LinkEvents events, Neighbourhoods neighbourhoods,
            Regrouping regrouping) {
        this.cases = cases;
        this.decisions = decisions;
        this.events = events;
        this.neighbourhoods = neighbourhoods;
        this.regrouping = regrouping;
    }

    Linked decide(Decision decision, Candidates candidates, Scorer scorer) {
        if (decision.left() == decision.right() || cases.byId(List.of(decision.left(), decision.right())).size() < 2) {
            throw refused("HUB-LINKAGE-001", "Two different files that the hub knows are expected: %d, %d", decision);
        }
        Pair pair = Pair.of(decision.left(), decision.right());
        Set<Long> both = Set.of(pair.left(), pair.right());
        Neighbourhood around = neighbourhoods.lockAround(both);
        if (around.decided().stream().anyMatch(one -> one.pair().equals(pair) && one.same() == decision.same())) {
            return Linked.NOTHING;
        }
        if (Contradictions.among(around.decided()).forbid(pair, decision.same())) {
            throw refused("HUB-LINKAGE-002", "Of the files %d and %d, or of others that were decided to be the same, the "
                    + "opposite was decided: undo that first", decision);
        }
        List<Decided> made = decisions.insert(List.of(pair), decision.same(), decision.reason(), decision.actor());
        // what was decided may connect the neighbourhoods, whose locks are held
        return regrouping.regroup(neighbourhoods.lockAround(both), new Question(both, Set.of(), candidates, scorer,
                Cause.decision(decision.same(), pair, made, decision.actor())));
    }

    private static IllegalArgumentException refused(String code, String text, Decision decision) {
        return new IllegalArgumentException(text.formatted(decision.left(), decision.right()) + ". [" + code + "]");
    }

    Linked split(long person, Set<Long> files, String reason, String actor, Scorer scorer) {
        Set<Long> all = cases.ofPerson(person).stream().map(SourceCase::id).collect(Collectors.toSet());
        Neighbourhood around = neighbourhoods.lockAround(all);
        Set<Long> rest = around.files().values().stream().filter(file -> file.personId() == person)
                .map(SourceCase::id).collect(Collectors.toCollection(HashSet::new));
        boolean theirs = rest.containsAll(files);
        rest.removeAll(files);
        if (files.isEmpty() || !theirs || rest.isEmpty()) {
            throw new IllegalArgumentException("Some but not all files of person %d are expected. [HUB-LINKAGE-003]"
                    .formatted(person));
        }
        List<Pair> across = new ArrayList<>();
        files.forEach(file -> rest.forEach(other -> across.add(Pair.of(file, other))));
        List<Long> ended = around.decided().stream().filter(one -> one.same() && across.contains(one.pair()))
                .map(Decided::id).toList();
        decisions.undo(ended, actor);
        List<Long> made = decisions.insert(across, false, reason, actor).stream().map(Decided::id).toList();
        Map<Long, Long> targets = around.personOf();
        long fresh = cases.newPersons(1).getFirst();
        files.forEach(file -> targets.put(file, fresh));
        return regrouping.regroup(neighbourhoods.lockAround(all), new Question(all, Set.of(), NOBODY, scorer,
                new Cause(Kind.SPLIT, actor, files, made, ended, null, targets, List.of(files, rest), List.of())));
    }

    Linked undo(long number, String actor, Scorer scorer) {
        Event event = events.find(number).orElseThrow(() -> new IllegalArgumentException(
                "There is no link event %d. [HUB-LINKAGE-004]".formatted(number)));
        Set<Long> concerned = new HashSet<>();
        event.steps().forEach(step -> concerned.add(step.file()));
        Set<Long> seeds = new HashSet<>(concerned);
        event.beside().forEach(one -> seeds.add(one.file()));
        neighbourhoods.lockAround(seeds);
        if (event.undoes() != null || event.kind() == Kind.FORGOTTEN || events.isCovered(number, concerned)) {
            throw new IllegalArgumentException(("Link event %d was undone already, takes another back, or something later"
                    + " concerns its files: undo that first. [HUB-LINKAGE-005]").formatted(number));
        }
        decisions.undo(event.decisions(), actor);
        decisions.restore(event.ended());
        Neighbourhood around = neighbourhoods.lockAround(seeds);
        Reversal reversal = new Reversal(event, around, () -> cases.newPersons(1).getFirst());
        List<Long> made = event.kind().isAutomatic()
                ? decisions.insert(reversal.apart(), false, "UNDONE", actor).stream().map(Decided::id).toList() : List.of();
        Map<Long, Long> targets = new HashMap<>(around.personOf());
        targets.putAll(reversal.targets());
        return regrouping.regroup(neighbourhoods.lockAround(seeds), new Question(seeds, Set.of(), NOBODY, scorer,
                new Cause(Kind.UNDONE, actor, concerned, made, List.of(), number, targets, reversal.together(),
                        reversal.apart())));
    }
}
