package de.kimhub.linkage.names;

import java.util.List;

/** Compares two parts through the nearest of their forms. Holds its working memory: one thread at a time. */
final class PartComparison {

    static final double INITIAL = 0.75;
    private static final double UNLIKE = 0.1;
    private static final double NEARLY_ONE = 0.995;

    private final Sounds first = new Sounds();
    private final Sounds[] seconds = {new Sounds(), new Sounds(), new Sounds(), new Sounds(), new Sounds(), new Sounds()};
    private final SoundDistance distance = new SoundDistance();

    double of(NamePart a, NamePart b) {
        if (shareForm(a.forms(), b.forms())) {
            return 1;
        }
        if (a.isInitial() || b.isInitial()) {
            return initial(a, b);
        }
        boolean gapsInA = Writing.leavesVowelsOut(a.written());
        boolean gapsInB = Writing.leavesVowelsOut(b.written());
        return gapsInA == gapsInB ? nearest(a.forms(), b.forms(), SoundCosts.LATIN)
                : gapsInA ? nearest(a.forms(), b.forms(), SoundCosts.WITHOUT_VOWELS)
                : nearest(b.forms(), a.forms(), SoundCosts.WITHOUT_VOWELS);
    }

    private static boolean shareForm(List<String> a, List<String> b) {
        for (int i = 0; i < a.size(); i++) {
            String form = a.get(i);
            for (int j = 0; j < b.size(); j++) {
                if (form.equals(b.get(j))) {
                    return true;
                }
            }
        }
        return false;
    }

    private double initial(NamePart a, NamePart b) {
        for (String form : a.forms()) {
            for (String other : b.forms()) {
                if (sameBeginning(form, other)) {
                    return INITIAL;
                }
            }
        }
        return UNLIKE;
    }

    private boolean sameBeginning(String form, String other) {
        if (!first.read(form) || !seconds[0].read(other)) {
            return form.codePointAt(0) == other.codePointAt(0);
        }
        return form.charAt(0) == other.charAt(0) || first.sound[0] == seconds[0].sound[0];
    }

    double nearest(List<String> firsts, List<String> others, SoundCosts costs) {
        int readable = 0;
        for (int i = 0; i < others.size() && readable < seconds.length; i++) {
            if (seconds[readable].read(others.get(i))) {
                readable++;
            }
        }
        double best = 0;
        for (int i = 0; i < firsts.size(); i++) {
            if (!first.read(firsts.get(i))) {
                continue;
            }
            for (int j = 0; j < readable; j++) {
                best = Math.max(best, similarity(distance.of(first, seconds[j], costs), first.length, seconds[j].length, costs));
            }
        }
        return best > 0 ? best : ofLetters(firsts.getFirst(), others.getFirst());
    }

    private static double similarity(float distance, int length, int otherLength, SoundCosts costs) {
        double relative = distance / (costs.base + costs.perSound * (length + otherLength) / 2);
        return Math.min(NEARLY_ONE, 1 / (1 + costs.steepness * relative * Math.sqrt(relative)));
    }

    private static double ofLetters(String form, String other) {
        int longer = Math.max(form.length(), other.length());
        return Math.min(NEARLY_ONE, Math.max(0, 1 - SoundDistance.ofLetters(form, other) / longer));
    }
}
