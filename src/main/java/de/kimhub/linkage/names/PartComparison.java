package de.kimhub.linkage.names;

import java.util.Arrays;

/** Compares two parts through the nearest of their forms. Holds its working memory: one thread at a time. */
final class PartComparison {

    static final double INITIAL = 0.75;
    private static final double UNLIKE = 0.1;
    private static final double NEARLY_ONE = 0.995;
    /** So many times the distance at which two names are as likely the same as not: they are strangers, however far. */
    private static final float FAR = 3;
    private static final int KEPT = 8;

    private final SoundDistance distance = new SoundDistance();
    private final NamePart[] lasts = new NamePart[2 * KEPT];
    private final double[] likeness = new double[KEPT];
    private int next;

    /** The parts of two names meet several times in a row, when the names are laid beside each other in several ways. */
    double of(NamePart a, NamePart b) {
        for (int i = 0; i < KEPT; i++) {
            if (lasts[2 * i] == a && lasts[2 * i + 1] == b || lasts[2 * i] == b && lasts[2 * i + 1] == a) {
                return likeness[i];
            }
        }
        double alike = compare(a, b);
        lasts[2 * next] = a;
        lasts[2 * next + 1] = b;
        likeness[next] = alike;
        next = (next + 1) % KEPT;
        return alike;
    }

    private double compare(NamePart a, NamePart b) {
        if (a.spellings().shareOneWith(b.spellings())) {
            return 1;
        }
        if (a.isInitial() || b.isInitial()) {
            return initial(a.spellings(), b.spellings());
        }
        boolean gapsInA = Writing.leavesVowelsOut(a.written());
        boolean gapsInB = Writing.leavesVowelsOut(b.written());
        return gapsInA == gapsInB ? nearest(a.spellings(), b.spellings(), SoundCosts.LATIN)
                : gapsInA ? nearest(a.spellings(), b.spellings(), SoundCosts.WITHOUT_VOWELS)
                : nearest(b.spellings(), a.spellings(), SoundCosts.WITHOUT_VOWELS);
    }

    private static double initial(Forms a, Forms b) {
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                boolean sameSound = a.sounds(i).length > 0 && b.sounds(j).length > 0
                        && Sounds.sound(a.sounds(i)[0]) == Sounds.sound(b.sounds(j)[0]);
                if (sameSound || a.get(i).codePointAt(0) == b.get(j).codePointAt(0)) {
                    return INITIAL;
                }
            }
        }
        return UNLIKE;
    }

    private double nearest(Forms firsts, Forms seconds, SoundCosts costs) {
        float least = Float.MAX_VALUE;
        for (int i = 0; i < firsts.size(); i++) {
            for (int j = 0; j < seconds.size(); j++) {
                least = Math.min(least, relative(firsts.sounds(i), seconds.sounds(j), costs));
            }
        }
        return least == Float.MAX_VALUE ? ofLetters(firsts.getFirst(), seconds.getFirst())
                : Math.min(NEARLY_ONE, 1 / (1 + least * (costs.fall + costs.fallOfSquare * least)));
    }

    /** The distance by the length, up to {@link #FAR}. */
    private float relative(byte[] first, byte[] second, SoundCosts costs) {
        if (first.length == 0 || second.length == 0) {
            return Float.MAX_VALUE;
        }
        float even = costs.base + costs.perSound * (first.length + second.length) / 2;
        // always the same way round, so that giving up early gives the same in both directions
        boolean inOrder = costs != SoundCosts.LATIN || first.length > second.length
                || first.length == second.length && Arrays.compare(first, second) >= 0;
        float far = FAR * even;
        return Math.min(far, inOrder ? distance.of(first, second, costs, far) : distance.of(second, first, costs, far)) / even;
    }

    private static double ofLetters(String form, String other) {
        int longer = Math.max(form.length(), other.length());
        return Math.min(NEARLY_ONE, Math.max(0, 1 - SoundDistance.ofLetters(form, other) / longer));
    }
}
