package org.anamnesis.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Optional;
import org.anamnesis.cohort.Field;

/**
 * Everything that was found out about one cohort.
 *
 * @param patients number of patients
 * @param referenceRows rows of the reference population that meet the selections
 * @param numbers numeric columns, in the header's order
 * @param categories columns with levels, in the header's order
 * @param ageBySex if the cohort has both
 * @param correlations if there are at least two numeric observations
 * @param adherence one line a thing asked
 * @param rules one line a rule that applies
 * @param reality how far from real people the request lies
 * @param groups the cohort's groups side by side, if it has some
 * @param histories how patients came and values moved before the index visit, if that was asked
 */
public record Evaluation(
        long patients,
        int referenceRows,
        List<NumberFinding> numbers,
        List<CategoryFinding> categories,
        Optional<Pyramid> ageBySex,
        Optional<Correlations> correlations,
        List<Adherence> adherence,
        List<RuleCheck> rules,
        Reality reality,
        Optional<Comparison> groups,
        Optional<HistoryFindings> histories) {
    public Evaluation {
        numbers = List.copyOf(numbers);
        categories = List.copyOf(categories);
        requireNonNull(ageBySex, "ageBySex");
        requireNonNull(correlations, "correlations");
        adherence = List.copyOf(adherence);
        rules = List.copyOf(rules);
        requireNonNull(reality, "reality");
        requireNonNull(groups, "groups");
        requireNonNull(histories, "histories");
    }

    /** Numeric columns of one role. */
    public List<NumberFinding> numbers(Field.Role role) {
        return numbers.stream().filter(n -> n.field().role() == role).toList();
    }

    /** Columns with levels of one role. */
    public List<CategoryFinding> categories(Field.Role role) {
        return categories.stream().filter(c -> c.field().role() == role).toList();
    }

    /** Rows that break a rule, over all rules; 0 is right. */
    public long rulesBroken() {
        return rules.stream().mapToLong(RuleCheck::broken).sum();
    }
}
