package org.anamnesis.signals.eeg;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.random.SeedTree;
import org.anamnesis.signals.Draws;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Study;

/** The sources of one person that go on all the time, and which gain each obeys. */
final class Brain {
    /** A rhythm and the gain that it obeys. */
    record Voice(Rhythm rhythm, Gains.Of gain) {}

    private final Study study;
    private final Fields fields;
    private final int rate;
    private final List<Voice> voices = new ArrayList<>();
    private final Background background;

    Brain(Study study, Fields fields, int rate) {
        this.study = study;
        this.fields = fields;
        this.rate = rate;
        double age = study.person().age();
        var draws = Draws.of(study.key(), "brain");
        double size = Ages.aperiodic(age) * StrictMath.exp(draws.normal(0, 0.18));
        double exponent = Math.max(1.6, Math.min(2.5, Ages.exponent(age) + draws.normal(0, 0.12)));
        this.background = new Background(size, exponent, rate, SeedTree.key(study.key(), 7));
        alpha(draws);
        beta(draws);
        theta(draws, size);
        muscle(draws);
        sleep(draws, Ages.childhood(age));
        study.findings().forEach(f -> abnormal(f, draws));
    }

    Background background() {
        return background;
    }

    List<Voice> voices() {
        return voices;
    }

    private void add(
            String name,
            double hz,
            double width,
            double size,
            double swing,
            double seconds,
            float[] field,
            Gains.Of gain) {
        long key = Draws.of(study.key(), "rhythm " + name).index(Integer.MAX_VALUE);
        voices.add(
                new Voice(
                        new Rhythm(
                                hz,
                                width,
                                size,
                                swing,
                                seconds,
                                field,
                                rate,
                                SeedTree.key(study.key(), key)),
                        gain));
    }

    private void alpha(Draws draws) {
        Double hz = study.measurements().get("alpha_hz");
        Double amplitude = study.measurements().get("alpha_uv");
        if (hz == null || amplitude == null) {
            return;
        }
        var alpha = Alpha.of(hz, amplitude, fields, background, draws);
        for (var source : alpha) {
            add(
                    source.name(),
                    hz,
                    source.width(),
                    source.size(),
                    Alpha.SWING,
                    2.5,
                    source.field().weights(),
                    Gains.Of.ALPHA);
        }
    }

    private void beta(Draws draws) {
        double much = Math.max(0.6, draws.normal(1.5, 0.35));
        double hz = draws.uniform(17, 23);
        for (var f : study.findings()) {
            if (f.id().equals(Sign.EXCESS_BETA.id())) {
                much = draws.uniform(6, 9);
                hz = Details.number(f, "hz", 20);
            }
        }
        if (hz > rate * 0.4) {
            return;
        }
        for (String side : new String[] {"left", "right"}) {
            double x = side.equals("left") ? -0.45 : 0.45;
            add(
                    "beta " + side,
                    hz,
                    2.5,
                    much * 0.6,
                    0.45,
                    1.5,
                    fields.around("beta " + side, x, 0.5, 0.75, 30),
                    Gains.Of.BETA);
        }
        add("beta", hz, 2.5, much * 0.7, 0.45, 1.5, fields.frontal(), Gains.Of.BETA);
    }

    private void theta(Draws draws, double size) {
        double hz = draws.uniform(5, 6.5);
        add("theta", hz, 1, 0.45 * size, 0.5, 2, fields.frontal(), Gains.Of.THETA);
        for (String side : new String[] {"left", "right"}) {
            double x = side.equals("left") ? -0.8 : 0.8;
            add(
                    "theta " + side,
                    hz,
                    1.2,
                    0.3 * size,
                    0.5,
                    2,
                    fields.around("theta " + side, x, 0.1, 0.5, 28),
                    Gains.Of.THETA);
        }
    }

    /** The quiet tone of the temporal muscles. */
    private void muscle(Draws draws) {
        for (String side : new String[] {"left", "right"}) {
            double x = side.equals("left") ? -0.93 : 0.93;
            double[] centre = {x, draws.uniform(0.1, 0.5), -0.1};
            add(
                    "muscle " + side,
                    Math.min(50, rate * 0.35),
                    18,
                    draws.uniform(0.6, 2),
                    0.4,
                    3,
                    Scalp.local(centre, 26),
                    Gains.Of.MUSCLE);
        }
    }

