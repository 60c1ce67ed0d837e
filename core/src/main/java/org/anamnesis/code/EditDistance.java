package org.anamnesis.code;

/** How many typing errors lie between two texts. */
public final class EditDistance {
    private EditDistance() {}

    /**
     * Whether one letter more, less or other, or two neighbours swapped, makes one of the other.
     * Without allocation: a long message asks it a hundred thousand times.
     */
    public static boolean oneApart(String a, String b) {
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
    public static int between(String a, String b) {
        return between(a, b, Integer.MAX_VALUE);
    }

    /**
     * The same as far as it matters.
     *
     * @param most a distance above this is told by any number above it
     */
    static int between(String a, String b, int most) {
        char[] as = a.toCharArray();
        char[] bs = b.toCharArray();
        int[] before = new int[bs.length + 1];
        int[] last = new int[bs.length + 1];
        int[] now = new int[bs.length + 1];
        for (int j = 0; j <= bs.length; j++) {
            last[j] = j;
        }
        int least = 0;
        for (int i = 1; i <= as.length; i++) {
            now[0] = i;
            int leastBefore = least;
            least = i;
            for (int j = 1; j <= bs.length; j++) {
                int cost = as[i - 1] == bs[j - 1] ? 0 : 1;
                int one = Math.min(last[j - 1] + cost, 1 + Math.min(last[j], now[j - 1]));
                if (i > 1 && j > 1 && as[i - 1] == bs[j - 2] && as[i - 2] == bs[j - 1]) {
                    one = Math.min(one, before[j - 2] + 1);
                }
                now[j] = one;
                least = Math.min(least, one);
            }
            if (least > most && leastBefore >= most) {
                return least; // what follows comes from these two rows
            }
            int[] spare = before;
            before = last;
            last = now;
            now = spare;
        }
        return last[bs.length];
    }
}
