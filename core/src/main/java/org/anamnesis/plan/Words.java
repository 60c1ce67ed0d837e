package org.anamnesis.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anamnesis.code.Catalogue;
import org.anamnesis.code.Concept;
import org.anamnesis.code.RecordOnly;
import org.anamnesis.measure.Measurands;
import org.anamnesis.measure.QuantityRange;
import org.anamnesis.measure.TimeUnits;
import org.anamnesis.measure.UnitNames;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Groups;
import org.anamnesis.spec.Overwrite;
import org.anamnesis.spec.Phase;
import org.anamnesis.spec.StudyGroup;
import org.anamnesis.spec.Timeline;

/**
 * Criteria and constraints in words for the user: "HbA1c of at least 8 %", "60 % with sex female".
 */
public final class Words implements Criterion.Cases<String> {
    private static final Words CRITERION = new Words();

    private Words() {}

    public static String of(Criterion criterion) {
        return criterion.match(CRITERION);
    }

    public static String of(Constraint constraint) {
        return constraint.match(
                new Constraint.Cases<>() {
                    @Override
                    public String require(Constraint.Require asked) {
                        return of(asked.criterion());
                    }

                    @Override
                    public String share(Constraint.Share asked) {
                        String of = of(asked.criterion());
                        String with =
                                of.startsWith("on ") || of.startsWith("not on ") ? "" : "with ";
                        return Shares.number(asked.percent()) + " % " + with + of;
                    }

                    @Override
                    public String mean(Constraint.Mean asked) {
                        return "mean "
                                + name(asked.observation())
                                + " "
                                + Shares.number(asked.value());
                    }

                    @Override
                    public String correlation(Constraint.Correlation asked) {
                        return "rank correlation of %s and %s %s"
                                .formatted(
                                        name(asked.first()),
                                        name(asked.second()),
                                        Shares.number(asked.value()));
                    }

                    @Override
                    public String shift(Constraint.Shift asked) {
                        return shifted(asked);
                    }
                });
    }

    /** "potassium set to 5.5 mmol/L", "5 % of potassium missing". */
    public static String of(Overwrite o) {
        String name = name(o.observation());
        if (o instanceof Overwrite.SetValue s) {
            return name + " set to " + Shares.number(s.value()) + unit(o.observation());
        }
        if (o instanceof Overwrite.Spread s) {
            return "spread of " + name + " times " + Shares.number(s.factor());
        }
        if (o instanceof Overwrite.Deviation s) {
            return "SD of " + name + " " + Shares.number(s.sd());
        }
        if (o instanceof Overwrite.Shaped s) {
            return s.form().word() + " distribution of " + name;
        }
        if (o instanceof Overwrite.Skewed s) {
            return "skewness of " + name + " times " + Shares.number(s.factor());
        }
        if (o instanceof Overwrite.Outliers s) {
            return "outliers of " + name + " in " + Shares.number(s.percent()) + " %";
        }
        Overwrite.Missing m = (Overwrite.Missing) o;
        return Shares.number(m.percent())
                + " % of "
                + (m.ofEach() ? "each observation" : name)
                + " missing"
                + m.more().map(c -> ", twice as often with " + of(c)).orElse("");
    }

    /** "groups: metformin 50 % (on Metformin), insulin 50 % (on Insulin); same age". */
    public static String of(Groups groups) {
        List<String> all = groups.all().stream().map(Words::of).toList();
        List<String> same = groups.same().stream().map(v -> name(v).replace('_', ' ')).toList();
        return all.isEmpty()
                ? "no groups"
                : "groups: "
                        + String.join(", ", all)
                        + (same.isEmpty() ? "" : "; same " + String.join(" and ", same));
    }

    private static String of(StudyGroup g) {
        List<String> asked = g.constraints().stream().map(Words::of).toList();
        return g.name()
                + " "
                + Shares.number(g.percent())
                + " %"
                + (asked.isEmpty() ? "" : " (" + String.join(", ", asked) + ")");
    }

    /** "5 years of history, 4 visits a year, no emergency visits". */
    public static String of(Timeline t) {
        String years = t.years() > 0 ? Shares.number(t.years()) + " years of history" : "";
        if (t.start() instanceof Timeline.On on) {
            years = "history from " + on.date() + " on";
        } else if (t.start() instanceof Timeline.Birth) {
            years = "history from birth on";
        } else if (t.start() instanceof Timeline.Diagnosis) {
            years = "history from the diagnosis on";
        }
        List<String> parts = new ArrayList<>(List.of(years));
        if (Rhythms.visits(t).most() > 0) {
            parts.add(Rhythms.of(Phase.VISITS, t.phases(Phase.VISITS), t.visitsPerYear()));
        }
        Rhythms.measured(t)
                .forEach((of, pace) -> parts.add(Rhythms.of(of, t.phases(of), pace.then())));
        t.contacts().forEach(c -> parts.add(Rhythms.of(c)));
        t.without().forEach(a -> parts.add("no " + a.label()));
        parts.removeIf(String::isEmpty);
        return String.join(", ", parts);
    }

