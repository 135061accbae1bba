package de.kimhub.linkage.comparison;

/** How alike two short texts are that are no names. */
final class Texts {

    private static final int LONGEST = 120;

    private Texts() {
    }

    /** 1 less the share of edits (insert, delete, replace, swap neighbours) in the longer text. */
    static double similarity(String a, String b) {
        int longer = Math.max(a.length(), b.length());
        return longer == 0 ? 1 : 1 - (double) distance(a, b) / longer;
    }

    /** Whether {@link #similarity} is at least this; says no at once where that shows early. */
    static boolean similar(String a, String b, double least) {
        int longer = Math.max(a.length(), b.length());
        int most = 0;
        while (most < longer && 1 - (double) (most + 1) / longer >= least) {
            most++;
        }
        return longer == 0 || within(a, b, most);
    }

    /** Whether {@link #distance} is at most this; says no at once where that shows early. */
    static boolean within(String a, String b, int most) {
        int apart = Math.abs(Math.min(a.length(), LONGEST) - Math.min(b.length(), LONGEST));
        // an edit takes one letter from the set of letters, and adds one, at most
        return a.equals(b) || apart <= most && Long.bitCount(letters(a) ^ letters(b)) <= 2 * most
                && distance(a, b) <= most;
    }

    private static long letters(String text) {
        long letters = 0;
        for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
            letters |= 1L << text.charAt(i);
        }
        return letters;
    }

    /** Optimal string alignment distance; texts are compared up to 120 characters. */
    static int distance(String a, String b) {
        int n = Math.min(a.length(), LONGEST);
        int m = Math.min(b.length(), LONGEST);
        int[] before = new int[m + 1];
        int[] last = new int[m + 1];
        int[] now = new int[m + 1];
        for (int j = 0; j <= m; j++) {
            last[j] = j;
        }
        for (int i = 1; i <= n; i++) {
            now[0] = i;
            for (int j = 1; j <= m; j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(Math.min(now[j - 1] + 1, last[j] + 1), last[j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            int[] free = before;
            before = last;
            last = now;
            now = free;
        }
        return last[m];
    }
}
