package org.anamnesis.generate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.anamnesis.random.SeedTree;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/** A made world, and what tests of learned models do with it. */
final class LearnedTables {
    static final List<String> ENGINES = List.of("trees", "copula");

    private LearnedTables() {}

    /**
     * Age; sex; HbA1c that rises with age, a fifth missing, more among the old; a stage of four
     * levels that depends on HbA1c; births of women alone.
     */
    static Table world(int rows, long seed) {
        long key = new SeedTree(seed).purpose("world");
        double[][] v = new double[5][rows];
        for (int i = 0; i < rows; i++) {
            long k = SeedTree.key(key, i);
            v[0][i] = 18 + Math.floor(70 * SeedTree.uniform(k, 0));
            v[1][i] = SeedTree.uniform(k, 1) < 0.5 ? 1 : 0;
            double noise = Normal.quantile(SeedTree.uniform(k, 2) + 0x1.0p-60);
            double hba1c = 4.5 + v[0][i] / 40 + 0.8 * noise;
            boolean lost = SeedTree.uniform(k, 3) < v[0][i] / 250;
            v[2][i] = lost ? Double.NaN : Math.round(10 * hba1c) / 10.0;
            double stage = hba1c - 5 + 2 * SeedTree.uniform(k, 4);
            v[3][i] = Math.max(0, Math.min(3, Math.floor(stage)));
            v[4][i] = v[1][i] == 0 ? Double.NaN : Math.floor(4 * SeedTree.uniform(k, 5));
        }
        double[] w = new double[rows];
        Arrays.fill(w, 1);
        return new Table(
                List.of(
                        Variable.number("age", "a", 0),
                        Variable.category("sex", List.of("male", "female")),
                        Variable.number("hba1c", "%", 1),
                        Variable.category("stage", List.of("0", "1", "2", "3")),
                        Variable.number("births", "1", 0)),
                v,
                w);
    }

    static LearnedModel learned(String engine, Table table) {
        return Learners.installed().named(engine).learn(table, Training.usual(1));
    }

    static List<Allowance> any(LearnedModel model) {
        return Collections.nCopies(model.variables().size(), Allowance.ANY);
    }

    /** Drawn rows with their weights. */
    static Table drawn(LearnedModel model, List<Allowance> allowed, int rows, long seed) {
        double[][] columns = new double[model.variables().size()][rows];
        double[] weights = new double[rows];
        model.draw(columns, weights, allowed, 0, rows, new SeedTree(seed));
        return new Table(model.variables(), columns, weights);
    }

    static byte[] written(LearnedModel model) throws IOException {
        var bytes = new ByteArrayOutputStream();
        model.write(new DataOutputStream(bytes));
        return bytes.toByteArray();
    }

    static LearnedModel read(LearnedModel like, byte[] bytes) throws IOException {
        return Learners.installed()
                .named(like.engine())
                .read(like.variables(), new DataInputStream(new ByteArrayInputStream(bytes)));
    }
}
