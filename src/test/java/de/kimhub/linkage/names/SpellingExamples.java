package de.kimhub.linkage.names;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

/**
 * Examples from names in two scripts: one true pair to five of names that have no spelling in common, four in ten of these of
 * the same first letter and nearly the same length, half of them the nearest of a hundred.
 */
final class SpellingExamples {

    /** From here on two spellings were seen together often enough; single ones are often no spellings at all. */
    static final int CERTAIN = 2;
    private static final double WEIGHT_OF_UNCERTAIN = 0.6;
    private static final int FALSE_PER_TRUE = 5;
    private static final double EASY = 0.6;
    private static final int NEAREST_OF = 100;
    /** A name with more pairs than this counts no more for it. */
    private static final double MOST_PAIRS = 6;

    private record Spellings(String one, String other, int count) {}

    private final Map<String, List<SpellingPair>> byWritten = new TreeMap<>();
    private final Map<String, Set<String>> writtenOf = new TreeMap<>();
    private final List<String> latin;
    private final Map<String, List<String>> sameStart = new HashMap<>();
    private final Random random;

    SpellingExamples(List<SpellingPair> pairs, Random random) {
        this.random = random;
        for (SpellingPair pair : pairs) {
            byWritten.computeIfAbsent(pair.written(), any -> new ArrayList<>()).add(pair);
            writtenOf.computeIfAbsent(pair.latin(), any -> new HashSet<>()).add(pair.written());
        }
        latin = new ArrayList<>(writtenOf.keySet());
        latin.forEach(name -> sameStart.computeIfAbsent(start(name), any -> new ArrayList<>()).add(name));
    }

    /** The name in the other script and in Latin letters. */
    List<LearningExample> acrossScripts() {
        return examples(true);
    }

    /** Two Latin spellings of one name in the other script. */
    List<LearningExample> amongLatin() {
        return examples(false);
    }

    private List<LearningExample> examples(boolean acrossScripts) {
        LearningExamples examples = new LearningExamples(acrossScripts);
        List<List<SpellingPair>> names = new ArrayList<>(byWritten.values());
        Collections.shuffle(names, random);
        for (List<SpellingPair> name : names) {
            List<Spellings> spellings = acrossScripts ? withWritten(name) : amongEachOther(name);
            Collections.shuffle(spellings, random);
            double weight = Math.min(1, MOST_PAIRS / spellings.size());
            for (Spellings pair : spellings) {
                double weightOfPair = weight * (pair.count() >= CERTAIN ? 1 : WEIGHT_OF_UNCERTAIN);
                examples.add(pair.one(), pair.other(), true, weightOfPair);
                for (int i = 0; i < FALSE_PER_TRUE; i++) {
                    examples.add(pair.one(), another(pair.other()), false, weightOfPair);
                }
            }
        }
        return examples.all();
    }

    private static List<Spellings> withWritten(List<SpellingPair> name) {
        List<Spellings> spellings = new ArrayList<>();
        name.forEach(pair -> spellings.add(new Spellings(pair.written(), pair.latin(), pair.count())));
        return spellings;
    }

    private static List<Spellings> amongEachOther(List<SpellingPair> name) {
        List<Spellings> spellings = new ArrayList<>();
        for (int i = 0; i < name.size(); i++) {
            for (SpellingPair other : name.subList(i + 1, name.size())) {
                spellings.add(new Spellings(name.get(i).latin(), other.latin(), Math.min(name.get(i).count(), other.count())));
            }
        }
        return spellings;
    }

    private String another(String name) {
        while (true) {
            String other = random.nextDouble() < EASY ? anyOf(latin) : near(name);
            if (areOthers(name, other)) {
                return other;
            }
        }
    }

    private String near(String name) {
        List<String> near = sameStart.get(start(name));
        String nearest = anyOf(near);
        if (random.nextBoolean()) {
            float least = Float.MAX_VALUE;
            for (int i = 0; i < NEAREST_OF; i++) {
                String other = anyOf(near);
                float distance = SoundDistance.ofLetters(name, other);
                if (distance < least && areOthers(name, other)) {
                    least = distance;
                    nearest = other;
                }
            }
        }
        return nearest;
    }

    private String anyOf(List<String> names) {
        return names.get(random.nextInt(names.size()));
    }

    private boolean areOthers(String name, String other) {
        return Collections.disjoint(writtenOf.get(name), writtenOf.get(other));
    }

    private static String start(String name) {
        return name.substring(0, 1) + name.length() / 2;
    }
}
