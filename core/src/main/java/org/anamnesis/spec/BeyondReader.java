package org.anamnesis.spec;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import org.anamnesis.measure.UnitSystem;

/** What is asked beyond choosing and weighting people, from JSON values. */
final class BeyondReader {
    private final JsonFields fields;
    private final ConstraintReader criteria;

    BeyondReader(JsonFields fields, ConstraintReader criteria) {
        this.fields = fields;
        this.criteria = criteria;
    }

    Beyond beyond(Map<?, ?> map) {
        List<Overwrite> overwrites = new ArrayList<>();
        List<?> items = fields.list(map, "", "overwrites").orElse(List.of());
        for (int i = 0; i < items.size(); i++) {
            overwrite(items.get(i), "overwrites[" + i + "]").ifPresent(overwrites::add);
        }
        List<Own> own = new ArrayList<>();
        List<?> owned = fields.list(map, "", "own").orElse(List.of());
        for (int i = 0; i < owned.size(); i++) {
            own(owned.get(i), "own[" + i + "]").ifPresent(own::add);
        }
        return new Beyond(
                overwrites,
                timeline(map),
                own,
                units(map),
                new GroupsReader(fields, criteria).read(map),
                fields.flag(map, "", "names"),
                fields.flag(map, "", "gaps"),
                new StudiesReader(fields, criteria).read(map),
                Optional.empty());
    }

    private Optional<Overwrite> overwrite(Object item, String path) {
        if (!(item instanceof Map<?, ?> map)) {
            fields.type(
                    path, "an object with set, spread, sd, shape, skewness, missing or outliers");
            return Optional.empty();
        }
        String in = path + ".";
        if (map.containsKey("set")) {
            fields.known(map, in, "set", "value");
            Optional<Double> value = criteria.needed(map, in, "value");
            return fields.text(map, in, "set")
                    .flatMap(o -> value.map(v -> new Overwrite.SetValue(o, v)));
        }
        if (map.containsKey("sd")) {
            fields.known(map, in, "sd", "value");
            Optional<Double> value = within(map, in, "value", 1e-12, 1e12, "a number above 0");
            return fields.text(map, in, "sd")
                    .flatMap(o -> value.map(v -> new Overwrite.Deviation(o, v)));
        }
        if (map.containsKey("shape")) {
            fields.known(map, in, "shape", "form");
            Optional<Form> form = form(map, in);
            if (form.isEmpty()) {
                fields.type(in + "form", "a form");
            }
            return fields.text(map, in, "shape")
                    .flatMap(o -> form.map(f -> new Overwrite.Shaped(o, f)));
        }
        if (map.containsKey("spread")) {
            fields.known(map, in, "spread", "factor");
            Optional<Double> factor = within(map, in, "factor", 1e-9, 100, "a factor to 100");
            return fields.text(map, in, "spread")
                    .flatMap(o -> factor.map(f -> new Overwrite.Spread(o, f)));
        }
        if (map.containsKey("skewness")) {
            fields.known(map, in, "skewness", "factor");
            Optional<Double> factor = within(map, in, "factor", -10, 10, "a factor to 10");
            return fields.text(map, in, "skewness")
                    .flatMap(o -> factor.map(f -> new Overwrite.Skewed(o, f)));
        }
        Optional<Double> percent = percent(map, in);
        if (map.containsKey("outliers")) {
            fields.known(map, in, "outliers", "percent");
            return fields.text(map, in, "outliers")
                    .flatMap(o -> percent.map(p -> new Overwrite.Outliers(o, p)));
        }
        fields.known(map, in, "missing", "percent", "more");
        Optional<Criterion> more =
                map.containsKey("more")
                        ? criteria.criterion(map.get("more"), in + "more", 0)
                        : Optional.empty();
        return fields.text(map, in, "missing")
                .flatMap(o -> percent.map(p -> new Overwrite.Missing(o, p, more)));
    }

