package org.anamnesis.population;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.measure.Formula;
import org.anamnesis.table.Variable;

/**
 * A column that follows from others by a formula or a definition; it is computed, never drawn, so
 * that it cannot disagree.
 *
 * @param variable name, unit, decimals, levels
 * @param parents names of the columns that it needs, drawn or derived themselves
 * @param formula one value from the parents' values; NaN if one that matters is missing
 * @param rule how, in words for the user
 * @param source who says so: a source id or a citation
 */
public record Derived(
        Variable variable, List<String> parents, Row formula, String rule, String source) {
    /** One row's parents → value. */
    @FunctionalInterface
    public interface Row {
        double of(double[] parents);
    }

    private static final Map<String, Derived> ALL =
            Stream.of(
                            number(
                                    "bmi",
                                    "kg/m2",
                                    1,
                                    "weight / height²",
                                    "definition",
                                    p -> Formula.bodyMassIndex(p[0], p[1]),
                                    "weight",
                                    "height"),
                            number(
                                    "egfr",
                                    "mL/min/{1.73_m2}",
                                    0,
                                    "CKD-EPI 2021 from creatinine, age and sex",
                                    "Inker et al. 2021, doi:10.1056/NEJMoa2102953",
                                    p -> Formula.ckdEpi2021(p[0], p[1], p[2] == 0),
                                    "creatinine",
                                    "age",
                                    "sex"),
                            number(
                                    "ldl",
                                    "mg/dL",
                                    0,
                                    "Friedewald: total − HDL − triglycerides / 5; missing above 400 mg/dL of triglycerides",
                                    "Friedewald et al. 1972, Clin Chem 18:499",
                                    p -> Formula.ldlFriedewald(p[0], p[1], p[2]),
                                    "total_chol",
                                    "hdl",
                                    "triglycerides"),
                            number(
                                    "nonhdl",
                                    "mg/dL",
                                    0,
                                    "total − HDL cholesterol",
                                    "definition",
                                    p -> Formula.nonHdl(p[0], p[1]),
                                    "total_chol",
                                    "hdl"),
                            number(
                                    "map",
                                    "mm[Hg]",
                                    0,
                                    "diastolic + (systolic − diastolic) / 3",
                                    "definition",
                                    p -> Formula.meanArterialPressure(p[0], p[1]),
                                    "sbp",
                                    "dbp"),
                            number(
                                    "homa_ir",
                                    "",
                                    1,
                                    "fasting glucose · insulin / 405",
                                    "Matthews et al. 1985, Diabetologia 28:412",
                                    p -> Formula.homaIr(p[0], p[1]),
                                    "glucose_fasting",
                                    "insulin"),
                            number(
                                    "hematocrit",
                                    "%",
                                    1,
                                    "red cells · mean cell volume / 10",
                                    "definition used by blood counters",
                                    p -> p[0] * p[1] / 10,
                                    "rbc",
                                    "mcv"),
                            flag(
                                    "type-2-diabetes",
                                    "told by a doctor, not likely type 1",
                                    "nhanes",
                                    p -> is(p[0], 2),
                                    "diabetes"),
                            flag(
                                    "type-1-diabetes",
                                    "diagnosed before 30, on insulin, no glucose-lowering pills",
                                    "nhanes",
                                    p -> is(p[0], 1),
                                    "diabetes"),
                            flag(
                                    "prediabetes",
                                    "HbA1c 5.7 to 6.4 % or fasting glucose 100 to 125 mg/dL, no diagnosed diabetes, neither value in the range of diabetes",
                                    "ADA criteria",
                                    p ->
                                            bool(
                                                    p[0] == 0
                                                            && p[1] < 6.5
                                                            && p[2] < 126
                                                            && (p[1] >= 5.7 || p[2] >= 100)),
                                    "diabetes",
                                    "hba1c",
                                    "glucose_fasting"),
                            flag(
                                    "hypertension",
                                    "130/80 mmHg or more, or taking medication for it",
                                    "ACC/AHA 2017 threshold, one visit",
                                    p -> bool(p[0] >= 130 || p[1] >= 80 || p[2] == 1),
                                    "sbp",
                                    "dbp",
                                    "bp_medication"),
                            flag(
                                    "hyperlipidemia",
                                    "total cholesterol 240 or LDL 160 mg/dL or more, or taking medication for it",
                                    "nhanes",
                                    p -> bool(p[0] >= 240 || p[1] >= 160 || p[2] == 1),
                                    "total_chol",
                                    "ldl",
                                    "cholesterol_medication"),
                            flag(
                                    "obesity",
                                    "BMI 30 kg/m² or more",
                                    "definition (WHO)",
                                    p -> atLeast(p[0], 30),
                                    "bmi"),
                            flag(
                                    "chronic-kidney-disease",
                                    "eGFR below 60 or albumin/creatinine 30 mg/g or more, one measurement",
                                    "KDIGO 2024, one measurement",
                                    p -> Double.isNaN(p[0]) ? Double.NaN : bool(p[0] > 0),
                                    "ckd_stage"),
                            category(
                                    "ckd_stage",
                                    List.of("none", "1", "2", "3a", "3b", "4", "5"),
                                    "KDIGO G stage; 1 and 2 only with albuminuria",
                                    "KDIGO 2024",
                                    p -> Formula.kdigoStage(p[0], p[1]),
                                    "egfr",
                                    "uacr"),
                            flag(
                                    "coronary-artery-disease",
                                    "told of myocardial infarction or coronary heart disease",
                                    "nhanes",
                                    p -> either(p[0], p[1]),
                                    "mi",
                                    "chd"),
                            flag(
                                    "depression",
                                    "PHQ-9 of 10 or more",
                                    "Kroenke et al. 2001, J Gen Intern Med 16:606",
                                    p -> atLeast(p[0], 10),
                                    "phq9"),
                            flag(
                                    "breast-cancer",
                                    "women told of breast cancer as first cancer",
                                    "nhanes",
                                    // no man gave this answer, and an imputed one is none
                                    p -> p[1] == 1 ? 0 : is(p[0], 1),
                                    "cancer",
                                    "sex"),
                            flag(
                                    "colorectal-cancer",
                                    "told of cancer of colon or rectum as first cancer",
                                    "nhanes",
                                    p -> is(p[0], 2),
                                    "cancer"),
                            flag(
                                    "lung-cancer",
                                    "told of lung cancer as first cancer",
                                    "nhanes",
                                    p -> is(p[0], 3),
                                    "cancer"),
                            flag(
                                    "prostate-cancer",
                                    "men told of prostate cancer as first cancer",
                                    "nhanes",
                                    // a drawn answer may be one that no woman gives
                                    p -> p[1] == 0 ? 0 : is(p[0], 4),
                                    "cancer",
                                    "sex"))
                    .map(d -> entry(d.variable().name(), d))
                    .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    public Derived {
        parents = List.copyOf(parents);
    }

    /** The derivation of a column, if it is derived. */
    public static Optional<Derived> of(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** Names of all derived columns, in alphabetical order. */
    public static List<String> names() {
        return ALL.keySet().stream().sorted().toList();
    }

    /** The drawn columns that a column rests on in the end: itself if it is drawn. */
    public static Set<String> drawn(String name) {
        Derived derived = ALL.get(name);
        if (derived == null) {
            return Set.of(name);
        }
        Set<String> all = new LinkedHashSet<>();
        derived.parents().forEach(p -> all.addAll(drawn(p)));
        return all;
    }

    /** The derived columns among {@code names} and below them, parents before children. */
    public static List<Derived> inOrder(List<String> names) {
        Set<String> done = new LinkedHashSet<>();
        List<Derived> order = new ArrayList<>();
        names.forEach(n -> visit(n, done, order));
        return order;
    }

    private static void visit(String name, Set<String> done, List<Derived> order) {
        Derived derived = ALL.get(name);
        if (derived == null || !done.add(name)) {
            return;
        }
        derived.parents().forEach(p -> visit(p, done, order));
        order.add(derived);
    }

    private static Derived number(
            String name,
            String unit,
            int decimals,
            String rule,
            String source,
            Row formula,
            String... parents) {
        return new Derived(
                Variable.number(name, unit, decimals),
                List.of(parents),
                p -> Formula.round(formula.of(p), decimals),
                rule,
                source);
    }

    private static Derived flag(
            String name, String rule, String source, Row formula, String... parents) {
        return new Derived(Variable.flag(name), List.of(parents), formula, rule, source);
    }

    private static Derived category(
            String name,
            List<String> levels,
            String rule,
            String source,
            Row formula,
            String... parents) {
        return new Derived(
                Variable.category(name, levels), List.of(parents), formula, rule, source);
    }

    private static double bool(boolean yes) {
        return yes ? 1 : 0;
    }

    private static double is(double value, int level) {
        return Double.isNaN(value) ? Double.NaN : bool(value == level);
    }

    private static double atLeast(double value, double limit) {
        return Double.isNaN(value) ? Double.NaN : bool(value >= limit);
    }

    private static double either(double a, double b) {
        return a == 1 || b == 1 ? 1 : Double.isNaN(a) || Double.isNaN(b) ? Double.NaN : 0;
    }
}
