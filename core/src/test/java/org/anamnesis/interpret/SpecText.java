package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.ObservationChoice;
import org.anamnesis.spec.SpecCheck;

/**
 * What comes of a message as one line, independent of the order of its words: "2000 of
 * type-2-diabetes; age 40-65; top 21 with potassium; ignored "left-handed"", "! codes" when it is
 * refused by the reader or by {@link SpecCheck}, "?" for a question.
 */
final class SpecText {
    private SpecText() {}

    static String of(Reading reading) {
        if (reading instanceof Reading.Question) {
            return "?";
        }
        if (reading instanceof Reading.NotUnderstood refused) {
            return codes(refused.problems());
        }
        Reading.Understood understood = (Reading.Understood) reading;
        CohortSpec spec = CohortSpec.DEFAULT;
        for (Reading.Quoted quoted : understood.edits()) {
            spec = quoted.edit().apply(spec);
        }
        List<Problem> problems = SpecCheck.problems(spec);
        if (!problems.isEmpty()) {
            return codes(problems);
        }
        String text = of(spec);
        for (String ignored : understood.ignored()) {
            text += "; ignored \"" + ignored + "\"";
        }
        return text;
    }

    private static String codes(List<Problem> problems) {
        return "! " + String.join(" ", problems.stream().map(Problem::code).sorted().toList());
    }

    static String of(CohortSpec spec) {
        List<String> parts = new ArrayList<>();
        parts.add(spec.count() + spec.condition().map(c -> " of " + c).orElse(""));
        List<String> rest = new ArrayList<>(spec.constraints().stream().map(SpecText::of).toList());
        if (!spec.engine().equals("trees")) {
            rest.add("engine " + spec.engine());
        }
        if (!spec.formats().equals(CohortSpec.DEFAULT.formats())) {
            rest.add("formats " + String.join(" ", spec.formats()));
        }
        if (spec.seed() != CohortSpec.DEFAULT.seed()) {
            rest.add("seed " + spec.seed());
        }
        parts.addAll(rest.stream().sorted().toList());
        if (!spec.observations().equals(CohortSpec.DEFAULT.observations())) {
            parts.add(of(spec.observations()));
        }
        return String.join("; ", parts);
    }

    private static String of(ObservationChoice choice) {
        String named = String.join(" ", choice.named());
        String dropped = String.join(" ", choice.dropped());
        String text = choice.count() == 0 ? "only " + named : "top " + choice.count();
        text += choice.count() == 0 || named.isEmpty() ? "" : " with " + named;
        return text + (dropped.isEmpty() ? "" : " drop " + dropped);
    }

    private static String of(Constraint constraint) {
        return constraint.match(
                new Constraint.Cases<>() {
                    @Override
                    public String require(Constraint.Require asked) {
                        return of(asked.criterion());
                    }

                    @Override
                    public String share(Constraint.Share asked) {
                        double rounded = Math.round(asked.percent() * 1000) / 1000.0;
                        return number(rounded) + "% " + of(asked.criterion());
                    }

                    @Override
                    public String mean(Constraint.Mean asked) {
                        return "mean " + asked.observation() + " " + number(asked.value());
                    }
                });
    }

    static String of(Criterion criterion) {
        return criterion.match(
                new Criterion.Cases<>() {
                    @Override
                    public String age(Criterion.AgeBetween asked) {
                        return "age " + asked.minYears() + "-" + asked.maxYears();
                    }

                    @Override
                    public String category(Criterion.CategoryIn asked) {
                        Stream<String> levels = asked.levels().stream().sorted();
                        return asked.variable() + " " + String.join("+", levels.toList());
                    }

                    @Override
                    public String condition(Criterion.HasCondition asked) {
                        String stage = asked.stage().map(s -> " stage " + s).orElse("");
                        return "has " + asked.condition() + stage;
                    }

                    @Override
                    public String observation(Criterion.ObservationWithin asked) {
                        return asked.observation()
                                + " "
                                + number(asked.range().low())
                                + ".."
                                + number(asked.range().high());
                    }

                    @Override
                    public String medication(Criterion.TakesMedication asked) {
                        return "takes " + asked.medication();
                    }

                    @Override
                    public String not(Criterion.Not asked) {
                        return "not " + of(asked.inner());
                    }
                });
    }

    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return "";
        }
        return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
    }
}
