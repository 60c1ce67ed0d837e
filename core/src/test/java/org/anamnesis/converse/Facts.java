package org.anamnesis.converse;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.ObservationChoice;
import org.anamnesis.spec.Overwrite;
import org.anamnesis.spec.Own;
import org.anamnesis.spec.StudyGroup;
import org.anamnesis.spec.Timeline;

/** A specification as the facts in which it differs from the default, for files of dialogues. */
final class Facts {
    private static final CohortSpec DEFAULT = CohortSpec.DEFAULT;
    private static final String SAME = "groups same ";

    private Facts() {}

    static Set<String> of(CohortSpec spec) {
        Set<String> facts = new TreeSet<>();
        if (!spec.population().equals(DEFAULT.population())) {
            facts.add("population " + spec.population());
        }
        if (spec.count() != DEFAULT.count()) {
            facts.add("count " + spec.count());
        }
        spec.condition().ifPresent(c -> facts.add("condition " + c));
        spec.constraints().forEach(c -> facts.add(of(c)));
        if (!spec.observations().equals(DEFAULT.observations())) {
            facts.add(of(spec.observations()));
        }
        for (Overwrite o : spec.beyond().overwrites()) {
            facts.add(of(o));
        }
        spec.beyond().own().forEach(o -> facts.add(plainMu(of(o))));
        spec.beyond().units().system().ifPresent(u -> facts.add("units " + u));
        spec.beyond()
                .units()
                .named()
                .forEach(w -> facts.add(plainMu("units " + w.observation() + " " + w.unit())));
        spec.beyond()
                .timeline()
                .ifPresent(
                        t -> {
                            if (t.years() > 0) {
                                facts.add("timeline " + number(t.years()) + " years");
                            }
                            if (t.start() instanceof Timeline.On on) {
                                int last = spec.indexDate().getYear();
                                facts.add("timeline from " + on.date().getYear() + " to " + last);
                            } else if (t.start() instanceof Timeline.Diagnosis) {
                                facts.add("timeline since diagnosis");
                            } else if (t.start() instanceof Timeline.Birth) {
                                facts.add("timeline since birth");
                            }
                            t.measured()
                                    .forEach(
                                            (of, n) ->
                                                    facts.add(
                                                            "measured "
                                                                    + of
                                                                    + " "
                                                                    + number(n)
                                                                    + " a year"));
                            if (t.visitsPerYear() > 0) {
                                facts.add("visits " + number(t.visitsPerYear()) + " a year");
                            }
                        });
        spec.beyond().groups().all().forEach(g -> facts.add(of(g)));
        spec.beyond().groups().same().forEach(v -> facts.add(SAME + v));
        spec.beyond().baseline().ifPresent(b -> facts.add("whatif"));
        if (spec.seed() != DEFAULT.seed()) {
            facts.add("seed " + spec.seed());
        }
        if (!spec.engine().equals(DEFAULT.engine())) {
            facts.add("engine " + spec.engine());
        }
        if (!spec.formats().equals(DEFAULT.formats())) {
            facts.add("formats " + sorted(spec.formats(), ","));
        }
        return facts;
    }

    /** "group 50 takes metformin", "group 25 has asthma & mean bmi 30". */
    private static String of(StudyGroup group) {
        return ("group "
                        + number(group.percent())
                        + " "
                        + group.constraints().stream()
                                .map(c -> of(c).replaceFirst("^require ", ""))
                                .sorted()
                                .collect(Collectors.joining(" & ")))
                .strip();
    }

    private static String of(Overwrite o) {
        if (o instanceof Overwrite.SetValue s) {
            return "set " + o.observation() + " " + number(s.value());
        } else if (o instanceof Overwrite.Spread s) {
            return "spread " + o.observation() + " *" + number(s.factor());
        } else if (o instanceof Overwrite.Deviation s) {
            return "sd " + o.observation() + " " + number(s.sd());
        } else if (o instanceof Overwrite.Shaped s) {
            return "shape " + o.observation() + " " + s.form().word();
        } else if (o instanceof Overwrite.Skewed s) {
            return "shape " + o.observation() + " skewed *" + number(s.factor());
        } else if (o instanceof Overwrite.Outliers s) {
            return "outliers " + o.observation() + " " + number(s.percent());
        }
        Overwrite.Missing m = (Overwrite.Missing) o;
        return "missing "
                + o.observation()
                + " "
                + number(m.percent())
                + m.more().map(c -> " more " + of(c)).orElse("");
    }

    private static String of(Own own) {
        if (own instanceof Own.Flag f) {
            return "own "
                    + (f.condition() ? "condition " : "flag ")
                    + f.id().replace('-', '_')
                    + " "
                    + number(f.percent());
        }
        Own.Quantity n = (Own.Quantity) own;
        StringBuilder fact = new StringBuilder("own " + n.id());
        fact.append(n.unit().isEmpty() || n.unit().startsWith("{") ? "" : " " + n.unit());
        n.figures().mean().ifPresent(m -> fact.append(" mean ").append(number(m)));
        n.figures().sd().ifPresent(m -> fact.append(" sd ").append(number(m)));
        n.figures()
                .quartiles()
                .ifPresent(
                        q ->
                                fact.append(" median ")
                                        .append(number(q.median()))
                                        .append(" iqr ")
                                        .append(number(q.first()))
                                        .append("..")
                                        .append(number(q.third())));
        if (Double.isFinite(n.figures().low()) || Double.isFinite(n.figures().high())) {
            fact.append(" range ")
                    .append(number(n.figures().low()))
                    .append("..")
                    .append(number(n.figures().high()));
        }
        n.form().ifPresent(f -> fact.append(" shape ").append(f.word()));
        n.link()
                .ifPresent(
                        l ->
                                fact.append(" correlate ")
                                        .append(l.with())
                                        .append(" ")
                                        .append(number(l.value())));
        return fact.toString();
    }

