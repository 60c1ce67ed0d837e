package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.anamnesis.evidence.Fact;

/** An answer that holds one figure: the same facts in lines for people and typed for programs. */
final class FigureAnswer {
    private final List<String> lines = new ArrayList<>();
    private final Map<String, Object> json = new LinkedHashMap<>();

    /**
     * @param kind of question, for programs
     * @param unit UCUM code, or what is counted
     */
    FigureAnswer(String kind, double figure, String unit, Standing standing) {
        json.put("kind", kind);
        json.put("figure", Amounts.rounded(figure));
        json.put("unit", unit);
        standing.into(json);
        lines.addAll(standing.lines());
    }

    FigureAnswer line(String line) {
        lines.add(line);
        return this;
    }

    FigureAnswer put(String key, Object value) {
        json.put(key, value);
        return this;
    }

    FigureAnswer put(String key, OptionalDouble value) {
        value.ifPresent(v -> json.put(key, Amounts.rounded(v)));
        return this;
    }

    /** What only some published figures state: limits and what a reader must know. */
    FigureAnswer limits(Fact f) {
        if (f.low().isPresent() && f.high().isPresent()) {
            lines.add(
                    "95 %% interval %s to %s"
                            .formatted(
                                    Amounts.number(f.low().getAsDouble()),
                                    Amounts.number(f.high().getAsDouble())));
        }
        put("low95", f.low());
        put("high95", f.high());
        if (f.stratum().startsWith(f.about() + ":")) {
            return this; // "sex" says no more than "women" does
        }
        lines.add("counted: " + f.about() + (f.note().isEmpty() ? "" : "; " + f.note()));
        json.put("counted", f.about());
        return this;
    }

    /** What the built-in population gives, from which cohorts are made. */
    FigureAnswer census(Counted counted, double value, String unit, String more) {
        lines.add(
                "beside it, the built-in population gives %s (%s rows%s; %s)"
                        .formatted(
                                Amounts.of(value, unit),
                                Amounts.count(counted.rows()),
                                more,
                                counted.about()));
        json.put(
                "census",
                Typed.object(
                        "figure", Amounts.rounded(value),
                        "rows", counted.rows(),
                        "about", counted.about()));
        return this;
    }

    /** Of the census: how many people that is, and of how many, in millions. */
    FigureAnswer people(double millions, double percent) {
        if (json.get("census") instanceof Map<?, ?> census) {
            Map<String, Object> more = new LinkedHashMap<>();
            census.forEach((k, v) -> more.put((String) k, v));
            more.put("millions", Amounts.rounded(millions * percent / 100));
            more.put("of_millions", Amounts.rounded(millions));
            json.put("census", more);
        }
        return this;
    }

    /** What somebody else publishes of the same. */
    FigureAnswer other(double figure, String unit, Standing standing) {
        List<Object> others = new ArrayList<>();
        if (json.get("others") instanceof List<?> before) {
            others.addAll(before);
        }
        Map<String, Object> one = Typed.object("figure", Amounts.rounded(figure), "unit", unit);
        standing.into(one);
        others.add(one);
        json.put("others", others);
        return this;
    }

    Answer said(String text) {
        boolean unverified = "unverified".equals(json.get("confidence"));
        return new Answer(unverified ? text + " (unverified)" : text, lines, json);
    }
}
