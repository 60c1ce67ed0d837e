package org.anamnesis.learn.sample;

import java.util.List;
import org.anamnesis.generate.Allowance;
import org.anamnesis.generate.RowSource;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Variable;

/**
 * A made population: age 20 to 89; sex; HbA1c 4.0 to 13.9 that rises with age, a tenth missing; a
 * stage; a site.
 *
 * @param obeys whether it draws HbA1c within its range by construction, with a weight; if not, a
 *     row that breaks a condition has the weight 0
 */
record People(boolean obeys) implements RowSource {
    static final List<Variable> COLUMNS =
            List.of(
                    Variable.number("age", "a", 0),
                    Variable.category("sex", List.of("male", "female")),
                    Variable.number("hba1c", "%", 1),
                    Variable.category("stage", List.of("1", "2", "3")),
                    Variable.category("home site", List.of("North", "South", "it's")));

    @Override
    public List<Variable> variables() {
        return COLUMNS;
    }

    @Override
    public void draw(
            double[][] columns,
            double[] weights,
            List<Allowance> allowed,
            long first,
            int count,
            SeedTree seeds) {
        long purpose = seeds.purpose("people");
        for (int i = 0; i < count; i++) {
            long key = SeedTree.key(purpose, first + i);
            weights[i] = 1;
            columns[0][i] = 20 + Math.floor(70 * SeedTree.uniform(key, 0));
            columns[1][i] = SeedTree.uniform(key, 1) < 0.4 ? 1 : 0;
            double from = 40 + columns[0][i] / 4;
            double u = SeedTree.uniform(key, 2);
            double least = 0;
            if (obeys && allowed.get(2) instanceof Allowance.Range range) {
                least = Math.min(1, Math.max(0, (Math.ceil(10 * range.low() - 1e-9) - from) / 77));
                weights[i] *= 1 - least;
            }
            columns[2][i] = Math.floor(from + 77 * (least + u * (1 - least))) / 10;
            columns[2][i] = SeedTree.uniform(key, 3) < 0.1 ? Double.NaN : columns[2][i];
            columns[3][i] = Math.floor(3 * SeedTree.uniform(key, 4));
            columns[4][i] = Math.floor(3 * SeedTree.uniform(key, 5));
            for (int k = 0; k < columns.length; k++) {
                weights[i] = allowed.get(k).allows(columns[k][i]) ? weights[i] : 0;
            }
        }
    }
}