    /** Slow waves above 75 µV from peak to peak at 0.5–2 Hz, frontal (AASM manual, N3). */
    private void sleep(Draws draws, double childhood) {
        double size = 58 * Math.min(1.5, childhood) * StrictMath.exp(draws.normal(0, 0.12));
        add(
                "slow",
                0.9,
                0.28,
                size,
                0.25,
                4,
                fields.around("slow", 0, 0.62, 0.78, 24),
                Gains.Of.DELTA);
        add(
                "slow left",
                1.2,
                0.4,
                size * 0.6,
                0.3,
                3,
                fields.around("slow left", -0.6, 0.35, 0.7, 22),
                Gains.Of.DELTA);
        add(
                "slow right",
                1.2,
                0.4,
                size * 0.6,
                0.3,
                3,
                fields.around("slow right", 0.6, 0.35, 0.7, 22),
                Gains.Of.DELTA);
        add(
                "slow back",
                1.1,
                0.4,
                size * 0.4,
                0.3,
                3,
                fields.pair("slow back", 0.45, -0.65, 0.6, 24),
                Gains.Of.DELTA);
    }

    private void abnormal(Finding finding, Draws draws) {
        var sign = Sign.of(finding.id());
        if (sign.isEmpty()) {
            return;
        }
        String name = finding.id() + " " + Focus.of(finding).words();
        switch (sign.get()) {
            case FOCAL_SLOWING -> focalSlowing(finding, name);
            case GENERALIZED_SLOWING -> generalizedSlowing(finding);
            case FOCAL_SEIZURE ->
                    add(
                            "after " + name,
                            draws.uniform(1.2, 2),
                            0.5,
                            26,
                            0.3,
                            2,
                            fields.focal(finding, 22),
                            Gains.Of.POSTICTAL);
            case BURST_SUPPRESSION -> bursts(draws);
            default -> {
                // events, not rhythms
            }
        }
    }

    private void focalSlowing(Finding finding, String name) {
        double hz = Details.number(finding, "hz", 2);
        double size = severity(finding, 18, 34, 52);
        add(name, hz, 0.5, size, 0.5, 2.5, fields.focal(finding, 20), Gains.Of.STEADY);
        add(
                name + " faster",
                hz * 2.2,
                0.9,
                size * 0.35,
                0.5,
                2,
                fields.focal(finding, 24),
                Gains.Of.STEADY);
    }

    private void generalizedSlowing(Finding finding) {
        double hz = Details.number(finding, "hz", 6);
        double size = severity(finding, 11, 18, 28);
        add("slowing", hz, 0.7, size, 0.4, 2.5, fields.frontal(), Gains.Of.STEADY);
        for (String side : new String[] {"left", "right"}) {
            double x = side.equals("left") ? -0.6 : 0.6;
            add(
                    "slowing " + side,
                    hz,
                    0.9,
                    size * 0.7,
                    0.4,
                    2,
                    fields.around("slowing " + side, x, -0.1, 0.7, 40),
                    Gains.Of.STEADY);
        }
        add(
                "slowing back",
                hz * 0.9,
                0.8,
                size * 0.6,
                0.4,
                2.5,
                fields.pair("slowing back", 0.45, -0.7, 0.5, 36),
                Gains.Of.STEADY);
    }

    /**
     * Slow and sharp waves mixed, alike but not the same in each region. What is sharply contoured
     * has power up to some 30 Hz; how much is an assumption.
     */
    private void bursts(Draws draws) {
        double size = draws.uniform(40, 70);
        String[] names = {"front", "left", "right", "back"};
        float[][] places = {
            fields.generalized(),
            fields.around("burst left", -0.75, 0.1, 0.5, 26),
            fields.around("burst right", 0.75, 0.1, 0.5, 26),
            fields.pair("burst back", 0.45, -0.7, 0.5, 26)
        };
        for (int k = 0; k < names.length; k++) {
            double share = k == 0 ? 1 : 0.7;
            String name = "burst " + names[k];
            double slow = draws.uniform(1.2, 2.5);
            double theta = draws.uniform(4.5, 6.5);
            double fast = draws.uniform(9, 15);
            add(name, slow, 0.6, size * share, 0.3, 2, places[k], Gains.Of.BURST);
            add(name + " theta", theta, 1.2, size * share * 0.6, 0.3, 1, places[k], Gains.Of.BURST);
            add(name + " fast", fast, 2, size * share * 0.35, 0.4, 1, places[k], Gains.Of.BURST);
            double sharp = draws.uniform(19, 26);
            add(name + " sharp", sharp, 6, size * share * 0.2, 0.4, 1, places[k], Gains.Of.BURST);
        }
    }

    private static double severity(Finding finding, double mild, double moderate, double severe) {
        return switch (Details.text(finding, "severity", "moderate")) {
            case "mild" -> mild;
            case "severe" -> severe;
            default -> moderate;
        };
    }
}
