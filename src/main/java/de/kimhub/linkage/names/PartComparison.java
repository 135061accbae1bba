package de.kimhub.linkage.names;

import java.util.Arrays;

/** Compares two parts through the nearest of their forms. Holds its working memory: one thread at a time. */
final class PartComparison {

    static final double INITIAL = 0.75;
    private static final double UNLIKE = 0.1;
    private static final double NEARLY_ONE = 0.995;
    /** From here on they are strangers, however far. */
    private static final float FAR = 3;
    /** Of a name of six or seven letters. */
    private static final float USUAL_ROOM = 1;
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
        NativeSounds asWritten = a.spellings().asWritten();
        NativeSounds otherAsWritten = b.spellings().asWritten();
        if (asWritten == null ? otherAsWritten == null : asWritten.likeIn(otherAsWritten)) {
            return nearest(a.spellings().sounds(), b.spellings().sounds(), SoundCosts.LATIN, a, b);
        }
        boolean firstAsWritten = asWritten != null && asWritten.comesBefore(otherAsWritten);
        return firstAsWritten ? nearest(asWritten.ways(), b.spellings().sounds(), asWritten.costs(), a, b)
                : nearest(otherAsWritten.ways(), a.spellings().sounds(), otherAsWritten.costs(), a, b);
    }

    private static double initial(Forms a, Forms b) {
        for (int i = 0; i < a.size(); i++) {
            for (int j = 0; j < b.size(); j++) {
                short[] sounds = a.sounds()[i];
                short[] others = b.sounds()[j];
                boolean sameSound = sounds.length > 0 && others.length > 0
                        && Sounds.sound(sounds[0]) == Sounds.sound(others[0]);
                if (sameSound || a.get(i).codePointAt(0) == b.get(j).codePointAt(0)) {
                    return INITIAL;
                }
            }
        }
        return UNLIKE;
    }

    private double nearest(short[][] firsts, short[][] seconds, SoundCosts costs, NamePart a, NamePart b) {
        float least = Float.MAX_VALUE;
        for (short[] first : firsts) {
            for (short[] second : seconds) {
                least = Math.min(least, relative(first, second, costs));
            }
        }
        return least == Float.MAX_VALUE ? ofLetters(a.form(), b.form())
                : Math.min(NEARLY_ONE, 1 / (1 + least * (costs.fall + costs.fallOfSquare * least)));
    }

    /**
     * 1 where the distance is the room that these names have, so that they are as likely the same as not; 0 where there is
     * none. What goes beyond the room weighs less in long names, but not as much less as they are longer.
     */
    private float relative(short[] first, short[] second, SoundCosts costs) {
        if (first.length == 0 || second.length == 0) {
            return Float.MAX_VALUE;
        }
        // always the same way round, so that giving up early gives the same in both directions
        boolean inOrder = costs.first != costs.second || first.length > second.length
                || first.length == second.length && Arrays.compare(first, second) >= 0;
        short[] one = inOrder ? first : second;
        short[] other = inOrder ? second : first;
        float even = costs.even(one, other);
        float step = (even + USUAL_ROOM) / 2;
        float far = even + (FAR - 1) * step;
        return Math.max(0, 1 + (Math.min(far, distance.of(one, other, costs, far)) - even) / step);
    }

    private static double ofLetters(String form, String other) {
        int longer = Math.max(form.length(), other.length());
        return Math.min(NEARLY_ONE, Math.max(0, 1 - SoundDistance.ofLetters(form, other) / longer));
    }
}
