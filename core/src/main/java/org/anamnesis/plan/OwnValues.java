package org.anamnesis.plan;

import java.util.Optional;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.population.Distributions;
import org.anamnesis.population.QuantileFunction;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.Figures;
import org.anamnesis.spec.Form;
import org.anamnesis.spec.Own;

/** The distribution that the user's own numbers describe, with what had to be assumed for it. */
final class OwnValues {
    /** SD over mean from which a normal distribution would go far below 0. */
    private static final double SKEWED = 0.5;

    private final Own.Quantity own;
    private final Figures f;
    private final double low;
    private final double high;
    private String assumed = "";

    OwnValues(Own.Quantity own) {
        this.own = own;
        this.f = own.figures();
        Optional<QuantityRange> plausible =
                Measurands.bundled().find(own.id()).flatMap(Measurand::plausible);
        low = Math.max(f.low(), plausible.map(QuantityRange::low).orElse(Double.NEGATIVE_INFINITY));
        high =
                Math.min(
                        f.high(),
                        plausible.map(QuantityRange::high).orElse(Double.POSITIVE_INFINITY));
    }

    /** What no number of the user says, in words; empty if all is said. */
    String assumed() {
        return assumed;
    }

    Optional<QuantileFunction> values(Remarks remarks) {
        Optional<QuantileFunction> made = made();
        if (made.isEmpty()) {
            remarks.problems()
                    .add(
                            new Problem(
                                    "plan.own.impossible",
                                    own.name() + " " + OwnWords.figures(own),
                                    "no distribution of this form has these numbers within its limits",
                                    "another form (lognormal, normal), a smaller SD, or wider limits"));
        }
        return made;
    }

    private Optional<QuantileFunction> made() {
        if (f.quartiles().isPresent()) {
            return Optional.of(throughQuartiles(f.quartiles().get()));
        }
        if (f.mean().isEmpty()) {
            return withoutMean();
        }
        double mean = f.mean().getAsDouble();
        if (f.sd().isEmpty()) {
            return meanWithin(mean);
        }
        double sd = f.sd().getAsDouble();
        if (own.form().isEmpty() && f.bounded()) {
            assumed = "a beta distribution between the limits";
            return Distributions.beta(low, high, mean, sd);
        }
        boolean skewed = (mean > 0 && sd > SKEWED * mean && low >= 0) || lengthOnly(mean, sd);
        Form form = own.form().orElse(skewed ? Form.LOGNORMAL : Form.NORMAL);
        if (own.form().isEmpty()) {
            assumed = "a " + form.word() + " distribution";
        }
        return switch (form) {
            case NORMAL -> Distributions.normal(mean, sd, floor(mean), high);
            case LOGNORMAL -> Distributions.lognormal(mean, sd, low, high);
            case UNIFORM -> Distributions.uniform(mean, sd, low, high);
            case TRIANGULAR -> Distributions.triangular(mean, sd, low, high);
        };
    }

    /** No limit is stated, but a normal distribution would give many values below 0. */
    private boolean lengthOnly(double mean, double sd) {
        return mean > 0 && sd > SKEWED * mean && Double.isInfinite(low) && quantity();
    }

    /** A concentration, a mass, a time: nothing that could be below 0. */
    private boolean quantity() {
        return !own.unit().isEmpty() && !own.unit().equals("Cel") && !own.unit().equals("[degF]");
    }

    /** A quantity with a mean above 0 does not go below 0, unless a normal one was asked for. */
    private double floor(double mean) {
        boolean open = Double.isInfinite(low) && own.form().isEmpty();
        return open && mean > 0 && quantity() ? 0 : low;
    }

    private QuantileFunction throughQuartiles(Figures.Quartiles q) {
        boolean positive = Double.isInfinite(low) && q.first() > 0 && quantity();
        QuantileFunction open =
                Distributions.quartiles(
                        Double.NEGATIVE_INFINITY,
                        q.first(),
                        q.median(),
                        q.third(),
                        Double.POSITIVE_INFINITY);
        double least = positive && open.at(1e-4) < 0 ? 0 : low;
        assumed =
                Double.isFinite(least) && Double.isFinite(high)
                        ? "even between the quartiles and the limits"
                        : "a smooth distribution through the quartiles";
        return Distributions.quartiles(least, q.first(), q.median(), q.third(), high);
    }

    private Optional<QuantileFunction> withoutMean() {
        if (own.form().isEmpty()) {
            assumed = "even between the limits";
        }
        return own.form().filter(Form.TRIANGULAR::equals).isPresent()
                ? Distributions.triangular(low, (low + high) / 2, high)
                : Optional.of(Distributions.uniform(low, high));
    }

    private Optional<QuantileFunction> meanWithin(double mean) {
        if (own.form().filter(Form.TRIANGULAR::equals).isPresent()) {
            return Distributions.triangular(low, mean, high);
        }
        double sd = Distributions.plannersSd(low, high, mean);
        assumed =
                "a beta distribution between the limits with SD %s, as project planning (PERT) takes it"
                        .formatted(Shares.number(sd));
        return Distributions.beta(low, high, mean, sd);
    }

    /** Digits after the point: a twentieth of the spread can be seen, scores are whole. */
    int decimals() {
        Optional<Measurand> m = Measurands.bundled().find(own.id());
        if (m.isPresent()) {
            return m.get().decimals();
        }
        boolean whole = f.bounded() && whole(f.low()) && whole(f.high()) && f.high() - f.low() >= 4;
        if (whole && (own.unit().isEmpty() || own.unit().equals("{score}"))) {
            return 0;
        }
        double spread =
                f.sd().isPresent()
                        ? f.sd().getAsDouble()
                        : f.quartiles().isPresent()
                                ? f.quartiles().get().third() - f.quartiles().get().first()
                                : (f.high() - f.low()) / 5;
        return (int) Math.max(0, Math.min(6, Math.ceil(-Math.log10(spread / 20))));
    }

    private static boolean whole(double x) {
        return x == Math.rint(x);
    }
}
