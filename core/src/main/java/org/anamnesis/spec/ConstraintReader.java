package org.anamnesis.spec;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.measure.QuantityRange;

/** Constraints and criteria from JSON values. */
final class ConstraintReader {
    /** Nobody writes more negations; a file that does is an attack on the stack. */
    private static final int DEEPEST = 20;

    /** Criteria of which some must hold. */
    private static final int MOST = 50;

    private final JsonFields fields;

    ConstraintReader(JsonFields fields) {
        this.fields = fields;
    }

    Optional<Constraint> constraint(Object item, String path) {
        if (!(item instanceof Map<?, ?> map)) {
            fields.type(path, "an object with require, share, mean, shift or correlation");
            return Optional.empty();
        }
        String in = path + ".";
        if (map.containsKey("require")) {
            fields.known(map, in, "require");
            return criterion(map.get("require"), in + "require", 0).map(Constraint.Require::new);
        }
        if (map.containsKey("share")) {
            fields.known(map, in, "share", "percent");
            Optional<Criterion> of = criterion(map.get("share"), in + "share", 0);
            Optional<Double> percent = needed(map, in, "percent");
            if (percent.isPresent() && !(percent.get() >= 0 && percent.get() <= 100)) {
                fields.type(in + "percent", "a share from 0 to 100");
                return Optional.empty();
            }
            return of.flatMap(c -> percent.map(p -> new Constraint.Share(c, p)));
        }
        if (map.containsKey("mean")) {
            fields.known(map, in, "mean", "value");
            Optional<String> of = fields.text(map, in, "mean");
            Optional<Double> value = needed(map, in, "value");
            return of.flatMap(o -> value.map(v -> new Constraint.Mean(o, v)));
        }
        if (map.containsKey("shift")) {
            fields.known(map, in, "shift", "factor", "plus");
            return shift(map, in);
        }
        if (map.containsKey("correlation")) {
            fields.known(map, in, "correlation", "value");
            return correlation(map, in);
        }
        fields.type(path, "an object with require, share, mean, shift or correlation");
        return Optional.empty();
    }

    private Optional<Constraint> correlation(Map<?, ?> map, String in) {
        Optional<List<String>> pair = fields.texts(map, in, "correlation");
        Optional<Double> value = needed(map, in, "value");
        boolean two = pair.isPresent() && pair.get().size() == 2;
        if (!two) {
            fields.type(in + "correlation", "a list of two observations");
        }
        if (value.isPresent() && !(Math.abs(value.get()) < 1)) {
            fields.type(in + "value", "a number between -1 and 1");
        } else if (two && value.isPresent()) {
            return Optional.of(
                    new Constraint.Correlation(pair.get().get(0), pair.get().get(1), value.get()));
        }
        return Optional.empty();
    }

    private Optional<Constraint> shift(Map<?, ?> map, String in) {
        Optional<String> of = fields.text(map, in, "shift");
        Optional<Double> factor = needed(map, in, "factor");
        Optional<Double> plus = needed(map, in, "plus");
        if (factor.isPresent() && !(factor.get() > 0)) {
            fields.type(in + "factor", "a number above 0");
            return Optional.empty();
        }
        return of.flatMap(o -> factor.flatMap(f -> plus.map(p -> new Constraint.Shift(o, f, p))));
    }

    Optional<Double> needed(Map<?, ?> map, String path, String key) {
        if (!map.containsKey(key)) {
            fields.type(path + key, "a number");
        }
        return fields.number(map, path, key);
    }

    Optional<Criterion> criterion(Object item, String path, int depth) {
        if (!(item instanceof Map<?, ?> map) || depth > DEEPEST) {
            fields.type(path, "a criterion");
            return Optional.empty();
        }
        String in = path + ".";
        if (map.containsKey("age")) {
            fields.known(map, in, "age");
            return age(map.get("age"), in + "age");
        }
        if (map.containsKey("category")) {
            fields.known(map, in, "category", "levels");
            return category(map, in);
        }
        if (map.containsKey("condition")) {
            fields.known(map, in, "condition", "stage");
            Optional<String> stage = fields.text(map, in, "stage");
            return fields.text(map, in, "condition").map(c -> new Criterion.HasCondition(c, stage));
        }
        if (map.containsKey("observation")) {
            fields.known(map, in, "observation", "low", "high", "unit");
            return observation(map, in);
        }
        if (map.containsKey("medication")) {
            fields.known(map, in, "medication");
            return fields.text(map, in, "medication").map(Criterion.TakesMedication::new);
        }
        if (map.containsKey("not")) {
            fields.known(map, in, "not");
            return criterion(map.get("not"), in + "not", depth + 1).map(Criterion.Not::new);
        }
        if (map.containsKey("atLeast")) {
            fields.known(map, in, "atLeast", "of");
            return atLeast(map, in, depth);
        }
        fields.type(
                path,
                "a criterion with age, category, condition, observation, medication, not or atLeast");
        return Optional.empty();
    }

    private Optional<Criterion> atLeast(Map<?, ?> map, String in, int depth) {
        List<?> items = map.get("of") instanceof List<?> l ? l : List.of();
        if (items.size() < 2 || items.size() > MOST) {
            fields.type(in + "of", "a list of 2 to %d criteria".formatted(MOST));
            return Optional.empty();
        }
        List<Criterion> of = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            criterion(items.get(i), in + "of[" + i + "]", depth + 1).ifPresent(of::add);
        }
        boolean count = map.get("atLeast") instanceof Integer n && n >= 1 && n <= items.size();
        if (!count) {
            fields.type(in + "atLeast", "a whole number from 1 to the number of criteria");
        }
        return count && of.size() == items.size()
                ? Optional.of(new Criterion.AtLeast((Integer) map.get("atLeast"), of))
                : Optional.empty();
    }

    private Optional<Criterion> age(Object value, String path) {
        boolean pair =
                value instanceof List<?> l
                        && l.size() == 2
                        && l.stream().allMatch(Integer.class::isInstance);
        if (!pair) {
            fields.type(path, "two whole ages, youngest first");
            return Optional.empty();
        }
        int low = (Integer) ((List<?>) value).get(0);
        int high = (Integer) ((List<?>) value).get(1);
        if (low < 0 || high < low) {
            fields.type(path, "two whole ages, youngest first");
            return Optional.empty();
        }
        return Optional.of(new Criterion.AgeBetween(low, high));
    }

    private Optional<Criterion> category(Map<?, ?> map, String in) {
        Optional<String> variable = fields.text(map, in, "category");
        Optional<List<String>> levels = fields.texts(map, in, "levels");
        if (levels.isEmpty() || levels.get().isEmpty()) {
            fields.type(in + "levels", "a list of one level or more");
            return Optional.empty();
        }
        return variable.map(v -> new Criterion.CategoryIn(v, levels.get()));
    }

    private Optional<Criterion> observation(Map<?, ?> map, String in) {
        Optional<String> id = fields.text(map, in, "observation");
        Optional<String> unit = fields.text(map, in, "unit");
        double low = fields.number(map, in, "low").orElse(Double.NEGATIVE_INFINITY);
        double high = fields.number(map, in, "high").orElse(Double.POSITIVE_INFINITY);
        if (unit.isEmpty()) {
            fields.type(in + "unit", "a unit, for example mg/dL");
            return Optional.empty();
        }
        if (low > high) {
            fields.type(in + "low", "a lower limit not above the upper one");
            return Optional.empty();
        }
        return id.map(
                o -> new Criterion.ObservationWithin(o, new QuantityRange(low, high, unit.get())));
    }
}
