package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.anamnesis.table.Variable;

/** Each kind of rule as a JSON object, see {@link RuleJson}; the same for the same rule. */
final class RuleWriter implements TableRule.Cases<Map<String, Object>> {
    @Override
    public Map<String, Object> constant(ConstantRule rule) {
        String value = Values.text(rule.column(), rule.value());
        return text(
                "%s is always %s"
                        .formatted(
                                RuleWords.quoted(rule.target()),
                                rule.column().isCategory() ? RuleWords.value(value) : value));
    }

    @Override
    public Map<String, Object> formula(FormulaRule rule) {
        Map<String, Object> map = text(rule.text());
        map.put("inputs", rule.rounded() ? "rounded" : "exact");
        map.put("digits", rule.digits());
        return map;
    }

    @Override
    public Map<String, Object> lookup(LookupRule rule) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("column", rule.target());
        map.put("follows", rule.parent().name());
        List<Object> values = new ArrayList<>();
        new TreeMap<>(rule.table())
                .forEach(
                        (from, to) ->
                                values.add(
                                        List.of(
                                                value(rule.parent(), from),
                                                value(rule.column(), to))));
        map.put("values", values);
        return map;
    }

    @Override
    public Map<String, Object> bands(BandsRule rule) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("column", rule.target());
        map.put("bands of", rule.parent().name());
        map.put("cuts", rule.cuts());
        map.put("levels", rule.levels().stream().map(rule.column().levels()::get).toList());
        return map;
    }

    @Override
    public Map<String, Object> order(OrderRule rule) {
        return text(rule.text());
    }

    @Override
    public Map<String, Object> bounds(BoundsRule rule) {
        return text(rule.text());
    }

    @Override
    public Map<String, Object> onlyIf(OnlyIfRule rule) {
        return text(rule.text());
    }

    @Override
    public Map<String, Object> combination(CombinationRule rule) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("combinations of", rule.columns());
        List<Object> exist = new ArrayList<>();
        rule.seen().stream()
                .sorted(Comparator.comparing(Object::toString))
                .forEach(
                        one -> {
                            List<String> names = new ArrayList<>();
                            for (int k = 0; k < one.size(); k++) {
                                names.add(rule.categories().get(k).levels().get(one.get(k)));
                            }
                            exist.add(names);
                        });
        map.put("exist", exist);
        return map;
    }

    @Override
    public Map<String, Object> check(CheckRule rule) {
        return text(rule.text());
    }

    private static Map<String, Object> text(String rule) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("rule", rule);
        return map;
    }

    private static Object value(Variable of, double value) {
        return of.isCategory() ? of.levels().get((int) value) : (Object) value;
    }
}
