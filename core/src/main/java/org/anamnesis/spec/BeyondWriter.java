package org.anamnesis.spec;

import static org.anamnesis.spec.SpecWriter.list;
import static org.anamnesis.spec.SpecWriter.number;
import static org.anamnesis.spec.SpecWriter.object;
import static org.anamnesis.spec.SpecWriter.pair;
import static org.anamnesis.spec.SpecWriter.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes what is asked beyond choosing and weighting people; what was not asked leaves no line. */
final class BeyondWriter {
    /** A history from the onset of the condition on. */
    static final String DIAGNOSIS = "diagnosis";

    static final String BIRTH = "birth";

    private final SpecWriter criteria;

    BeyondWriter(SpecWriter criteria) {
        this.criteria = criteria;
    }

    void lines(Beyond beyond, List<String> lines) {
        several("overwrites", beyond.overwrites().stream().map(this::overwrite).toList(), lines);
        beyond.timeline().ifPresent(t -> lines.add(pair("timeline", timeline(t))));
        several("own", beyond.own().stream().map(BeyondWriter::own).toList(), lines);
        if (!beyond.units().equals(Units.CANONICAL)) {
            lines.add(pair("units", units(beyond.units())));
        }
        if (!beyond.groups().isEmpty()) {
            lines.add(pair("groups", groups(beyond.groups())));
        }
        if (beyond.names()) {
            lines.add(pair("names", "true"));
        }
        if (beyond.gaps()) {
            lines.add(pair("gaps", "true"));
        }
        several("studies", beyond.studies().stream().map(this::study).toList(), lines);
    }

    private String study(StudyOrder order) {
        List<String> pairs = new ArrayList<>();
        pairs.add(pair("kind", quoted(order.kind())));
        if (!order.among().isEmpty()) {
            List<String> all = order.among().stream().map(c -> c.match(criteria)).toList();
            pairs.add(pair("among", "[" + String.join(", ", all) + "]"));
        }
        pairs.add(pair("percent", number(order.percent())));
        if (!order.settings().isEmpty()) {
            pairs.add(pair("settings", texts(order.settings())));
        }
        if (!order.measurements().isEmpty()) {
            pairs.add(
                    pair(
                            "measurements",
                            object(
                                    order.measurements().entrySet().stream()
                                            .map(e -> pair(e.getKey(), number(e.getValue())))
                                            .toArray(String[]::new))));
        }
        if (!order.findings().isEmpty()) {
            List<String> all = order.findings().stream().map(BeyondWriter::shown).toList();
            pairs.add(pair("findings", "[" + String.join(", ", all) + "]"));
        }
        return object(pairs.toArray(String[]::new));
    }

    private static String shown(StudyOrder.Shown f) {
        List<String> pairs = new ArrayList<>();
        pairs.add(pair("finding", quoted(f.finding())));
        pairs.add(pair("percent", number(f.percent())));
        pairs.add(pair("details", texts(f.details())));
        if (f.beside()) {
            pairs.add(pair("beside", "true"));
        }
        return object(pairs.toArray(String[]::new));
    }

    private static String texts(Map<String, String> all) {
        return object(
                all.entrySet().stream()
                        .map(e -> pair(e.getKey(), quoted(e.getValue())))
                        .toArray(String[]::new));
    }

    private static void several(String key, List<String> all, List<String> lines) {
        if (!all.isEmpty()) {
            lines.add(pair(key, "[\n    " + String.join(",\n    ", all) + "\n  ]"));
        }
    }

    private static String timeline(Timeline t) {
        List<String> pairs = new ArrayList<>();
        pairs.add(pair("years", number(t.years())));
        pairs.add(pair("visitsPerYear", number(t.visitsPerYear())));
        if (t.start() instanceof Timeline.On on) {
            pairs.add(pair("from", quoted(on.date().toString())));
        } else if (t.start() instanceof Timeline.Diagnosis) {
            pairs.add(pair("from", quoted(DIAGNOSIS)));
        } else if (t.start() instanceof Timeline.Birth) {
            pairs.add(pair("from", quoted(BIRTH)));
        }
        if (!t.without().isEmpty()) {
            List<String> all = t.without().stream().map(a -> quoted(a.id())).toList();
            pairs.add(pair("without", "[" + String.join(", ", all) + "]"));
        }
        if (!t.measured().isEmpty()) {
            List<String> all = new ArrayList<>();
            t.measured().forEach((of, n) -> all.add(pair(of, number(n))));
            pairs.add(pair("measured", object(all.toArray(String[]::new))));
        }
        if (!t.phases().isEmpty()) {
            pairs.add(pair("phases", several(t.phases().stream().map(BeyondWriter::phase))));
        }
        if (!t.contacts().isEmpty()) {
            pairs.add(pair("contacts", several(t.contacts().stream().map(BeyondWriter::count))));
        }
        return object(pairs.toArray(String[]::new));
    }

