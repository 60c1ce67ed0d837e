package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anamnesis.generate.dp.Budget;
import org.anamnesis.generate.dp.Promise;
import org.anamnesis.learn.Schema;

/** What is said of a promise of differential privacy, to the user and in the model file. */
final class PrivacyWords {
    /** ε above which a promise is hardly one: chances may differ by a factor of 22,000. */
    private static final double WEAK = 10;

    static final String MECHANISM =
            "MST (McKenna, Miklau, Sheldon 2021): counts of single columns and of the pairs of a tree with discrete Gaussian noise, the tree by the exponential mechanism; zero-concentrated accounting";

    static final String NEIGHBOURS =
            "one person more or fewer, with all her rows; of several rows of a person one is learned";

    static final String COVERED =
            "the shares of all values and pairs, levels of categories that are not listed in a schema file, ranges of numbers, bins, and the number of people";

    static final String NOT_COVERED =
            "names, kinds and spelling of the columns (units, digits, formats of dates, the mark for missing), which columns are left out, the levels in a schema file that was given, and whatever else was said while learning";

    private PrivacyWords() {}

    static Map<String, Object> figures(Budget budget) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("epsilon", budget.promise().epsilon());
        m.put("delta", budget.promise().delta());
        m.put("neighbours", NEIGHBOURS);
        m.put("mechanism", MECHANISM);
        m.put("noise", "from the operating system's secure source; no seed of it is kept");
        m.put("covered", COVERED);
        m.put("notCovered", NOT_COVERED);
        double rho = budget.entries().stream().mapToDouble(Budget.Entry::rho).sum();
        m.put("rho", rho);
        Map<String, Object> split = new LinkedHashMap<>();
        for (Budget.Pot pot : Budget.Pot.values()) {
            double spent =
                    budget.entries().stream()
                            .filter(e -> e.pot() == pot)
                            .mapToDouble(Budget.Entry::rho)
                            .sum();
            split.put(pot.words(), spent);
        }
        m.put("split", split);
        m.put(
                "spent",
                budget.entries().stream()
                        .map(e -> Map.of("what", (Object) e.what(), "rho", e.rho()))
                        .toList());
        return m;
    }

    /** Whether attacks decide, and not the promise. */
    static boolean isWeak(Promise promise) {
        return promise.epsilon() > WEAK;
    }

    /**
     * @param stated whether the schema was the user's
     */
    static List<String> notes(Promise promise, boolean stated, int rows, Schema schema) {
        List<String> notes = new ArrayList<>();
        notes.add(
                String.format(
                        Locale.ROOT,
                        "Differential privacy with epsilon %s and delta %s: whether one person is in the table changes the chance of any model file by a factor of at most e^%s, but for a chance of %s. Covered are %s. Not covered are %s. The noise comes from a secure source, so --seed does not repeat it; a second model of the same people spends as much again.",
                        promise.epsilon(),
                        promise.delta(),
                        promise.epsilon(),
                        promise.delta(),
                        COVERED,
                        NOT_COVERED));
        if (isWeak(promise)) {
            notes.add(
                    "An epsilon above 10 promises next to nothing: rely on the attacks that were tried, not on it.");
        }
        notes.add(
                "Rules are not looked for, because that would be one more use of the table: state with --rule what must hold.");
        notes.add(
                stated
                        ? "The levels of the schema file count as known to everybody: list what may occur, not what occurs."
                        : "Answers that too few people share are merged to \"other (rare)\". A schema file in which you list the answers that may occur (--schema) spends none of the budget on finding them; ranges stated with --rule sharpen numbers.");
        schema.key()
                .ifPresent(
                        k ->
                                notes.add(
                                        "Persons have several rows (%s): one of each, drawn at random, is learned, because the promise is made to persons."
                                                .formatted(k)));
        return notes;
    }
}
