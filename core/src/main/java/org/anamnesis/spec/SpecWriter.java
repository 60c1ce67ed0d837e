package org.anamnesis.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anamnesis.measure.QuantityRange;

/** Writes a specification by hand, so that order and layout never depend on a library. */
final class SpecWriter implements Constraint.Cases<String>, Criterion.Cases<String> {
    String write(CohortSpec spec, Said said) {
        List<String> lines = new ArrayList<>();
        lines.add(pair("version", String.valueOf(CohortSpec.VERSION)));
        return body(lines, spec, said);
    }

    private String body(List<String> lines, CohortSpec spec, Said said) {
        lines.add(pair("count", String.valueOf(spec.count())));
        spec.condition().ifPresent(c -> lines.add(pair("condition", quoted(c))));
        lines.add(pair("population", quoted(spec.population())));
        if (Populations.borrowed(spec)) {
            lines.add(pair("basis", quoted(Populations.BASIS)));
        }
        List<String> constraints = spec.constraints().stream().map(c -> c.match(this)).toList();
        lines.add(
                pair(
                        "constraints",
                        constraints.isEmpty()
                                ? "[]"
                                : "[\n    " + String.join(",\n    ", constraints) + "\n  ]"));
        ObservationChoice o = spec.observations();
        lines.add(
                pair(
                        "observations",
                        object(
                                pair("count", String.valueOf(o.count())),
                                pair("named", list(o.named())),
                                pair("dropped", list(o.dropped())))));
        lines.add(pair("indexDate", quoted(spec.indexDate().toString())));
        lines.add(pair("seed", String.valueOf(spec.seed())));
        lines.add(pair("engine", quoted(spec.engine())));
        lines.add(pair("formats", list(spec.formats())));
        new BeyondWriter(this).lines(spec.beyond(), lines);
        spec.beyond()
                .baseline()
                .ifPresent(
                        b ->
                                lines.add(
                                        pair(
                                                "baseline",
                                                body(new ArrayList<>(), b.spec(), b.said())
                                                        .strip()
                                                        .replace("\n", "\n  "))));
        if (!said.equals(Said.NOTHING)) {
            lines.add(
                    pair(
                            "said",
                            "{\n    "
                                    + String.join(
                                            ",\n    ",
                                            pair("messages", list(said.messages())),
                                            pair("assumed", list(said.assumed())),
                                            pair("ignored", list(said.ignored())))
                                    + "\n  }"));
        }
        return "{\n  " + String.join(",\n  ", lines) + "\n}\n";
    }

    @Override
    public String require(Constraint.Require asked) {
        return object(pair("require", asked.criterion().match(this)));
    }

    @Override
    public String share(Constraint.Share asked) {
        return object(
                pair("share", asked.criterion().match(this)),
                pair("percent", number(asked.percent())));
    }

    @Override
    public String mean(Constraint.Mean asked) {
        return object(
                pair("mean", quoted(asked.observation())), pair("value", number(asked.value())));
    }

    @Override
    public String shift(Constraint.Shift asked) {
        return object(
                pair("shift", quoted(asked.observation())),
                pair("factor", number(asked.factor())),
                pair("plus", number(asked.plus())));
    }

    @Override
    public String correlation(Constraint.Correlation asked) {
        return object(
                pair("correlation", list(List.of(asked.first(), asked.second()))),
                pair("value", number(asked.value())));
    }

    @Override
    public String age(Criterion.AgeBetween asked) {
        return object(pair("age", "[" + asked.minYears() + ", " + asked.maxYears() + "]"));
    }

    @Override
    public String category(Criterion.CategoryIn asked) {
        return object(
                pair("category", quoted(asked.variable())), pair("levels", list(asked.levels())));
    }

    @Override
    public String condition(Criterion.HasCondition asked) {
        String condition = pair("condition", quoted(asked.condition()));
        return asked.stage()
                .map(s -> object(condition, pair("stage", quoted(s))))
                .orElseGet(() -> object(condition));
    }

    @Override
    public String observation(Criterion.ObservationWithin asked) {
        QuantityRange r = asked.range();
        List<String> pairs = new ArrayList<>();
        pairs.add(pair("observation", quoted(asked.observation())));
        // an open end is left out: JSON has no infinity
        if (!Double.isInfinite(r.low())) {
            pairs.add(pair("low", number(r.low())));
        }
        if (!Double.isInfinite(r.high())) {
            pairs.add(pair("high", number(r.high())));
        }
        pairs.add(pair("unit", quoted(r.unit())));
        return object(pairs.toArray(String[]::new));
    }

    @Override
    public String medication(Criterion.TakesMedication asked) {
        return object(pair("medication", quoted(asked.medication())));
    }

    @Override
    public String not(Criterion.Not asked) {
        return object(pair("not", asked.inner().match(this)));
    }

    @Override
    public String atLeast(Criterion.AtLeast asked) {
        List<String> of = asked.of().stream().map(c -> c.match(this)).toList();
        return object(
                pair("atLeast", String.valueOf(asked.count())),
                pair("of", "[" + String.join(", ", of) + "]"));
    }

    static String object(String... pairs) {
        return "{" + String.join(", ", pairs) + "}";
    }

    static String pair(String key, String value) {
        return quoted(key) + ": " + value;
    }

    static String list(List<String> all) {
        return "[" + String.join(", ", all.stream().map(SpecWriter::quoted).toList()) + "]";
    }

    /** Whole numbers without a point; every other one so that it reads back the same. */
    static String number(double value) {
        boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
        return whole ? String.valueOf((long) value) : String.valueOf(value);
    }

    static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        return out.append('"').toString();
    }
}
