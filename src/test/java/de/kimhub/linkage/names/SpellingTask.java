package de.kimhub.linkage.names;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * Pairs of names with the answer whether they are the same, from a table {@code latin TAB native letters TAB count}: one true
 * pair to five false ones, 40 % of these near by edit distance or of the same first letter and length.
 */
final class SpellingTask {

    record Pair(String a, String b, boolean same) {}

    record Figures(double f1, double threshold, double auc, double f1AtClose, int pairs) {}

    private static final int FALSE_PER_TRUE = 5;
    private static final double HARD = 0.4;

    private final Map<String, List<String>> latinByNative = new TreeMap<>();
    private final Map<String, Set<String>> nativeByLatin = new TreeMap<>();
    private final List<String> latin;
    private final List<String> natives;
    private final Map<String, List<String>> sameStart = new HashMap<>();
    private final Random random = new Random(20261128);

    /** @param often how often a pair of spellings must have been seen; single ones are often no spellings at all */
    SpellingTask(Path table, int often) throws IOException {
        for (String line : Files.readAllLines(table)) {
            String[] cells = line.split("\t");
            if (Integer.parseInt(cells[2]) < often) {
                continue;
            }
            String written = cells[1].replace(" ", "");
            latinByNative.computeIfAbsent(written, any -> new ArrayList<>()).add(cells[0]);
            nativeByLatin.computeIfAbsent(cells[0], any -> new HashSet<>()).add(written);
        }
        latin = new ArrayList<>(nativeByLatin.keySet());
        natives = new ArrayList<>(latinByNative.keySet());
        latin.forEach(name -> sameStart.computeIfAbsent(start(name), any -> new ArrayList<>()).add(name));
    }

    List<Pair> latinPairs() {
        List<Pair> pairs = new ArrayList<>();
        for (List<String> names : latinByNative.values()) {
            if (names.size() > 1) {
                Collections.shuffle(names, random);
                pairs.add(new Pair(names.get(0), names.get(1), true));
                for (int i = 0; i < FALSE_PER_TRUE; i++) {
                    pairs.add(falsePair(names.get(random.nextInt(2))));
                }
            }
        }
        return pairs;
    }

    List<Pair> crossPairs() {
        List<Pair> pairs = new ArrayList<>();
        Collections.shuffle(natives, random);
        for (String written : natives.subList(0, Math.min(3000, natives.size()))) {
            List<String> names = latinByNative.get(written);
            String name = names.get(random.nextInt(names.size()));
            pairs.add(new Pair(written, name, true));
            for (int i = 0; i < FALSE_PER_TRUE; i++) {
                pairs.add(new Pair(written, falsePair(name).b(), false));
            }
        }
        return pairs;
    }

    private Pair falsePair(String name) {
        while (true) {
            String other = random.nextDouble() < HARD ? hard(name) : latin.get(random.nextInt(latin.size()));
            if (Collections.disjoint(nativeByLatin.get(name), nativeByLatin.get(other))) {
                return new Pair(name, other, false);
            }
        }
    }

    /** The nearest of some with the same first letter and nearly the same length, or any of these. */
    private String hard(String name) {
        List<String> near = sameStart.get(start(name));
        String best = near.get(random.nextInt(near.size()));
        if (random.nextBoolean()) {
            return best;
        }
        float least = Float.MAX_VALUE;
        for (int i = 0; i < 100; i++) {
            String other = near.get(random.nextInt(near.size()));
            float distance = SoundDistance.ofLetters(name, other);
            if (distance < least && Collections.disjoint(nativeByLatin.get(name), nativeByLatin.get(other))) {
                least = distance;
                best = other;
            }
        }
        return best;
    }

    private static String start(String name) {
        return name.substring(0, 1) + name.length() / 2;
    }

    static Figures figures(List<Pair> pairs) {
        double[] scores = pairs.stream().mapToDouble(SpellingTask::score).toArray();
        Integer[] order = new Integer[scores.length];
        java.util.Arrays.setAll(order, i -> i);
        java.util.Arrays.sort(order, (i, j) -> Double.compare(scores[j], scores[i]));
        long all = pairs.stream().filter(Pair::same).count();
        double best = 0;
        double threshold = 1;
        double close = 0;
        double ranks = 0;
        int found = 0;
        for (int i = 0; i < order.length; i++) {
            boolean same = pairs.get(order[i]).same();
            found += same ? 1 : 0;
            ranks += same ? 0 : found;
            double f1 = 2.0 * found / (i + 1 + all);
            boolean end = i + 1 == order.length || scores[order[i + 1]] < scores[order[i]];
            if (end && f1 > best) {
                best = f1;
                threshold = scores[order[i]];
            }
            close = scores[order[i]] >= NameSimilarity.CLOSE ? f1 : close;
        }
        return new Figures(best, threshold, ranks / all / (order.length - all), close, order.length);
    }

    static double score(Pair pair) {
        return NameSimilarity.of(PreparedName.of(pair.a()), PreparedName.of(pair.b())).similarity();
    }
}
