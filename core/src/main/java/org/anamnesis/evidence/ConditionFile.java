package org.anamnesis.evidence;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * Reads the evidence of one condition. Facts stand in groups that share kind, unit, population,
 * period, source and confidence; strata of an observation inherit these from its overall line.
 */
final class ConditionFile {
    private final String condition;

    private ConditionFile(String condition) {
        this.condition = condition;
    }

    /**
     * @throws IOException if it is not JSON
     * @throws IllegalArgumentException if a figure does not say what it must
     */
    static ConditionEvidence read(String condition, InputStream in) throws IOException {
        return new ConditionFile(condition).evidence(JSON.std.mapFrom(in));
    }

    private ConditionEvidence evidence(Map<?, ?> file) {
        if (!condition.equals(file.get("condition"))) {
            throw new IllegalArgumentException("not the evidence on " + condition);
        }
        return new ConditionEvidence(
                condition,
                Optional.ofNullable((Map<?, ?>) file.get("microdata"))
                        .map(
                                m ->
                                        new ConditionEvidence.Microdata(
                                                text(m, "population"),
                                                text(m, "period"),
                                                text(m, "note"))),
                maps(file, "observations").stream().map(this::ranked).toList(),
                Optional.ofNullable((Map<?, ?>) file.get("age")).map(a -> marginal("age", a, a)),
                facts(maps(file, "facts")),
                maps(file, "guidelines").stream().map(ConditionFile::guideline).toList());
    }

    private ConditionEvidence.Ranked ranked(Map<?, ?> o) {
        String id = text(o, "observation");
        Map<?, ?> overall = (Map<?, ?>) o.get("overall");
        List<Marginal> strata = new ArrayList<>();
        if (o.containsKey("strata")) {
            maps(o, "strata").forEach(s -> strata.add(marginal(id, s, overall)));
        }
        return new ConditionEvidence.Ranked(
                ((Number) o.get("rank")).intValue(),
                id,
                Optional.ofNullable(overall).map(m -> marginal(id, m, m)),
                strata);
    }

    private List<Fact> facts(List<Map<?, ?>> groups) {
        List<Fact> facts = new ArrayList<>();
        for (Map<?, ?> group : groups) {
            for (Map<?, ?> row : maps(group, "rows")) {
                facts.add(fact(group, row));
            }
        }
        return facts;
    }

    private Fact fact(Map<?, ?> group, Map<?, ?> row) {
        Fact.Kind kind = Fact.Kind.valueOf(text(group, "kind"));
        return new Fact(
                condition + "/" + kind.name().toLowerCase(Locale.ROOT) + "/" + row.get("id"),
                condition,
                kind,
                text(row, "about"),
                text(row, "subject", ""),
                figure(row, "value"),
                number(row, "low"),
                number(row, "high"),
                number(row, "se"),
                whole(row, "n"),
                text(group, "unit"),
                text(group, "population"),
                text(row, "stratum", "all"),
                text(group, "period"),
                text(group, "source"),
                Confidence.valueOf(text(group, "confidence")),
                text(row, "note", ""));
    }

    private static Marginal marginal(String observation, Map<?, ?> m, Map<?, ?> overall) {
        return new Marginal(
                observation,
                text(overall, "unit"),
                whole(m, "n"),
                figure(m, "mean"),
                number(m, "sd"),
                number(m, "se"),
                number(m, "p05"),
                number(m, "p25"),
                number(m, "p50"),
                number(m, "p75"),
                number(m, "p95"),
                number(m, "logMean"),
                number(m, "logSd"),
                text(overall, "shape"),
                text(overall, "population"),
                text(m, "stratum", "all"),
                text(overall, "period"),
                text(overall, "source"),
                Confidence.valueOf(text(overall, "confidence")));
    }

    private static Guideline guideline(Map<?, ?> g) {
        return new Guideline(
                text(g, "name"),
                text(g, "organisation"),
                text(g, "year"),
                strings(g, "criteria"),
                strings(g, "targets"),
                text(g, "source"),
                Confidence.valueOf(text(g, "confidence")));
    }

    private static List<Map<?, ?>> maps(Map<?, ?> from, String key) {
        List<Map<?, ?>> all = new ArrayList<>();
        for (Object item : (List<?>) present(from, key)) {
            all.add((Map<?, ?>) item);
        }
        return all;
    }

    private static List<String> strings(Map<?, ?> from, String key) {
        return ((List<?>) present(from, key)).stream().map(Object::toString).toList();
    }

    private static String text(Map<?, ?> from, String key) {
        return (String) present(from, key);
    }

    private static String text(Map<?, ?> from, String key, String absent) {
        return from.get(key) instanceof String s ? s : absent;
    }

    private static double figure(Map<?, ?> from, String key) {
        return ((Number) present(from, key)).doubleValue();
    }

    private static Object present(Map<?, ?> from, String key) {
        Object value = from.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no " + key + " in " + from);
        }
        return value;
    }

    private static OptionalDouble number(Map<?, ?> from, String key) {
        return from.get(key) instanceof Number n
                ? OptionalDouble.of(n.doubleValue())
                : OptionalDouble.empty();
    }

    private static OptionalLong whole(Map<?, ?> from, String key) {
        return from.get(key) instanceof Number n
                ? OptionalLong.of(n.longValue())
                : OptionalLong.empty();
    }
}
