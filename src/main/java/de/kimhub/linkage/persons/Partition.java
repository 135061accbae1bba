package de.kimhub.linkage.persons;

import de.kimhub.linkage.comparison.Band;
import de.kimhub.linkage.comparison.PairScore;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which files are one person: a function of the files, their scores and what was decided, so that it makes no
 * difference in which order they came.
 *
 * <p>Sure pairs join, the strongest first, unless that would put two into one person that contradict each other, or were
 * decided to be different. A file that is as good as sure of two that contradict each other is contested: nobody can
 * tell whose it is, so it joins neither by itself. What was decided to be the same joins first.
 */
public final class Partition {

    /** A pair this close to a sure one is a rival of it (3 bits: 8 to 1). */
    public static final double RIVAL_BITS = Math.log(.999 / .001) / Math.log(2) - 3;

    private final List<Long> files;
    private final Scores scores;
    private final Decisions decisions;
    private final Comparator<Long> order;
    private final Map<Long, Set<Long>> personOf = new HashMap<>();

    private Partition(Collection<Long> files, Scores scores, Decisions decisions, Comparator<Long> order) {
        this.files = files.stream().sorted(order).toList();
        this.scores = scores;
        this.decisions = decisions;
        this.order = order;
    }

    /** The score of two files, the smaller id first or second; {@code null} when they were not compared. */
    @FunctionalInterface
    public interface Scores {

        PairScore of(long left, long right);
    }

    /** What people decided, for good. */
    public interface Decisions {

        boolean same(long left, long right);

        boolean different(long left, long right);
    }

    /** Two files of which a person has to say whether they are one person's. */
    public record Doubt(long left, long right) {
    }

    /**
     * @param persons   each file in exactly one
     * @param doubts    pairs of files of different persons, the likeliest first
     * @param conflicts pairs of one person that contradict each other: only decisions bring that about
     */
    public record Result(List<Set<Long>> persons, List<Doubt> doubts, List<Doubt> conflicts) {
    }

    /**
     * @param files of one neighbourhood: whatever is sure, or nearly, of one of them is among them
     * @param order of the files by what they are, not by when they came
     */
    public static Result of(Collection<Long> files, Scores scores, Decisions decisions, Comparator<Long> order) {
        return new Partition(files, scores, decisions, order).result();
    }

    private Result result() {
        for (long file : files) {
            personOf.put(file, new TreeSet<>(Set.of(file)));
        }
        forEachPair((left, right) -> {
            if (decisions.same(left, right)) {
                join(left, right);
            }
        });
        sureEdges().forEach(edge -> {
            if (!contradict(personOf.get(edge.left()), personOf.get(edge.right()))) {
                join(edge.left(), edge.right());
            }
        });
        return new Result(persons(), doubts(), conflicts());
    }

    private interface PairAction {

        void take(long left, long right);
    }

    private void forEachPair(PairAction action) {
        for (int i = 0; i < files.size(); i++) {
            for (int j = i + 1; j < files.size(); j++) {
                action.take(files.get(i), files.get(j));
            }
        }
    }

    /** The strongest first; of equally strong ones as the files' order says. */
    private List<Doubt> sureEdges() {
        Map<Long, Set<Long>> sure = new HashMap<>();
        Map<Long, Set<Long>> rivals = new HashMap<>();
        List<Doubt> edges = new ArrayList<>();
        List<Doubt> contradictions = new ArrayList<>();
        forEachPair((left, right) -> {
            if (isSure(left, right)) {
                edges.add(new Doubt(left, right));
                addBoth(sure, left, right);
            }
            if (isRival(left, right)) {
                addBoth(rivals, left, right);
            }
            if (contradict(left, right)) {
                contradictions.add(new Doubt(left, right));
            }
        });
        Set<Long> contested = new HashSet<>();
        contradictions.forEach(pair -> {
            addCommon(contested, sure.get(pair.left()), rivals.get(pair.right()));
            addCommon(contested, sure.get(pair.right()), rivals.get(pair.left()));
        });
        edges.removeIf(edge -> contested.contains(edge.left()) || contested.contains(edge.right()));
        edges.sort(Comparator.comparingDouble((Doubt edge) -> -scores.of(edge.left(), edge.right()).bits()));
        return edges;
    }

    private static void addBoth(Map<Long, Set<Long>> neighbours, long left, long right) {
        neighbours.computeIfAbsent(left, file -> new HashSet<>()).add(right);
        neighbours.computeIfAbsent(right, file -> new HashSet<>()).add(left);
    }

    private static void addCommon(Set<Long> common, Set<Long> some, Set<Long> others) {
        if (some != null && others != null) {
            some.stream().filter(others::contains).forEach(common::add);
        }
    }

    private boolean isSure(long left, long right) {
        PairScore score = scores.of(left, right);
        return score != null && score.band() == Band.SURE && !decisions.different(left, right);
    }

    private boolean isRival(long left, long right) {
        PairScore score = scores.of(left, right);
        return score != null && score.bits() >= RIVAL_BITS && !score.contradictory()
                && !decisions.different(left, right);
    }

    private boolean contradict(long left, long right) {
        PairScore score = scores.of(left, right);
        return decisions.different(left, right)
                || score != null && score.contradictory() && !decisions.same(left, right);
    }

    private boolean contradict(Set<Long> left, Set<Long> right) {
        return left != right && left.stream().anyMatch(one -> right.stream().anyMatch(other -> contradict(one, other)));
    }

    private void join(long left, long right) {
        Set<Long> kept = personOf.get(left);
        Set<Long> other = personOf.get(right);
        if (kept != other) {
            kept.addAll(other);
            other.forEach(file -> personOf.put(file, kept));
        }
    }

    private List<Set<Long>> persons() {
        Map<Long, Set<Long>> byFirst = new LinkedHashMap<>();
        files.forEach(file -> {
            Set<Long> person = personOf.get(file);
            byFirst.putIfAbsent(person.stream().min(order).orElseThrow(), person);
        });
        return byFirst.values().stream().map(person -> (Set<Long>) new LinkedHashSet<>(
                person.stream().sorted(order).toList())).toList();
    }

    private List<Doubt> doubts() {
        List<Doubt> doubts = new ArrayList<>();
        forEachPair((left, right) -> {
            PairScore score = scores.of(left, right);
            if (score != null && score.band() != Band.NEW && personOf.get(left) != personOf.get(right)
                    && !decisions.different(left, right)) {
                doubts.add(new Doubt(left, right));
            }
        });
        doubts.sort(Comparator.comparingDouble((Doubt doubt) -> -scores.of(doubt.left(), doubt.right()).bits()));
        return List.copyOf(doubts);
    }

    private List<Doubt> conflicts() {
        List<Doubt> conflicts = new ArrayList<>();
        forEachPair((left, right) -> {
            if (personOf.get(left) == personOf.get(right) && contradict(left, right)) {
                conflicts.add(new Doubt(left, right));
            }
        });
        return List.copyOf(conflicts);
    }
}
