package org.anamnesis.neural;

import java.util.Arrays;
import java.util.List;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/** Made tables of a few columns whose dependences are known. */
final class SmallTables {
    private SmallTables() {}

    /**
     * Age (whole years), a value that rises with it (one decimal, missing in 30 % of women and 5 %
     * of men), sex, three groups that follow the age, and a count that is 0 for 60 %.
     */
    static Table mixed(int rows, long seed) {
        Draws draws = new Draws(seed);
        double[][] columns = new double[5][rows];
        for (int i = 0; i < rows; i++) {
            double z = draws.normal();
            columns[0][i] = Math.rint(50 + 12 * z);
            double sex = draws.below(2);
            boolean gone = draws.uniform() < (sex == 0 ? 0.3 : 0.05);
            double value = Math.rint(10 * (120 + 15 * (0.8 * z + 0.6 * draws.normal()))) / 10;
            columns[1][i] = gone ? Double.NaN : value;
            columns[2][i] = sex;
            columns[3][i] = z + 0.5 * draws.normal() < -0.5 ? 0 : z < 0.8 ? 1 : 2;
            columns[4][i] = draws.uniform() < 0.6 ? 0 : Math.rint(1 + 3 * Math.abs(draws.normal()));
        }
        double[] weights = new double[rows];
        Arrays.fill(weights, 1);
        return new Table(
                List.of(
                        Variable.number("age", "a", 0),
                        Variable.number("pressure", "mm[Hg]", 1),
                        Variable.category("sex", List.of("female", "male")),
                        Variable.category("group", List.of("low", "middle", "high")),
                        Variable.number("days", "d", 0)),
                columns,
                weights);
    }
}
