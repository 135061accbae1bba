package de.kimhub.linkage.names;

import java.util.Arrays;
import java.util.List;

/** Pairs the parts of two names, the most alike first. Holds its working memory: one thread at a time. */
final class Alignment {

    private static final int MOST = 12;
    /** What is as good as this is not taken apart for a joined spelling. */
    private static final double GOOD = 0.95;
    private static final float DIFFERENT_BEGINNING = 0.8f;
    private static final int ALONE = -1;
    private static final int JOINED = -2;

    private final PartComparison comparison = new PartComparison();
    private final double[][] likeness = new double[MOST][MOST];
    private final int[] partnerInB = new int[MOST];
    private final int[] partnerInA = new int[MOST];
    private List<NamePart> a;
    private List<NamePart> b;
    private double sum;
    private double weights;
    private int matched;
    private boolean initialOnly;

    NameMatch of(PreparedName first, PreparedName second) {
        boolean inOrder = first.parts().size() < second.parts().size()
                || first.parts().size() == second.parts().size() && first.written().compareTo(second.written()) <= 0;
        a = atMost(inOrder ? first.parts() : second.parts());
        b = atMost(inOrder ? second.parts() : first.parts());
        if (a.isEmpty()) {
            return NameMatch.nothingToCompare(b.size());
        }
        begin();
        takePairs(NameSimilarity.CLOSE, true);
        joinNeighbours();
        int left = free(partnerInB, a.size());
        int leftInB = free(partnerInA, b.size());
        addUp();
        int matchedParts = matched;
        takePairs(0, false);
        return new NameMatch(weights == 0 ? 0 : Math.min(1, sum / weights), matchedParts, Math.abs(left - leftInB),
                Math.min(left, leftInB), matchedParts > 0 && initialOnly);
    }

    private static List<NamePart> atMost(List<NamePart> parts) {
        return parts.size() > MOST ? parts.subList(0, MOST) : parts;
    }

    private void begin() {
        Arrays.fill(partnerInB, ALONE);
        Arrays.fill(partnerInA, ALONE);
        sum = 0;
        weights = 0;
        matched = 0;
        initialOnly = true;
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                likeness[i][j] = comparison.of(a.get(i), b.get(j));
            }
        }
    }

    private void takePairs(double least, boolean close) {
        for (int rounds = 0; rounds < a.size(); rounds++) {
            int bestI = -1;
            int bestJ = -1;
            for (int i = 0; i < a.size(); i++) {
                for (int j = 0; j < b.size() && partnerInB[i] == ALONE; j++) {
                    if (partnerInA[j] == ALONE && likeness[i][j] >= least
                            && (bestI < 0 || likeness[i][j] > likeness[bestI][bestJ])) {
                        bestI = i;
                        bestJ = j;
                    }
                }
            }
            if (bestI < 0) {
                return;
            }
            partnerInB[bestI] = bestJ;
            partnerInA[bestJ] = bestI;
            if (!close) {
                weigh(a.get(bestI), b.get(bestJ), likeness[bestI][bestJ]);
            }
        }
    }

    private void joinNeighbours() {
        for (int i = 0; i + 1 < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                join(a, i, partnerInB, b, j, partnerInA, likeness[i][j], likeness[i + 1][j]);
            }
        }
        for (int j = 0; j + 1 < b.size(); j++) {
            for (int i = 0; i < a.size(); i++) {
                join(b, j, partnerInA, a, i, partnerInB, likeness[i][j], likeness[i][j + 1]);
            }
        }
    }

    /** Two neighbours of one name that together are one part of the other. */
    private void join(List<NamePart> many, int at, int[] partnerOfMany, List<NamePart> one, int other, int[] partnerOfOne,
                      double likenessOfFirst, double likenessOfSecond) {
        boolean free = isFreeFor(partnerOfMany[at], other) && isFreeFor(partnerOfMany[at + 1], other)
                && (partnerOfOne[other] == ALONE || partnerOfOne[other] == at || partnerOfOne[other] == at + 1);
        double apart = Math.max(likenessOfFirst, likenessOfSecond);
        if (!free || apart >= GOOD || tooShort(many.get(at), many.get(at + 1), one.get(other))) {
            return;
        }
        NamePart joined = PreparedName.joined(many.get(at), many.get(at + 1));
        double together = comparison.of(joined, one.get(other));
        if (together >= NameSimilarity.CLOSE && together > apart) {
            partnerOfMany[at] = JOINED;
            partnerOfMany[at + 1] = JOINED;
            partnerOfOne[other] = JOINED;
            matched++;
            weigh(joined, one.get(other), together);
            initialOnly = false;
        }
    }

    private static boolean isFreeFor(int partner, int other) {
        return partner == ALONE || partner == other;
    }

    private static boolean tooShort(NamePart first, NamePart second, NamePart one) {
        int together = first.form().length() + second.form().length();
        return first.isInitial() || second.isInitial() || !mayBeginAlike(first, one) || Math.abs(together - one.form().length()) > 1 + together / 3;
    }

    /** Sorts out most before anything is joined. */
    private static boolean mayBeginAlike(NamePart first, NamePart one) {
        byte[] sounds = first.spellings().sounds(0);
        byte[] others = one.spellings().sounds(0);
        return sounds.length == 0 || others.length == 0 || SoundCosts.LATIN.instead[Sounds.sound(sounds[0]) * Sound.COUNT
                + Sounds.sound(others[0])] < DIFFERENT_BEGINNING || Sounds.beginWithArticle(others);
    }

    private static int free(int[] partners, int size) {
        int free = 0;
        for (int i = 0; i < size; i++) {
            free += partners[i] == ALONE ? 1 : 0;
        }
        return free;
    }

    private void addUp() {
        for (int i = 0; i < a.size(); i++) {
            if (partnerInB[i] >= 0) {
                NamePart one = a.get(i);
                NamePart other = b.get(partnerInB[i]);
                matched++;
                initialOnly &= one.isInitial() || other.isInitial();
                weigh(one, other, likeness[i][partnerInB[i]]);
            }
        }
    }

    private void weigh(NamePart one, NamePart other, double alike) {
        double weight = one.isInitial() || other.isInitial() ? 1 : (one.form().length() + other.form().length()) / 2.0;
        sum += alike * weight;
        weights += weight;
    }
}
