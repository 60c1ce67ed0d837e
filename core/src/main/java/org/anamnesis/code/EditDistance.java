package org.anamnesis.code;

/** How many typing errors lie between two texts. */
final class EditDistance {
    private EditDistance() {}

    /**
     * Damerau–Levenshtein distance in its restricted form (adjacent swaps count one), or {@code
     * limit + 1} when it is larger.
     */
    static int between(String a, String b, int limit) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] now = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        int leastOfLast = 0;
        for (int i = 1; i <= a.length(); i++) {
            now[0] = i;
            int least = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(last[j - 1] + cost, 1 + Math.min(last[j], now[j - 1]));
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
                least = Math.min(least, now[j]);
            }
            if (least > limit && leastOfLast > limit - 1) { // a swap reaches back two rows
                return limit + 1;
            }
            leastOfLast = least;
            int[] spare = before;
            before = last;
            last = now;
            now = spare;
        }
        return Math.min(limit + 1, last[b.length()]);
    }
}
