package org.anamnesis.learn;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.table.Variable;

/**
 * Rules as JSON values (maps, lists, texts, numbers), a list that users may edit: most are one
 * text, as they are stated; lookups, bands and combinations list their values.
 *
 * <pre>
 * {"rule": "BMI = 10000 * Weight / Height^2", "inputs": "rounded", "rows": 6115, "breaking": 0}
 * {"column": "name", "follows": "code", "values": [["1", "Emergency"], ["2", "Urgent"]]}
 * {"column": "age group", "bands of": "age", "cuts": [18, 65], "levels": ["child", "adult", "old"]}
 * {"combinations of": ["region", "district"], "exist": [["north", "1"], ["south", "2"]]}
 * </pre>
 *
 * <p>{@code rows}, {@code breaking}, {@code accident} and {@code from} may be left out by hand.
 */
public final class RuleJson {
    private RuleJson() {}

    /** A list of maps, for {@code JSON.std} or a part of a larger file. */
    public static List<Object> write(List<KnownRule> rules) {
        List<Object> out = new ArrayList<>();
        for (KnownRule k : rules) {
            Map<String, Object> map = new LinkedHashMap<>(k.rule().match(new RuleWriter()));
            map.put("from", k.origin().name().toLowerCase(Locale.ROOT));
            map.put("rows", k.evidence().checked());
            map.put("breaking", k.evidence().breaking());
            map.put("accident", k.evidence().accident());
            out.add(map);
        }
        return out;
    }

    /**
     * Reads what {@link #write} made or a user edited.
     *
     * @param json as a JSON reader gives it
     * @param variables columns of the table
     * @throws RequestException with every problem: columns or values that the table does not have,
     *     texts that are no rule
     */
    public static List<KnownRule> read(Object json, List<Variable> variables) {
        List<Problem> problems = new ArrayList<>();
        List<KnownRule> out = new ArrayList<>();
        if (!(json instanceof List<?> list)) {
            throw new RequestException(
                    List.of(problem("rules", "The rules are not a list.", "[ ... ]")));
        }
        for (int i = 0; i < list.size(); i++) {
            String where = "rules[" + i + "]";
            if (list.get(i) instanceof String text) {
                rule(Map.of("rule", text), variables, where, problems).ifPresent(out::add);
            } else if (list.get(i) instanceof Map<?, ?> map) {
                rule(map, variables, where, problems).ifPresent(out::add);
            } else {
                problems.add(problem(where, "It is no rule.", "{\"rule\": \"a < b\"}"));
            }
        }
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        return out;
    }

    private static Optional<KnownRule> rule(
            Map<?, ?> map, List<Variable> variables, String where, List<Problem> problems) {
        try {
            TableRule rule = parsed(map, variables, where);
            return Optional.of(new KnownRule(rule, evidence(map), origin(map)));
        } catch (NotARuleException e) {
            problems.add(e.problem());
        } catch (IllegalArgumentException e) {
            // what the constructors of rules refuse: cuts that go down, a column from itself
            problems.add(problem(where, "Its parts do not fit together.", "the rule as it was"));
        }
        return Optional.empty();
    }

    private static TableRule parsed(Map<?, ?> map, List<Variable> variables, String where)
            throws NotARuleException {
        if (map.get("rule") instanceof String text) {
            return text(map, text, variables);
        } else if (map.containsKey("follows")) {
            Variable column = column(map.get("column"), variables, where);
            Variable parent = column(map.get("follows"), variables, where);
            Map<Double, Double> table = new HashMap<>();
            for (Object entry : list(map.get("values"), where)) {
                List<?> pair = list(entry, where);
                size(pair, 2, where);
                table.put(value(parent, pair.get(0), where), value(column, pair.get(1), where));
            }
            return new LookupRule(column, parent, table);
        } else if (map.containsKey("bands of")) {
            Variable column = column(map.get("column"), variables, where);
            List<Double> cuts = new ArrayList<>();
            for (Object cut : list(map.get("cuts"), where)) {
                cuts.add(number(cut, where));
            }
            List<Integer> levels = new ArrayList<>();
            for (Object level : list(map.get("levels"), where)) {
                levels.add((int) value(column, level, where));
            }
            return new BandsRule(
                    column, column(map.get("bands of"), variables, where), cuts, levels);
        } else if (map.containsKey("combinations of")) {
            return combination(map, variables, where);
        }
        throw no(where, "It is no rule.", "{\"rule\": \"a < b\"}");
    }

