package org.anamnesis.llm.link;

import java.util.List;
import org.anamnesis.interpret.Link;

/**
 * Finds a model's thresholds by examples: those that link most phrases rightly where a wrong link
 * costs as much as twenty questions, then three steps more careful, because other phrases come than
 * those; and the least similarity to ask at, which nineteen of twenty phrases of ours reach.
 */
final class Calibration {
    private static final int WRONG_COSTS = 20;
    private static final int STEPS = 100;
    private static final int MOST_LEAD = 40;
    private static final int CAREFUL = 3;
    private static final double REACH = 0.95;

    /** An example in the space of a model. */
    record Placed(Example example, Space.Place place) {
        boolean right(Link.Near near) {
            return example.concepts().contains(near.concept().id());
        }
    }

    private final List<Placed> examples;

    private Calibration(List<Placed> examples) {
        this.examples = examples;
    }

    static Thresholds of(List<Placed> examples) {
        return new Calibration(examples).thresholds();
    }

    private Thresholds thresholds() {
        int best = Integer.MIN_VALUE;
        int atNear = STEPS;
        int atLead = MOST_LEAD;
        for (int lead = 1; lead <= MOST_LEAD; lead++) {
            for (int near = 1; near <= STEPS; near++) {
                int worth = worth(new Thresholds(step(near), step(lead), 1));
                if (worth >= best) {
                    best = worth;
                    atNear = near;
                    atLead = lead;
                }
            }
        }
        double near = step(atNear + CAREFUL);
        return new Thresholds(near, step(atLead + CAREFUL), Math.min(near, reached()));
    }

    /** The similarity that most of our phrases have to what they mean. */
    private double reached() {
        double[] right =
                examples.stream()
                        .filter(p -> !p.example().foreign())
                        .mapToDouble(
                                p ->
                                        p.place().near().stream()
                                                .filter(p::right)
                                                .mapToDouble(Link.Near::similarity)
                                                .findFirst()
                                                .orElse(0))
                        .sorted()
                        .toArray();
        return right[(int) Math.floor((1 - REACH) * right.length)];
    }

    private static double step(int n) {
        return (double) n / STEPS;
    }

    private int worth(Thresholds t) {
        int worth = 0;
        for (Placed p : examples) {
            if (t.judge(p.place()) instanceof Link.Clear c) {
                worth += p.right(c.near()) ? 1 : -WRONG_COSTS;
            }
        }
        return worth;
    }
}