    /**
     * "mean weight 10 % higher than it would be", "mean triglycerides 0.5 times what it would be".
     */
    private static String shifted(Constraint.Shift asked) {
        double percent = 100 * (asked.factor() - 1);
        List<String> parts = new ArrayList<>();
        if (Math.abs(percent) >= 100 || percent <= -50) {
            parts.add(Shares.number(asked.factor()) + " times what it would be");
        } else if (percent != 0) {
            parts.add(Shares.number(Math.abs(percent)) + (percent > 0 ? " % higher" : " % lower"));
        }
        if (asked.plus() != 0) {
            parts.add(
                    Shares.number(Math.abs(asked.plus()))
                            + unit(asked.observation())
                            + (asked.plus() > 0 ? " higher" : " lower"));
        }
        String how = parts.isEmpty() ? "as it is" : String.join(", ", parts);
        boolean compared = how.endsWith("higher") || how.endsWith("lower");
        return "mean "
                + name(asked.observation())
                + " "
                + how
                + (compared ? " than it would be" : "");
    }

    private static String unit(String observation) {
        return observation.equals("age")
                ? " years"
                : Measurands.bundled()
                        .find(observation)
                        .map(m -> m.unit().equals("%") ? " points" : " " + m.unit())
                        .orElse("");
    }

    @Override
    public String age(Criterion.AgeBetween asked) {
        return asked.maxYears() >= 120
                ? "age %d and older".formatted(asked.minYears())
                : asked.minYears() == 0
                        ? "age up to %d".formatted(asked.maxYears())
                        : "age %d to %d".formatted(asked.minYears(), asked.maxYears());
    }

    @Override
    public String category(Criterion.CategoryIn asked) {
        return asked.variable().replace('_', ' ') + " " + String.join(" or ", asked.levels());
    }

    @Override
    public String condition(Criterion.HasCondition asked) {
        return name(asked.condition()).toLowerCase(Locale.ROOT)
                + asked.stage().map(s -> " stage " + s).orElse("");
    }

    @Override
    public String observation(Criterion.ObservationWithin asked) {
        QuantityRange r = asked.range();
        boolean date = r.unit().equals(UnitNames.DATE);
        String unit = r.unit().isEmpty() || date ? "" : " " + TimeUnits.said(r.unit());
        String name = name(asked.observation());
        if (Double.isInfinite(r.low())) {
            return name + " at most " + end(r.high(), date) + unit;
        }
        if (r.low() == r.high()) {
            return name + " " + end(r.low(), date) + unit;
        }
        return Double.isInfinite(r.high())
                ? name + " at least " + end(r.low(), date) + unit
                : name + " " + end(r.low(), date) + " to " + end(r.high(), date) + unit;
    }

    private static String end(double value, boolean date) {
        return date ? LocalDate.ofEpochDay((long) value).toString() : Shares.number(value);
    }

    @Override
    public String medication(Criterion.TakesMedication asked) {
        return "on " + name(asked.medication());
    }

    @Override
    public String not(Criterion.Not asked) {
        return "not " + asked.inner().match(this);
    }

    @Override
    public String atLeast(Criterion.AtLeast asked) {
        List<String> had =
                asked.of().stream()
                        .filter(c -> c instanceof Criterion.Not)
                        .map(c -> ((Criterion.Not) c).inner().match(this))
                        .toList();
        if (had.size() == asked.of().size() && asked.count() == had.size() - 1) {
            return "no more than one of: " + String.join(", ", had);
        }
        return asked.among(asked.of().stream().map(c -> c.match(this)).toList());
    }

    /** Name of a concept, or the id itself. */
    public static String named(String id) {
        return name(id);
    }

    public static String name(String id) {
        if (id.equals("diabetes_duration")) {
            return "years since diagnosis";
        }
        return id.equals("age")
                ? "age"
                : Catalogue.bundled()
                        .find(id)
                        .or(() -> RecordOnly.find(id).map(RecordOnly::concept))
                        .map(Concept::name)
                        .orElse(id);
    }
}