    private Optional<Own> own(Object item, String path) {
        if (!(item instanceof Map<?, ?> map)) {
            fields.type(path, "an object with number, flag or condition");
            return Optional.empty();
        }
        String in = path + ".";
        if (map.containsKey("number")) {
            return number(map, in);
        }
        boolean condition = map.containsKey("condition");
        String key = condition ? "condition" : "flag";
        fields.known(map, in, key, "name", "percent");
        Optional<String> id = id(map, in, key);
        Optional<String> name = fields.text(map, in, "name").or(() -> id);
        return percent(map, in)
                .flatMap(p -> id.flatMap(i -> name.map(n -> new Own.Flag(i, n, p, condition))));
    }

    private Optional<Own> number(Map<?, ?> map, String in) {
        fields.known(
                map,
                in,
                "number",
                "name",
                "unit",
                "mean",
                "sd",
                "quartiles",
                "low",
                "high",
                "form",
                "correlatedWith",
                "correlation");
        Optional<String> id = id(map, in, "number");
        Optional<String> name = fields.text(map, in, "name").or(() -> id);
        String unit = fields.text(map, in, "unit").orElse("");
        double low = fields.number(map, in, "low").orElse(Double.NEGATIVE_INFINITY);
        double high = fields.number(map, in, "high").orElse(Double.POSITIVE_INFINITY);
        Optional<Double> sd = fields.number(map, in, "sd");
        if (!(low < high)) {
            fields.type(in + "low", "a lower limit below the upper one");
            return Optional.empty();
        }
        if (sd.isPresent() && !(sd.get() > 0)) {
            fields.type(in + "sd", "a number above 0");
            return Optional.empty();
        }
        Figures figures =
                new Figures(
                        optional(fields.number(map, in, "mean")),
                        optional(sd),
                        quartiles(map, in),
                        low,
                        high);
        Optional<Form> form = form(map, in);
        Optional<Own.Link> link = link(map, in);
        if (!figures.enough()) {
            fields.type(in + "mean", "a mean with an SD, a mean with both limits, or quartiles");
            return Optional.empty();
        }
        return id.flatMap(i -> name.map(n -> new Own.Quantity(i, n, unit, figures, form, link)));
    }

