package org.anamnesis.code;

/** How many typing errors lie between two texts. */
final class EditDistance {
    private EditDistance() {}

    /**
     * Whether one letter more, less or other, or two neighbours swapped, makes one of the other.
     * Without allocation: a long message asks it a hundred thousand times.
     */
    static boolean oneApart(String a, String b) {
        if (a.length() > b.length()) {
            return oneApart(b, a);
        }
        int longer = b.length() - a.length();
        if (longer > 1) {
            return false;
        }
        int i = 0;
        while (i < a.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        if (longer == 1) {
            return a.regionMatches(i, b, i + 1, a.length() - i);
        }
        if (i == a.length()) {
            return false; // equal
        }
        boolean other = a.regionMatches(i + 1, b, i + 1, a.length() - i - 1);
        boolean swapped =
                i + 1 < a.length()
                        && a.charAt(i) == b.charAt(i + 1)
                        && a.charAt(i + 1) == b.charAt(i)
                        && a.regionMatches(i + 2, b, i + 2, a.length() - i - 2);
        return other || swapped;
    }

    /** Damerau–Levenshtein distance in its restricted form: adjacent swaps count one. */
    static int between(String a, String b) {
        int[] before = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] now = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            now[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                now[j] = Math.min(last[j - 1] + cost, 1 + Math.min(last[j], now[j - 1]));
                if (i > 1
                        && j > 1
                        && a.charAt(i - 1) == b.charAt(j - 2)
                        && a.charAt(i - 2) == b.charAt(j - 1)) {
                    now[j] = Math.min(now[j], before[j - 2] + 1);
                }
            }
            int[] spare = before;
            before = last;
            last = now;
            now = spare;
        }
        return last[b.length()];
    }
}
