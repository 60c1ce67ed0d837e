package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.anamnesis.table.Variable;

/**
 * Categories of which only some combinations exist, like districts and their clinics.
 *
 * @param categories two or three columns
 * @param seen the combinations that exist: a level of each column, in their order
 */
public record CombinationRule(List<Variable> categories, Set<List<Integer>> seen)
        implements TableRule {
    /** So many combinations that do not exist are told one by one. */
    private static final int FEW = 3;

    public CombinationRule {
        categories = List.copyOf(categories);
        seen = Set.copyOf(seen);
        if (categories.size() < 2 || !categories.stream().allMatch(Variable::isCategory)) {
            throw new IllegalArgumentException("combinations of " + categories);
        }
        for (List<Integer> one : seen) {
            boolean fits = one.size() == categories.size();
            for (int k = 0; fits && k < one.size(); k++) {
                fits = one.get(k) >= 0 && one.get(k) < categories.get(k).levels().size();
            }
            if (!fits) {
                throw new IllegalArgumentException("combination " + one);
            }
        }
    }

    @Override
    public List<String> columns() {
        return categories.stream().map(Variable::name).toList();
    }

    @Override
    public boolean holds(double[] values) {
        if (!TableRule.complete(values)) {
            return true;
        }
        Integer[] one = new Integer[values.length];
        for (int k = 0; k < one.length; k++) {
            one[k] = (int) values[k];
        }
        return seen.contains(List.of(one));
    }

    @Override
    public boolean testedBy(double[] values) {
        return TableRule.complete(values);
    }

    /** How many combinations there could be. */
    long possible() {
        return categories.stream().mapToLong(c -> c.levels().size()).reduce(1, (a, b) -> a * b);
    }

    /** Combinations that do not exist, at most so many and one more. */
    private List<List<Integer>> absent(int most) {
        List<List<Integer>> all = List.of(List.of());
        for (Variable c : categories) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> one : all) {
                for (int l = 0; l < c.levels().size(); l++) {
                    List<Integer> next = new ArrayList<>(one);
                    next.add(l);
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all.stream().filter(one -> !seen.contains(one)).limit(most + 1L).toList();
    }

    private String words(List<Integer> combination) {
        List<String> words = new ArrayList<>();
        for (int k = 0; k < combination.size(); k++) {
            Variable c = categories.get(k);
            words.add(c.name() + " " + RuleWords.value(c.levels().get(combination.get(k))));
        }
        return String.join(" with ", words);
    }

    @Override
    public String sentence() {
        if (possible() - seen.size() <= FEW) {
            return "%s never happens."
                    .formatted(
                            String.join(", or ", absent(FEW).stream().map(this::words).toList()));
        }
        return "Of %d combinations of %s only %d exist."
                .formatted(possible(), String.join(", ", columns()), seen.size());
    }

    @Override
    public <R> R match(Cases<R> cases) {
        return cases.combination(this);
    }
}
