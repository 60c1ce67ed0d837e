package org.anamnesis.neural;

import java.io.DataInput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.anamnesis.generate.LearnedModel;
import org.anamnesis.generate.Learner;
import org.anamnesis.generate.Training;
import org.anamnesis.table.Table;
import org.anamnesis.table.Variable;

/**
 * A conditional GAN for tables (CTGAN, Xu et al. 2019, arXiv:1907.00503): modes of numbers,
 * condition vectors with training by sampling, WGAN with gradient penalty, packs. Its margins are
 * set to the table's afterwards.
 */
public final class Gan implements Learner {
    static final String NAME = "gan";

    private static final int HIDDEN = 160;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public LearnedModel learn(Table people, Training training) {
        List<ModeColumn> columns =
                IntStream.range(0, people.variables().size())
                        .mapToObj(j -> ModeColumn.of(people, j))
                        .toList();
        Generator net = new Generator(new ModeLayout(columns), HIDDEN);
        float[] theta = new GanTraining(net, people, training).run();
        return GanModel.of(people.variables(), net, theta, training.seed());
    }

    @Override
    public LearnedModel read(List<Variable> variables, DataInput in) throws IOException {
        List<ModeColumn> columns = new ArrayList<>();
        for (Variable variable : variables) {
            columns.add(ModeColumn.read(variable, in));
        }
        int hidden = Stored.count(in, 1, 4096, "a hidden layer");
        Generator net;
        try {
            net = new Generator(new ModeLayout(columns), hidden);
        } catch (IllegalArgumentException | ArithmeticException large) {
            throw new IOException("the model's network is too large", large);
        }
        float[] theta = Stored.floats(in, net.size);
        float[] shift = Stored.floats(in, net.layout.width);
        double[][] cuts = new double[variables.size()][0];
        for (int j = 0; j < cuts.length; j++) {
            if (net.layout.place[j] >= 0) {
                cuts[j] = Scale.readCuts(in);
            }
        }
        return new GanModel(variables, net, theta, shift, cuts);
    }
}