    private static String several(Stream<String> all) {
        return all.collect(Collectors.joining(", ", "[", "]"));
    }

    private static String phase(Phase p) {
        return object(
                pair("of", quoted(p.of())),
                pair("perYear", number(p.perYear())),
                pair("years", number(p.years())));
    }

    private static String count(ContactCount c) {
        List<String> pairs = new ArrayList<>();
        pairs.add(pair("of", quoted(c.of().id())));
        pairs.add(pair("least", number(c.least())));
        if (c.most() < ContactCount.OPEN) {
            pairs.add(pair("most", number(c.most())));
        }
        if (c.yearly()) {
            pairs.add(pair("yearly", "true"));
        }
        c.share().ifPresent(s -> pairs.add(pair("share", number(s))));
        c.mean().ifPresent(m -> pairs.add(pair("mean", number(m))));
        return object(pairs.toArray(String[]::new));
    }

    private String overwrite(Overwrite o) {
        String of = quoted(o.observation());
        if (o instanceof Overwrite.SetValue s) {
            return object(pair("set", of), pair("value", number(s.value())));
        }
        if (o instanceof Overwrite.Spread s) {
            return object(pair("spread", of), pair("factor", number(s.factor())));
        }
        if (o instanceof Overwrite.Deviation s) {
            return object(pair("sd", of), pair("value", number(s.sd())));
        }
        if (o instanceof Overwrite.Shaped s) {
            return object(pair("shape", of), pair("form", quoted(s.form().word())));
        }
        if (o instanceof Overwrite.Skewed s) {
            return object(pair("skewness", of), pair("factor", number(s.factor())));
        }
        if (o instanceof Overwrite.Outliers s) {
            return object(pair("outliers", of), pair("percent", number(s.percent())));
        }
        Overwrite.Missing m = (Overwrite.Missing) o;
        List<String> pairs = new ArrayList<>();
        pairs.add(pair("missing", of));
        pairs.add(pair("percent", number(m.percent())));
        m.more().ifPresent(c -> pairs.add(pair("more", c.match(criteria))));
        return object(pairs.toArray(String[]::new));
    }

    private static String own(Own own) {
        List<String> pairs = new ArrayList<>();
        if (own instanceof Own.Flag f) {
            pairs.add(pair(f.condition() ? "condition" : "flag", quoted(f.id())));
            pairs.add(pair("name", quoted(f.name())));
            pairs.add(pair("percent", number(f.percent())));
            return object(pairs.toArray(String[]::new));
        }
        Own.Quantity n = (Own.Quantity) own;
        Figures figures = n.figures();
        pairs.add(pair("number", quoted(n.id())));
        pairs.add(pair("name", quoted(n.name())));
        pairs.add(pair("unit", quoted(n.unit())));
        some("mean", figures.mean(), pairs);
        some("sd", figures.sd(), pairs);
        figures.quartiles()
                .ifPresent(
                        q ->
                                pairs.add(
                                        pair(
                                                "quartiles",
                                                "[%s, %s, %s]"
                                                        .formatted(
                                                                number(q.first()),
                                                                number(q.median()),
                                                                number(q.third())))));
        some("low", finite(figures.low()), pairs);
        some("high", finite(figures.high()), pairs);
        n.form().ifPresent(f -> pairs.add(pair("form", quoted(f.word()))));
        n.link()
                .ifPresent(
                        l -> {
                            pairs.add(pair("correlatedWith", quoted(l.with())));
                            pairs.add(pair("correlation", number(l.value())));
                        });
        return object(pairs.toArray(String[]::new));
    }

    private static OptionalDouble finite(double end) {
        return Double.isFinite(end) ? OptionalDouble.of(end) : OptionalDouble.empty();
    }

    private static void some(String key, OptionalDouble value, List<String> pairs) {
        value.ifPresent(v -> pairs.add(pair(key, number(v))));
    }

    private static String units(Units units) {
        List<String> pairs = new ArrayList<>();
        units.system().ifPresent(s -> pairs.add(pair("system", quoted(s.name()))));
        List<String> named =
                units.named().stream().map(w -> list(List.of(w.observation(), w.unit()))).toList();
        pairs.add(pair("named", "[" + String.join(", ", named) + "]"));
        return object(pairs.toArray(String[]::new));
    }

    private String groups(Groups groups) {
        List<String> all = groups.all().stream().map(this::group).toList();
        return "{\n    \"all\": [\n      "
                + String.join(",\n      ", all)
                + "\n    ],\n    "
                + pair("same", list(groups.same()))
                + "\n  }";
    }

    private String group(StudyGroup g) {
        List<String> constraints = g.constraints().stream().map(c -> c.match(criteria)).toList();
        return object(
                pair("name", quoted(g.name())),
                pair("percent", number(g.percent())),
                pair("constraints", "[" + String.join(", ", constraints) + "]"));
    }
}
