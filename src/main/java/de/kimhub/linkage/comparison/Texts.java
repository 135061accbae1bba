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