    /** One letter for micro, whichever of the three was typed. */
    private static String plainMu(String fact) {
        return fact.replace('µ', 'u').replace('μ', 'u');
    }

    private static String of(Constraint constraint) {
        if (constraint instanceof Constraint.Require r) {
            return "require " + of(r.criterion());
        } else if (constraint instanceof Constraint.Share s) {
            return "share " + number(s.percent()) + " " + of(s.criterion());
        } else if (constraint instanceof Constraint.Shift s) {
            String how =
                    s.plus() == 0
                            ? "*" + number(s.factor())
                            : (s.plus() > 0 ? "+" : "") + number(s.plus());
            return "shift " + s.observation() + " " + how;
        }
        if (constraint instanceof Constraint.Correlation c) {
            return "correlate "
                    + sorted(List.of(c.first(), c.second()), " ")
                    + " "
                    + number(c.value());
        }
        Constraint.Mean m = (Constraint.Mean) constraint;
        return "mean " + m.observation() + " " + number(m.value());
    }

    private static String of(Criterion criterion) {
        if (criterion instanceof Criterion.AgeBetween a) {
            return "age "
                    + (a.minYears() == 0 ? "" : a.minYears())
                    + "-"
                    + (a.maxYears() == 120 ? "" : a.maxYears());
        } else if (criterion instanceof Criterion.CategoryIn c) {
            return c.variable() + "=" + sorted(c.levels(), "|");
        } else if (criterion instanceof Criterion.HasCondition h) {
            return "has " + h.condition() + h.stage().map(s -> ":" + s).orElse("");
        } else if (criterion instanceof Criterion.TakesMedication t) {
            return "takes " + t.medication();
        } else if (criterion instanceof Criterion.Not n) {
            return "not " + of(n.inner());
        } else if (criterion instanceof Criterion.AtLeast some) {
            String all =
                    some.of().stream().map(Facts::of).sorted().collect(Collectors.joining("|"));
            return "atleast " + some.count() + " (" + all + ")";
        }
        Criterion.ObservationWithin o = (Criterion.ObservationWithin) criterion;
        String id = o.observation().equals("diabetes_duration") ? "duration" : o.observation();
        return id + " " + number(o.range().low()) + ".." + number(o.range().high());
    }

    private static String of(ObservationChoice o) {
        String named = o.named().isEmpty() ? "" : " +" + sorted(o.named(), ",");
        String dropped = o.dropped().isEmpty() ? "" : " -" + sorted(o.dropped(), ",");
        return o.count() == 0
                ? "observations only " + sorted(o.named(), ",")
                : "observations " + o.count() + named + dropped;
    }

    private static String sorted(List<String> all, String between) {
        return all.stream().sorted().collect(Collectors.joining(between));
    }

    private static String number(double value) {
        if (Double.isInfinite(value)) {
            return "";
        }
        double rounded = Math.round(value * 1e4) / 1e4;
        return rounded == Math.rint(rounded)
                ? String.valueOf((long) rounded)
                : String.valueOf(rounded);
    }

    /** Facts as they are written in a file, in the form of {@link #of(CohortSpec)}. */
    static Set<String> written(String line) {
        return Arrays.stream(line.split(";"))
                .map(String::strip)
                .filter(f -> !f.isEmpty())
                .flatMap(Facts::each)
                .map(Facts::canonical)
                .map(Facts::plainMu)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** "groups same age sex" are two facts. */
    private static Stream<String> each(String fact) {
        return fact.startsWith(SAME)
                ? Arrays.stream(fact.substring(SAME.length()).split("[ ,]+|&"))
                        .filter(v -> !v.isEmpty() && !v.equals("and"))
                        .map(v -> SAME + v)
                : Stream.of(fact);
    }

    /** How own variables were written before they were there: {@code variable "serum zinc" ...}. */
    private static String own(String fact) {
        int open = fact.indexOf('"');
        int close = fact.indexOf('"', open + 1);
        return fact.startsWith("variable ") && close > open
                ? "own "
                        + fact.substring(open + 1, close).replace(' ', '_')
                        + fact.substring(close + 1)
                : fact;
    }

    private static String canonical(String written) {
        String fact = own(written);
        StringBuilder out = new StringBuilder();
        for (String word : fact.split(" ")) {
            boolean first = out.length() == 0;
            String sign = word.startsWith("+") || word.startsWith("-") ? word.substring(0, 1) : "";
            String list = word.substring(sign.length());
            boolean ids = list.contains(",") && !list.matches(".*[0-9],[0-9].*");
            String w = ids && !first ? sign + sorted(List.of(list.split(",")), ",") : word;
            out.append(first ? "" : " ").append(w);
        }
        String text = out.toString();
        int equals = text.indexOf('=');
        if (equals > 0 && text.contains("|")) {
            text =
                    text.substring(0, equals + 1)
                            + sorted(List.of(text.substring(equals + 1).split("\\|")), "|");
        }
        if (text.startsWith("correlate ")) {
            String[] p = text.split(" ");
            text = "correlate " + sorted(List.of(p[1], p[2]), " ") + " " + p[3];
        }
        return text.startsWith("formats ") ? "formats " + text.substring(8) : text;
    }
}
