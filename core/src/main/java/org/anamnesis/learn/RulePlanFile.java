package org.anamnesis.learn;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayOutputStream;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anamnesis.problem.RequestException;
import org.anamnesis.table.Variable;

/**
 * The rules of a model in its file: their length in bytes, then JSON.
 *
 * @param rules with their evidence
 * @param plan how they are obeyed
 * @param distances columns that are learned as distances from others
 * @param grid of times of day
 */
record RulePlanFile(List<KnownRule> rules, RulePlan plan, Distances distances, ClockGrid grid) {
    /** Bytes of rules that a model may have: a thousand lookups of two thousand values are less. */
    private static final int MOST = 64 << 20;

    void write(DataOutput out) throws IOException {
        byte[] bytes = JSON.std.asString(json()).getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /** The rules and what is learned of the computed columns, JSON values only. */
    Map<String, Object> json() {
        Map<String, Object> root = new LinkedHashMap<>();
        root.put("rules", RuleJson.write(rules));
        Map<String, Object> derived = new LinkedHashMap<>();
        for (DerivedColumn d : plan.derived()) {
            derived.put(d.rule().target(), d.missing().name().toLowerCase(Locale.ROOT));
        }
        root.put("derived", derived);
        if (!distances.all().isEmpty()) {
            root.put("distances", distances.all().stream().map(RulePlanFile::json).toList());
        }
        if (!grid.seconds().isEmpty()) {
            root.put("grid", grid.seconds());
        }
        return root;
    }

    static RulePlanFile read(List<Variable> variables, DataInput in) throws IOException {
        return of(variables, JSON.std.mapFrom(text(in)));
    }

    /**
     * @param root as {@link #json} gives it
     * @throws IOException if it is no such object
     */
    static RulePlanFile of(List<Variable> variables, Map<String, Object> root) throws IOException {
        try {
            List<KnownRule> rules = RuleJson.read(root.get("rules"), variables);
            List<DerivedColumn> columns = new ArrayList<>();
            if (!(root.get("derived") instanceof Map<?, ?> derived)) {
                throw new IOException("the model does not say which columns are computed");
            }
            for (Map.Entry<?, ?> e : derived.entrySet()) {
                columns.add(column(rules, String.valueOf(e.getKey()), e.getValue()));
            }
            var plan =
                    new RulePlan(variables, rules.stream().map(KnownRule::rule).toList(), columns);
            return new RulePlanFile(
                    rules,
                    plan,
                    distances(root.get("distances"), plan),
                    ClockGrid.read(root.get("grid"), plan));
        } catch (RequestException | IllegalArgumentException e) {
            throw new IOException("the rules of the model cannot be read", e);
        }
    }

    private static Map<String, Object> json(Distances.Distance d) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("column", d.column());
        m.put("from", d.from());
        m.put("base", d.base());
        m.put("low", d.low());
        m.put("high", d.high());
        m.put("full", d.full());
        return m;
    }

    private static Distances distances(Object json, RulePlan plan) throws IOException {
        List<String> numbers =
                plan.learned().stream().filter(v -> !v.isCategory()).map(Variable::name).toList();
        List<Distances.Distance> all = new ArrayList<>();
        for (Object one : json instanceof List<?> list ? list : List.of()) {
            if (!(one instanceof Map<?, ?> m
                    && m.get("column") instanceof String column
                    && m.get("from") instanceof String from
                    && m.get("base") instanceof Number base
                    && m.get("low") instanceof Number low
                    && m.get("high") instanceof Number high
                    && m.get("full") instanceof Boolean full
                    && numbers.contains(column)
                    && numbers.contains(from))) {
                throw new IOException("a distance of the model cannot be read");
            }
            all.add(
                    new Distances.Distance(
                            column,
                            from,
                            base.doubleValue(),
                            low.doubleValue(),
                            high.doubleValue(),
                            full));
        }
        return new Distances(all);
    }

    private static String text(DataInput in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST) {
            throw new IOException("rules of " + length + " bytes");
        }
        // taken piece by piece: a wrong length meets the end of the file before memory is gone
        var bytes = new ByteArrayOutputStream();
        byte[] piece = new byte[1 << 16];
        for (int left = length; left > 0; left -= piece.length) {
            int now = Math.min(left, piece.length);
            in.readFully(piece, 0, now);
            bytes.write(piece, 0, now);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    private static DerivedColumn column(List<KnownRule> rules, String target, Object missing)
            throws IOException {
        for (KnownRule k : rules) {
            if (k.rule() instanceof Derivation d && d.target().equals(target)) {
                return new DerivedColumn(
                        d,
                        DerivedColumn.Missing.valueOf(
                                String.valueOf(missing).toUpperCase(Locale.ROOT)));
            }
        }
        throw new IOException("no rule computes " + target);
    }
}