    private static TableRule text(Map<?, ?> map, String text, List<Variable> variables)
            throws NotARuleException {
        StatedRuleReader.Read read = StatedRuleReader.read(text, variables);
        if (!(read instanceof StatedRuleReader.Read.Whole whole)) {
            throw no(text, "The values are not listed.", "{\"column\": ..., \"follows\": ...}");
        }
        if (whole.rule() instanceof FormulaRule f) {
            boolean rounded = !"exact".equals(map.get("inputs"));
            int digits =
                    map.get("digits") instanceof Number n
                            ? Math.max(0, Math.min(15, n.intValue()))
                            : f.digits();
            return f.with(rounded, digits);
        }
        return whole.rule();
    }

    private static TableRule combination(Map<?, ?> map, List<Variable> variables, String where)
            throws NotARuleException {
        List<Variable> categories = new ArrayList<>();
        for (Object name : list(map.get("combinations of"), where)) {
            categories.add(column(name, variables, where));
        }
        Set<List<Integer>> seen = new HashSet<>();
        for (Object entry : list(map.get("exist"), where)) {
            List<?> one = list(entry, where);
            size(one, categories.size(), where);
            List<Integer> levels = new ArrayList<>();
            for (int k = 0; k < one.size(); k++) {
                levels.add((int) value(categories.get(k), one.get(k), where));
            }
            seen.add(levels);
        }
        return new CombinationRule(categories, seen);
    }

    private static RuleEvidence evidence(Map<?, ?> map) {
        int rows = map.get("rows") instanceof Number n ? Math.max(0, n.intValue()) : 0;
        int breaking = map.get("breaking") instanceof Number n ? n.intValue() : 0;
        double accident = map.get("accident") instanceof Number n ? n.doubleValue() : 1;
        return new RuleEvidence(
                rows,
                Math.max(0, Math.min(rows, breaking)),
                accident >= 0 && accident <= 1 ? accident : 1);
    }

    private static KnownRule.Origin origin(Map<?, ?> map) {
        for (KnownRule.Origin origin : KnownRule.Origin.values()) {
            if (origin.name().toLowerCase(Locale.ROOT).equals(map.get("from"))) {
                return origin;
            }
        }
        return KnownRule.Origin.STATED;
    }

    private static Variable column(Object name, List<Variable> variables, String where)
            throws NotARuleException {
        for (Variable v : variables) {
            if (v.name().equals(name)) {
                return v;
            }
        }
        throw no(where, "There is no column '%s'.".formatted(name), "a column of the table");
    }

    private static double value(Variable of, Object value, String where) throws NotARuleException {
        if (!of.isCategory()) {
            return number(value, where);
        }
        int k = value instanceof String s ? of.levels().indexOf(s) : -1;
        if (k < 0) {
            throw no(where, "%s has no value '%s'.".formatted(of.name(), value), "one it has");
        }
        return k;
    }

    private static double number(Object value, String where) throws NotARuleException {
        if (value instanceof Number n && Double.isFinite(n.doubleValue())) {
            return n.doubleValue() + 0.0;
        }
        throw no(where, "'%s' is no number.".formatted(value), "a number");
    }

    private static List<?> list(Object value, String where) throws NotARuleException {
        if (value instanceof List<?> list) {
            return list;
        }
        throw no(where, "A list is missing.", "[ ... ]");
    }

    private static void size(List<?> list, int size, String where) throws NotARuleException {
        if (list.size() != size) {
            throw no(where, "A list of %d is missing.".formatted(size), "the list as it was");
        }
    }

    private static NotARuleException no(String where, String message, String suggestion) {
        return new NotARuleException(problem(where, message, suggestion));
    }

    private static Problem problem(String where, String message, String suggestion) {
        return new Problem("rule.json", where, message, suggestion);
    }
}
