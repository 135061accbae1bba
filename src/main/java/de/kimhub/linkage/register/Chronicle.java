package de.kimhub.linkage.register;

import de.kimhub.keys.KeyVault;
import de.kimhub.linkage.SourceCase;
import de.kimhub.linkage.SourceCases;
import de.kimhub.linkage.comparison.PairScore;
import de.kimhub.linkage.comparison.Scorer;
import de.kimhub.linkage.comparison.Traits;
import de.kimhub.linkage.register.DecisionTable.Decided;
import de.kimhub.linkage.register.LinkEvents.Beside;
import de.kimhub.linkage.register.LinkEvents.Event;
import de.kimhub.linkage.register.LinkEvents.Kind;
import de.kimhub.linkage.register.LinkEvents.Step;
import de.kimhub.linkage.register.Regrouping.Question;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Writes link events: one for each neighbourhood that changed by itself, one for whatever somebody decided. */
@Component
class Chronicle {

    private final SourceCases cases;
    private final LinkEvents events;
    private final PersonaTable personas;
    private final KeyVault vault;

    Chronicle(SourceCases cases, LinkEvents events, PersonaTable personas, KeyVault vault) {
        this.cases = cases;
        this.events = events;
        this.personas = personas;
        this.vault = vault;
    }

    /** @param pinned decisions that were needed to keep it so */
    record Change(Neighbourhood around, Map<Long, Long> before, Map<Long, Long> after, Question question,
                  List<Decided> pinned) {

        List<Step> steps(Collection<Long> files) {
            return files.stream().sorted().map(file -> new Step(file, from(file), after.get(file)))
                    .filter(step -> step.moved() || question.cause().about().contains(step.file())).toList();
        }

        /** An opened file that stays with the person made for it came from nowhere else. */
        private long from(long file) {
            return question.opened().contains(file) && !before.get(file).equals(after.get(file)) ? 0 : before.get(file);
        }
    }

    /** @return number of the last event, or 0 when there is none */
    long write(Change change) {
        if (!change.question().cause().isAutomatic()) {
            return write(change, change.around().files().keySet());
        }
        long last = 0;
        for (Set<Long> component : change.around().components()) {
            if (!change.steps(component).isEmpty()) {
                last = write(change, component);
            }
        }
        return last;
    }

    private long write(Change change, Collection<Long> files) {
        Cause cause = change.question().cause();
        List<Step> steps = change.steps(files);
        List<Beside> beside = beside(change, steps);
        List<Long> made = new ArrayList<>(cause.decisions());
        change.pinned().forEach(one -> made.add(one.id()));
        Scorer scorer = change.question().scorer();
        return events.insert(new Event(0, cause.actor(), cause.isAutomatic() ? kind(steps, beside) : cause.kind(), steps,
                beside, made, cause.ended(), cause.undoes(), scorer.model().version(),
                decidingPair(change, steps).map(pair -> explanation(pair, change.around().files(), scorer)).orElse(null)));
    }

    private static List<Beside> beside(Change change, List<Step> steps) {
        Set<Long> concerned = new HashSet<>();
        Set<Long> inSteps = new HashSet<>();
        steps.forEach(step -> {
            concerned.add(step.from());
            concerned.add(step.to());
            inSteps.add(step.file());
        });
        return change.after().entrySet().stream()
                .filter(entry -> concerned.contains(entry.getValue()) && !inSteps.contains(entry.getKey()))
                .map(entry -> new Beside(entry.getKey(), entry.getValue())).toList();
    }

    private static Kind kind(List<Step> steps, List<Beside> beside) {
        boolean parted = steps.stream().anyMatch(step -> beside.stream().anyMatch(one -> one.person() == step.from())
                || steps.stream().anyMatch(other -> other.from() == step.from() && step.from() != 0
                        && other.to() != step.to()));
        return parted ? Kind.PARTED : steps.stream().anyMatch(step -> step.from() != 0) ? Kind.UNITED : Kind.LINKED;
    }

    private static Optional<Pair> decidingPair(Change change, List<Step> steps) {
        Set<Long> about = change.question().cause().about();
        if (about.size() == 2) {
            List<Long> two = List.copyOf(about);
            return Optional.of(Pair.of(two.getFirst(), two.getLast()));
        }
        Set<Long> moved = new HashSet<>();
        steps.forEach(step -> moved.add(step.file()));
        return change.around().pairs().values().stream()
                .filter(one -> moved.contains(one.pair().left()) || moved.contains(one.pair().right()))
                .max(Comparator.comparingDouble(one -> one.score().bits())).map(PairTable.Scored::pair);
    }

    /** One event each, of files that are two persons' still. */
    void doubtsEnded(Collection<Pair> pairs, Map<Pair, byte[]> explanations, String model) {
        Set<Long> numbers = new HashSet<>();
        pairs.forEach(pair -> numbers.addAll(List.of(pair.left(), pair.right())));
        Map<Long, SourceCase> files = cases.byId(numbers);
        pairs.stream().sorted(Pair.ORDER).forEach(pair -> {
            long left = files.get(pair.left()).personId();
            long right = files.get(pair.right()).personId();
            if (left != right) {
                events.insert(new Event(0, Cause.NEWS.actor(), Kind.DOUBT_ENDED, List.of(
                        new Step(pair.left(), left, left), new Step(pair.right(), right, right)), List.of(), List.of(),
                        List.of(), null, model, explanations.get(pair)));
            }
        });
    }

    private byte[] explanation(Pair pair, Map<Long, SourceCase> around, Scorer scorer) {
        return explanations(List.of(pair), around, scorer).get(pair);
    }

    byte[] explanation(PairTable.Scored scored, Scorer scorer) {
        return vault.encrypt(ScoreRecord.of(scored.pair(), scored.score(), scorer.model().version()).json(),
                ScoreRecord.PURPOSE);
    }

    /** Encrypted, by pair; of files that have nothing to compare there is none. */
    Map<Pair, byte[]> explanations(Collection<Pair> pairs, Map<Long, SourceCase> around, Scorer scorer) {
        Set<Long> numbers = new HashSet<>();
        pairs.forEach(pair -> {
            numbers.add(pair.left());
            numbers.add(pair.right());
        });
        Map<Long, List<Traits>> traits = personas.traits(numbers);
        Map<Long, SourceCase> files = new HashMap<>(around);
        files.putAll(cases.byId(traits.keySet().stream().filter(file -> !around.containsKey(file)).toList()));
        Map<Pair, byte[]> explanations = new HashMap<>();
        for (Pair pair : pairs) {
            PairScore score = files.containsKey(pair.left()) && files.containsKey(pair.right())
                    ? FileOrder.BY_DIGEST.score(files.get(pair.left()), files.get(pair.right()), traits, scorer) : null;
            if (score != null) {
                explanations.put(pair, explanation(new PairTable.Scored(pair, score), scorer));
            }
        }
        return explanations;
    }
}