    private static OptionalDouble optional(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private Optional<String> id(Map<?, ?> map, String in, String key) {
        Optional<String> id = fields.text(map, in, key);
        if (id.isPresent() && !id.get().matches("[a-z][a-z0-9_-]*")) {
            fields.type(in + key, "a name in small letters such as serum_copper");
            return Optional.empty();
        }
        return id;
    }

    private Optional<Figures.Quartiles> quartiles(Map<?, ?> map, String in) {
        Optional<List<?>> found = fields.list(map, in, "quartiles");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        double[] q =
                found.get().stream()
                        .filter(v -> v instanceof Number)
                        .mapToDouble(v -> ((Number) v).doubleValue())
                        .toArray();
        if (q.length != 3 || found.get().size() != 3 || !(q[0] < q[1] && q[1] < q[2])) {
            fields.type(in + "quartiles", "three numbers in rising order");
            return Optional.empty();
        }
        return Optional.of(new Figures.Quartiles(q[0], q[1], q[2]));
    }

    private Optional<Form> form(Map<?, ?> map, String in) {
        Optional<String> word = fields.text(map, in, "form");
        Optional<Form> form = word.flatMap(Form::of);
        if (word.isPresent() && form.isEmpty()) {
            fields.type(
                    in + "form",
                    "one of "
                            + String.join(
                                    ", ", Arrays.stream(Form.values()).map(Form::word).toList()));
        }
        return form;
    }

    private Optional<Own.Link> link(Map<?, ?> map, String in) {
        Optional<String> with = fields.text(map, in, "correlatedWith");
        if (with.isEmpty()) {
            return Optional.empty();
        }
        Optional<Double> value =
                within(map, in, "correlation", -0.999999, 0.999999, "a number between -1 and 1");
        return value.map(v -> new Own.Link(with.get(), v));
    }

    private Optional<Double> percent(Map<?, ?> map, String in) {
        return within(map, in, "percent", 0, 100, "a share of 0 to 100");
    }

    private Optional<Double> within(
            Map<?, ?> map, String in, String key, double low, double high, String wanted) {
        Optional<Double> value = criteria.needed(map, in, key);
        if (value.isPresent() && !(value.get() >= low && value.get() <= high)) {
            fields.type(in + key, wanted);
            return Optional.empty();
        }
        return value;
    }

    private Optional<Timeline> timeline(Map<?, ?> map) {
        Optional<Map<?, ?>> found = fields.object(map, "", "timeline");
        if (found.isEmpty()) {
            return Optional.empty();
        }
        fields.known(
                found.get(),
                "timeline.",
                "years",
                "visitsPerYear",
                "from",
                "without",
                "measured",
                "phases",
                "contacts");
        double years = fields.number(found.get(), "timeline.", "years").orElse(0.0);
        double visits = fields.number(found.get(), "timeline.", "visitsPerYear").orElse(0.0);
        if (!(years >= 0 && years <= 120 && visits >= 0 && visits <= 366)) {
            fields.type("timeline", "years up to 120 and visits up to 366 a year");
            return Optional.empty();
        }
        Set<Timeline.Absence> without = without(found.get());
        Map<String, Double> measured = measured(found.get());
        var parts = new RhythmReader(fields);
        List<Phase> phases = parts.phases(found.get());
        List<ContactCount> contacts = parts.contacts(found.get());
        return start(found.get())
                .map(s -> new Timeline(years, visits, s, without, measured, phases, contacts));
    }

    private Map<String, Double> measured(Map<?, ?> timeline) {
        Map<String, Double> all = new TreeMap<>();
        fields.object(timeline, "timeline.", "measured")
                .orElse(Map.of())
                .forEach(
                        (of, times) -> {
                            if (times instanceof Number n
                                    && n.doubleValue() > 0
                                    && n.doubleValue() <= Timeline.MOST) {
                                all.put(String.valueOf(of), n.doubleValue());
                            } else {
                                fields.type("timeline.measured." + of, "times a year, up to 366");
                            }
                        });
        return all;
    }

    private Set<Timeline.Absence> without(Map<?, ?> timeline) {
        Set<Timeline.Absence> all = EnumSet.noneOf(Timeline.Absence.class);
        for (Object item : fields.list(timeline, "timeline.", "without").orElse(List.of())) {
            Optional<Timeline.Absence> known =
                    Arrays.stream(Timeline.Absence.values())
                            .filter(a -> a.id().equals(item))
                            .findFirst();
            known.ifPresent(all::add);
            if (known.isEmpty()) {
                fields.type("timeline.without", "a list of emergency, hospital, afar, deaths");
            }
        }
        return all;
    }

    private Optional<Timeline.Start> start(Map<?, ?> timeline) {
        Optional<String> from = fields.text(timeline, "timeline.", "from");
        if (from.isEmpty()) {
            return Optional.of(Timeline.BEFORE);
        }
        if (from.get().equals(BeyondWriter.DIAGNOSIS)) {
            return Optional.of(Timeline.DIAGNOSIS);
        }
        if (from.get().equals(BeyondWriter.BIRTH)) {
            return Optional.of(Timeline.BIRTH);
        }
        try {
            return Optional.of(new Timeline.On(LocalDate.parse(from.get())));
        } catch (DateTimeParseException e) {
            fields.type("timeline.from", "a date such as 2019-01-01, diagnosis, or birth");
            return Optional.empty();
        }
    }

    private Units units(Map<?, ?> map) {
        Optional<Map<?, ?>> found = fields.object(map, "", "units");
        if (found.isEmpty()) {
            return Units.CANONICAL;
        }
        fields.known(found.get(), "units.", "system", "named");
        Optional<String> word = fields.text(found.get(), "units.", "system");
        Optional<UnitSystem> system =
                Arrays.stream(UnitSystem.values())
                        .filter(s -> word.filter(s.name()::equals).isPresent())
                        .findFirst();
        if (word.isPresent() && system.isEmpty()) {
            fields.type("units.system", "SI or US");
        }
        List<Units.Wanted> named = new ArrayList<>();
        for (Object item : fields.list(found.get(), "units.", "named").orElse(List.of())) {
            if (item instanceof List<?> pair
                    && pair.size() == 2
                    && pair.get(0) instanceof String of
                    && pair.get(1) instanceof String unit) {
                named.add(new Units.Wanted(of, unit));
            } else {
                fields.type("units.named", "pairs of an observation and a unit");
            }
        }
        return new Units(system, named);
    }
}
