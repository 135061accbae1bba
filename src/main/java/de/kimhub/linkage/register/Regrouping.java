package de.kimhub.linkage.register;

import de.kimhub.linkage.Candidates;
import de.kimhub.linkage.PersonRegister.Doubt;
import de.kimhub.linkage.PersonRegister.Linked;
import de.kimhub.linkage.PersonRegister.Move;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.register.DecisionTable.Decided;
import de.kimhub.linkage.register.PairTable.Scored;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Makes the persons of a neighbourhood what its pairs and decisions say, and writes down what that changed. */
@Component
class Regrouping {

    private final SourceCases cases;
    private final PersonaTable personas;
    private final PairTable pairs;
    private final DecisionTable decisions;
    private final Chronicle chronicle;
    private final ReviewRows reviews;

    Regrouping(SourceCases cases, PersonaTable personas, PairTable pairs, DecisionTable decisions, Chronicle chronicle,
               ReviewRows reviews) {
        this.cases = cases;
        this.personas = personas;
        this.pairs = pairs;
        this.decisions = decisions;
        this.chronicle = chronicle;
        this.reviews = reviews;
    }

    /**
     * @param asked  for whom a link is looked for
     * @param opened files that are new: nobody knows the person that they have until now
     */
    record Question(Set<Long> asked, Set<Long> opened, Candidates candidates, Scorer scorer, Cause cause) {
    }

    Linked regroup(Neighbourhood around, Question question) {
        Compartments compartments = new Compartments(question.candidates(), question.asked(), around.files().values());
        FileScores scores = complete(around, compartments, question.scorer());
        Map<Long, Long> before = around.personOf();
        Map<Long, Long> wanted = new HashMap<>(before);
        wanted.putAll(question.cause().targets());
        Standing standing = new Standing(around.decided(), settled(wanted, question.cause(), compartments));
        List<Decided> pinned = new ArrayList<>();
        List<Set<Long>> persons = new Grouping(around, scores, standing).persons(question.cause().together(),
                question.cause().apart(), (some, same) -> pin(some, same, question.cause(), pinned));
        Assignment assignment = new Assignment(persons, wanted, compartments::isSettled);
        Map<Long, Long> after = assignment.personOf(cases.newPersons(assignment.without().size()));
        write(before, after, question.opened());
        long event = chronicle.write(new Chronicle.Change(around, before, after, question, pinned));
        List<Doubt> doubts = reviews.refresh(around, after, standing, question);
        return new Linked(moves(before, after, question.opened()), doubts, event);
    }

    private FileScores complete(Neighbourhood around, Compartments compartments, Scorer scorer) {
        FileScores scores = new FileScores(around.pairs().values());
        for (Set<Long> component : around.components()) {
            if (component.size() > 1 && component.stream().anyMatch(one -> component.stream().anyMatch(other ->
                    one < other && !scores.knows(one, other)))) {
                scores.complete(around.files(), personas.traits(component), scorer, compartments);
            }
        }
        pairs.store(scores.made(), scorer.model().version());
        for (Scored one : scores.made()) {
            around.pairs().put(one.pair(), one);
        }
        return scores;
    }

    private static Map<Long, Long> settled(Map<Long, Long> personOf, Cause cause, Compartments compartments) {
        return personOf.entrySet().stream()
                .filter(entry -> cause.fixesPersons() || compartments.isSettled(entry.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private List<Decided> pin(Collection<Pair> some, boolean same, Cause cause, List<Decided> pinned) {
        List<Decided> made = decisions.insert(some, same, cause.kind() == LinkEvents.Kind.SPLIT ? "SPLIT" : "UNDONE",
                cause.actor());
        pinned.addAll(made);
        return made;
    }

    private void write(Map<Long, Long> before, Map<Long, Long> after, Set<Long> opened) {
        Map<Long, Long> changed = new HashMap<>();
        after.forEach((file, person) -> {
            if (!person.equals(before.get(file))) {
                changed.put(file, person);
            }
        });
        Set<Long> unused = new HashSet<>();
        opened.stream().filter(changed::containsKey).forEach(file -> unused.add(before.get(file)));
        unused.removeAll(after.values());
        cases.assign(changed, unused);
    }

    private static List<Move> moves(Map<Long, Long> before, Map<Long, Long> after, Set<Long> opened) {
        return after.entrySet().stream().filter(entry -> !opened.contains(entry.getKey())
                        && !entry.getValue().equals(before.get(entry.getKey())))
                .map(entry -> new Move(entry.getKey(), before.get(entry.getKey()), entry.getValue())).toList();
    }
}
