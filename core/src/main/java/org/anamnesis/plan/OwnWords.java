package org.anamnesis.plan;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.measure.UnitNames;
import org.anamnesis.spec.Figures;
import org.anamnesis.spec.Own;
import org.anamnesis.spec.Units;

/** The user's own variables and units in words: "serum copper mean 40 ug/dL, SD 12". */
public final class OwnWords {
    /** What stands wherever such a variable appears. */
    public static final String STATED = "stated by you";

    private OwnWords() {}

    public static String of(Own own) {
        if (own instanceof Own.Flag f) {
            return "%s %% with %s, %s".formatted(Shares.number(f.percent()), f.name(), STATED);
        }
        return ((Own.Quantity) own).name() + " " + figures((Own.Quantity) own) + ", " + STATED;
    }

    /** "mean 40 ug/dL, SD 12, lognormal". */
    static String figures(Own.Quantity n) {
        Figures f = n.figures();
        String unit = n.unit().isEmpty() || n.unit().startsWith("{") ? "" : " " + n.unit();
        List<String> parts = new ArrayList<>();
        f.mean().ifPresent(m -> parts.add("mean " + Shares.number(m) + unit));
        f.sd().ifPresent(s -> parts.add("SD " + Shares.number(s)));
        f.quartiles()
                .ifPresent(
                        q ->
                                parts.add(
                                        "median %s%s, quartiles %s and %s"
                                                .formatted(
                                                        Shares.number(q.median()),
                                                        unit,
                                                        Shares.number(q.first()),
                                                        Shares.number(q.third()))));
        if (f.bounded()) {
            parts.add("within %s to %s".formatted(Shares.number(f.low()), Shares.number(f.high())));
        } else if (Double.isFinite(f.low())) {
            parts.add("at least " + Shares.number(f.low()));
        } else if (Double.isFinite(f.high())) {
            parts.add("at most " + Shares.number(f.high()));
        }
        n.form().ifPresent(form -> parts.add(form.word()));
        n.link()
                .ifPresent(
                        l ->
                                parts.add(
                                        "rank correlation %s with %s"
                                                .formatted(
                                                        Shares.number(l.value()),
                                                        Words.name(l.with()))));
        return String.join(", ", parts);
    }

    /** Pounds are {@code lb} to people, Hounsfield units {@code HU}. */
    public static String plain(String ucum) {
        if (ucum.equals("[hnsf'U]")) {
            return "HU";
        }
        return ucum.startsWith("[") ? UnitNames.part(ucum) : ucum;
    }

    /** "Hemoglobin A1c in mmol/mol, Creatinine in umol/L"; empty for canonical units. */
    public static String of(Units units) {
        List<String> parts = new ArrayList<>();
        units.system().ifPresent(s -> parts.add(s.name() + " units"));
        units.named()
                .forEach(w -> parts.add(Words.name(w.observation()) + " in " + plain(w.unit())));
        return String.join(", ", parts);
    }
}
