package org.anamnesis.generate;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.anamnesis.population.Census;
import org.anamnesis.population.Derived;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.population.RowTest;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * People whom a learned model draws until enough of them meet a request, or so many were drawn that
 * it is given up. Conditions on single columns are handed to the model, others are met by throwing
 * away. What no person may show (a diastolic pressure above the systolic) is thrown away as well.
 */
final class DrawnPeople {
    /** Rows drawn at a time; a fixed number, so that the same rows are drawn on any machine. */
    private static final int PIECE = 512;

    /**
     * Pieces after which it is looked whether there are enough. With half of them diffusion, told
     * of type 2 diabetes, left 2,048 people of uneven weight for 300 patients, and several were
     * alike.
     */
    private static final int PIECES = 8;

    private final RowSource model;
    private final List<Variable> variables;
    private final Map<String, Integer> position = new HashMap<>();
    private final List<Derived> derived;
    private final Sanity sanity;

    DrawnPeople(RowSource model) {
        this.model = model;
        this.variables = model.variables();
        Set<String> names = variables.stream().map(Variable::name).collect(Collectors.toSet());
        List<String> possible =
                Derived.names().stream().filter(d -> names.containsAll(Derived.drawn(d))).toList();
        derived = Derived.inOrder(possible);
        variables.forEach(v -> position.put(v.name(), position.size()));
        derived.forEach(d -> position.put(d.variable().name(), position.size()));
        sanity = new Sanity(derived, position);
    }

    /**
     * Draws.
     *
     * @param required what every person must meet
     * @param told whether conditions are handed to the model, or people drawn freely and the others
     *     thrown away
     * @param wanted people after which to stop
     * @param most rows drawn at most
     * @return who meets the request, with the weights that the model gave them, and how many rows
     *     were drawn
     */
    Drawn draw(List<RowTest> required, boolean told, int wanted, long most, SeedTree seeds) {
        List<Allowance> allowed = allowed(told ? required : List.of());
        RowTest test = RowTest.all(required);
        List<double[][]> kept = new ArrayList<>();
        int found = 0;
        long drawn = 0;
        while (found < wanted && drawn < most) {
            long first = drawn;
            List<double[][]> pieces =
                    IntStream.range(0, PIECES)
                            .parallel()
                            .mapToObj(p -> piece(allowed, test, first + (long) p * PIECE, seeds))
                            .toList();
            drawn += (long) PIECES * PIECE;
            kept.addAll(pieces);
            found += pieces.stream().mapToInt(p -> p[0].length).sum();
        }
        return new Drawn(joined(kept), drawn);
    }

    /**
     * What came out.
     *
     * @param people who meets the request; weights as the model gave them
     * @param drawn rows that were drawn for them
     */
    record Drawn(Table people, long drawn) {}

    /** By column the values of those who meet the request, then their weights. */
    private double[][] piece(List<Allowance> allowed, RowTest test, long first, SeedTree seeds) {
        int p = variables.size();
        double[][] columns = new double[p][PIECE];
        double[] weights = new double[PIECE];
        model.draw(columns, weights, allowed, first, PIECE, seeds);
        settle(columns);
        double[][] work = derived(columns);
        var people = new Table(variables, columns, weights);
        byte[] meets = ReferencePopulation.of(Census.of(people, Map.of(), Map.of())).answers(test);
        int[] chosen =
                IntStream.range(0, PIECE)
                        .filter(
                                i ->
                                        weights[i] > 0
                                                && meets[i] == ReferencePopulation.YES
                                                && !sanity.offends(work, i))
                        .toArray();
        double[][] out = new double[p + 1][];
        for (int k = 0; k <= p; k++) {
            double[] column = k < p ? columns[k] : weights;
            out[k] = Arrays.stream(chosen).mapToDouble(i -> column[i]).toArray();
        }
        return out;
    }

    /**
     * What the census knows of everyone: nobody is pregnant whom the survey did not ask, and nobody
     * has had a condition for longer than they have lived.
     */
    private void settle(double[][] columns) {
        double[] age = columns[position.get("age")];
        double[] sex = columns[position.get("sex")];
        for (int k = 0; k < columns.length; k++) {
            String name = variables.get(k).name();
            for (int i = 0; i < age.length; i++) {
                if (name.equals("pregnant") && (sex[i] == 1 || age[i] < 20 || age[i] > 44)) {
                    columns[k][i] = 0;
                } else if (name.endsWith("_duration") && columns[k][i] > age[i]) {
                    columns[k][i] = age[i];
                }
            }
        }
    }

    private double[][] derived(double[][] columns) {
        double[][] all = Arrays.copyOf(columns, position.size());
        for (Derived d : derived) {
            double[] out = new double[PIECE];
            double[][] parents =
                    d.parents().stream().map(n -> all[position.get(n)]).toArray(double[][]::new);
            double[] row = new double[parents.length];
            for (int i = 0; i < PIECE; i++) {
                for (int k = 0; k < row.length; k++) {
                    row[k] = parents[k][i];
                }
                out[i] = d.formula().of(row);
            }
            all[position.get(d.variable().name())] = out;
        }
        return all;
    }

    private Table joined(List<double[][]> pieces) {
        int p = variables.size();
        double[][] all = new double[p + 1][];
        for (int k = 0; k <= p; k++) {
            int column = k;
            all[k] = pieces.stream().flatMapToDouble(x -> Arrays.stream(x[column])).toArray();
        }
        return new Table(variables, Arrays.copyOf(all, p), all[p]);
    }

    /** The conditions on single columns; several on one column are met together. */
    private List<Allowance> allowed(List<RowTest> required) {
        List<Allowance> out = new ArrayList<>(variables.stream().map(v -> Allowance.ANY).toList());
        for (RowTest test : required) {
            for (RowTest.Limit asked : test.limits()) {
                RowTest.Limit limit =
                        asked.ofDrawn(n -> variables.get(position.getOrDefault(n, 0)));
                int at = position.getOrDefault(limit.column(), variables.size());
                if (at < variables.size()) {
                    out.set(at, both(out.get(at), limit));
                }
            }
        }
        return out;
    }

    /** Where two conditions leave nothing, the first stays; no row will meet the other. */
    private static Allowance both(Allowance known, RowTest.Limit limit) {
        if (!limit.levels().isEmpty()) {
            Set<Integer> levels =
                    known instanceof Allowance.Levels l
                            ? limit.levels().stream()
                                    .filter(l.levels()::contains)
                                    .collect(Collectors.toSet())
                            : limit.levels();
            return levels.isEmpty() ? known : new Allowance.Levels(levels);
        }
        double low = known instanceof Allowance.Range r ? r.low() : Double.NEGATIVE_INFINITY;
        double high = known instanceof Allowance.Range r ? r.high() : Double.POSITIVE_INFINITY;
        double from = Math.max(low, limit.low());
        double to = Math.min(high, limit.high());
        return from <= to ? new Allowance.Range(from, to) : known;
    }
}
