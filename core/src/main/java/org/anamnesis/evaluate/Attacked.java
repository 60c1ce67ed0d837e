package org.anamnesis.evaluate;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Rows of persons who are attacked, those of one person one after the other. Who has several is one
 * person all the same: rows of hers are alike, so that counted one by one they would make chance
 * look certain, and an attacker who knew one of them would know her by the next.
 *
 * @param points the rows
 * @param of whose each row is
 */
@SuppressWarnings("ArrayRecordComponent") // many rows, never compared
record Attacked(Points points, int[] of) {
    /** Rows in the order in which the first of each person comes. */
    static int[] together(int[] persons, int[] rows) {
        Map<Integer, List<Integer>> byPerson =
                Arrays.stream(rows)
                        .boxed()
                        .collect(
                                Collectors.groupingBy(
                                        r -> persons[r], LinkedHashMap::new, Collectors.toList()));
        return byPerson.values().stream()
                .flatMap(List::stream)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    /** Where the second half of the persons begins: the row nearest to half of all. */
    int half() {
        int n = of.length;
        int at = n / 2;
        for (int step = 0; step < n; step++) {
            for (int i : new int[] {at - step, at + step}) {
                if (i > 0 && i < n && of[i] != of[i - 1]) {
                    return i;
                }
            }
        }
        return at; // all are of one person
    }

    Attacked rows(int from, int to) {
        return new Attacked(points.rows(from, to), Arrays.copyOfRange(of, from, to));
    }

    int count() {
        return (int) Arrays.stream(of).distinct().count();
    }

    /** The mean score of each person's rows, in their order. */
    double[] each(double[] scores) {
        double[] means = new double[count()];
        int person = 0;
        for (int from = 0, to; from < of.length; from = to) {
            double sum = 0;
            for (to = from; to < of.length && of[to] == of[from]; to++) {
                sum += scores[to];
            }
            means[person++] = sum / (to - from);
        }
        return means;
    }
}
