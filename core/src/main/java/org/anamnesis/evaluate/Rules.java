package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;
import org.anamnesis.measure.Measurand;

/**
 * Rules of arithmetic and of the body that every row must obey. A derived value is worked out again
 * from its parents as the files show them, and may differ by its own rounding only.
 */
final class Rules {
    private static final String ARITHMETIC = "definition";

    private final CohortHeader header;
    private final boolean parentsRounded;
    private final List<Counted> all = new ArrayList<>();

    private static final class Counted {
        final String id;
        final String statement;
        final String source;
        final RowTest test;
        long checked;
        long broken;

        Counted(String id, String statement, String source, RowTest test) {
            this.id = id;
            this.statement = statement;
            this.source = source;
            this.test = test;
        }
    }

    /** A value from its parents, NaN when one of them is missing. */
    private interface Formula {
        double value(double[] parents);
    }

    Rules(CohortHeader header, Map<String, Measurand> measurands) {
        this(header, measurands, false);
    }

    /**
     * @param parentsRounded whether derived values were worked out before their parents were
     *     rounded, as in records of others: they may then differ by their parents' rounding too
     */
    Rules(CohortHeader header, Map<String, Measurand> measurands, boolean parentsRounded) {
        this.header = header;
        this.parentsRounded = parentsRounded;
        derived(
                "bmi",
                "BMI = weight / height²",
                ARITHMETIC,
                p -> p[0] / (p[1] / 100 * (p[1] / 100)),
                "weight",
                "height");
        derived(
                "nonhdl",
                "Non-HDL cholesterol = total cholesterol − HDL",
                ARITHMETIC,
                p -> p[0] - p[1],
                "total_chol",
                "hdl");
        derived(
                "ldl",
                "LDL = total cholesterol − HDL − triglycerides / 5, up to 400 mg/dL of triglycerides",
                "Friedewald et al. 1972, Clin Chem 18:499",
                p -> p[2] > 400 ? Double.NaN : p[0] - p[1] - p[2] / 5,
                "total_chol",
                "hdl",
                "triglycerides");
        derived(
                "map",
                "Mean arterial pressure = diastolic + (systolic − diastolic) / 3",
                ARITHMETIC,
                p -> p[1] + (p[0] - p[1]) / 3,
                "sbp",
                "dbp");
        derived(
                "homa_ir",
                "HOMA-IR = fasting glucose × fasting insulin / 405",
                "Matthews et al. 1985, doi:10.1007/BF00280883",
                p -> p[0] * p[1] / 405,
                "glucose_fasting",
                "insulin");
        egfr();
        stage();
        flag(
                "chronic-kidney-disease",
                "CKD exactly when eGFR is below 60 or urine albumin/creatinine 30 mg/g or more",
                KidneyStage.SOURCE,
                p -> Double.isNaN(p[0] + p[1]) ? Double.NaN : p[0] < 60 || p[1] >= 30 ? 1 : 0,
                "egfr",
                "uacr");
        flag(
                "obesity",
                "Obesity exactly when BMI is 30 kg/m² or more",
                "WHO definition",
                p -> Double.isNaN(p[0]) ? Double.NaN : p[0] >= 30 ? 1 : 0,
                "bmi");
        order("dbp", "sbp", "Diastolic pressure is below systolic pressure");
        cholesterol();
        durations();
        plausible(measurands);
    }

    /** Checks rows {@code 0..count-1}. */
    void accept(Columns rows, int count) {
        for (Counted rule : all) {
            for (int i = 0; i < count; i++) {
                int answer = rule.test.answer(rows, i);
                if (answer != RowTest.UNKNOWN) {
                    rule.checked++;
                    rule.broken += 1 - answer;
                }
            }
        }
    }

    List<RuleCheck> results() {
        return all.stream()
                .map(r -> new RuleCheck(r.id, r.statement, r.source, r.checked, r.broken))
                .toList();
    }

    private void add(String id, String statement, String source, RowTest test) {
        all.add(new Counted(id, statement, source, test));
    }

    private void derived(
            String child, String statement, String source, Formula formula, String... parents) {
        int k = header.indexOf(child);
        int[] from =
                IntStream.range(0, parents.length).map(j -> header.indexOf(parents[j])).toArray();
        if (k < 0 || IntStream.of(from).anyMatch(j -> j < 0)) {
            return;
        }
        double rounding = rounding(k);
        double[] values = new double[from.length];
        add(
                child,
                statement,
                source,
                (rows, i) -> {
                    for (int j = 0; j < from.length; j++) {
                        values[j] = rows.column(from[j])[i];
                    }
                    double again = formula.value(values);
                    double allowed = rounding + (parentsRounded ? moved(formula, values, from) : 0);
                    return holds(Math.abs(again - rows.column(k)[i]), allowed);
                });
    }

    /** How far half a unit of each parent's last digit moves the value. */
    private double moved(Formula formula, double[] parents, int[] from) {
        double value = formula.value(parents);
        double sum = 0;
        for (int j = 0; j < from.length; j++) {
            double kept = parents[j];
            parents[j] = kept + rounding(from[j]);
            double changed = Math.abs(formula.value(parents) - value);
            sum += Double.isNaN(changed) ? 0 : changed;
            parents[j] = kept;
        }
        return sum;
    }

    private void egfr() {
        int k = header.indexOf("egfr");
        int creatinine = header.indexOf("creatinine");
        int age = header.indexOf("age");
        int sex = header.indexOf("sex");
        if (k < 0 || creatinine < 0 || age < 0 || sex < 0) {
            return;
        }
        List<Boolean> female =
                header.fields().get(sex).levels().stream()
                        .map(l -> l.toLowerCase(Locale.ROOT).startsWith("f"))
                        .toList();
        double rounding = rounding(k);
        add(
                "egfr",
                "eGFR = CKD-EPI 2021 of creatinine, age and sex",
                "Inker et al. 2021, doi:10.1056/NEJMoa2102953",
                (rows, i) -> {
                    double years = rows.column(age)[i];
                    double which = rows.column(sex)[i];
                    if (Double.isNaN(which) || years < 18) { // the equation is for adults
                        return RowTest.UNKNOWN;
                    }
                    boolean woman = female.get((int) which);
                    double parent = rows.column(creatinine)[i];
                    double again = CkdEpi2021.egfr(parent, years, woman);
                    double allowed = rounding;
                    if (parentsRounded) { // age in whole years is up to a year more
                        double other = parent + rounding(creatinine);
                        allowed += Math.abs(CkdEpi2021.egfr(other, years, woman) - again);
                        allowed += Math.abs(CkdEpi2021.egfr(parent, years + 1, woman) - again);
                    }
                    return holds(Math.abs(again - rows.column(k)[i]), allowed);
                });
    }

    /** With urine albumin at hand, G1 and G2 need albuminuria, and "none" its absence. */
    private void stage() {
        int egfr = header.indexOf("egfr");
        int uacr = header.indexOf("uacr");
        Optional<Integer> column = KidneyStage.column(header);
        if (egfr < 0 || column.isEmpty()) {
            return;
        }
        int k = column.get();
        List<String> names =
                header.fields().get(k).levels().stream().map(KidneyStage::named).toList();
        add(
                "ckd_stage",
                "The CKD stage is that of eGFR" + (uacr < 0 ? "" : " and urine albumin"),
                KidneyStage.SOURCE,
                (rows, i) -> {
                    double x = rows.column(egfr)[i];
                    double level = rows.column(k)[i];
                    double albumin = uacr < 0 ? Double.NaN : rows.column(uacr)[i];
                    if (Double.isNaN(x) || Double.isNaN(level)) {
                        return RowTest.UNKNOWN;
                    }
                    return KidneyStage.agrees(names.get((int) level), x, albumin)
                            ? RowTest.YES
                            : RowTest.NO;
                });
    }

    /** A diagnosis that follows from values is there exactly when they say so. */
    private void flag(
            String condition, String statement, String source, Formula marker, String... of) {
        int k = CriterionTest.conditionColumn(header, condition).orElse(-1);
        int[] from = IntStream.range(0, of.length).map(j -> header.indexOf(of[j])).toArray();
        if (k < 0 || IntStream.of(from).anyMatch(j -> j < 0)) {
            return;
        }
        double[] values = new double[from.length];
        add(
                condition,
                statement,
                source,
                (rows, i) -> {
                    for (int j = 0; j < from.length; j++) {
                        values[j] = rows.column(from[j])[i];
                    }
                    return holds(Math.abs(marker.value(values) - rows.column(k)[i]), 0);
                });
    }

    private void order(String smaller, String larger, String statement) {
        int a = header.indexOf(smaller);
        int b = header.indexOf(larger);
        if (a >= 0 && b >= 0) {
            add(
                    smaller + "<" + larger,
                    statement,
                    "physiology",
                    (rows, i) -> holds(rows.column(a)[i] - rows.column(b)[i], -1e-9));
        }
    }

    private void cholesterol() {
        int total = header.indexOf("total_chol");
        int hdl = header.indexOf("hdl");
        int ldl = header.indexOf("ldl");
        if (total >= 0 && hdl >= 0 && ldl >= 0) {
            double rounding = rounding(total) + rounding(hdl) + rounding(ldl);
            add(
                    "hdl+ldl",
                    "HDL and LDL together do not exceed total cholesterol",
                    ARITHMETIC,
                    (rows, i) ->
                            holds(
                                    rows.column(hdl)[i]
                                            + rows.column(ldl)[i]
                                            - rows.column(total)[i],
                                    rounding));
        }
    }

    private void durations() {
        int age = header.indexOf("age");
        for (int k = 0; k < header.fields().size(); k++) {
            int column = k;
            Field field = header.fields().get(k);
            if (age >= 0 && field.role() == Field.Role.DURATION) {
                add(
                        "duration:" + field.name(),
                        field.label() + " is not longer than the patient's life",
                        ARITHMETIC,
                        (rows, i) -> holds(rows.column(column)[i] - rows.column(age)[i] - 1, 1e-9));
            }
        }
    }

    private void plausible(Map<String, Measurand> measurands) {
        for (int k = 0; k < header.fields().size(); k++) {
            int column = k;
            Field field = header.fields().get(k);
            var limits =
                    Optional.ofNullable(measurands.get(field.id())).flatMap(Measurand::plausible);
            if (field.role() == Field.Role.OBSERVATION && !field.isCategory()) {
                limits.ifPresent(
                        range ->
                                add(
                                        "plausible:" + field.id(),
                                        field.label()
                                                + " lies within "
                                                + Words.number(range.low())
                                                + " to "
                                                + Words.number(range.high())
                                                + " "
                                                + Words.unit(range.unit()),
                                        "limits of what a record may hold",
                                        (rows, i) -> {
                                            double x = rows.column(column)[i];
                                            double beyond = range.contains(x) ? 0 : 1;
                                            return holds(Double.isNaN(x) ? x : beyond, 0);
                                        }));
            }
        }
    }

    /** Half a unit of the last digit shown, and a little for the arithmetic. */
    private double rounding(int k) {
        return 0.5 * Math.pow(10, -header.fields().get(k).decimals()) * (1 + 1e-6);
    }

    private static int holds(double excess, double allowed) {
        if (Double.isNaN(excess)) {
            return RowTest.UNKNOWN;
        }
        return excess <= allowed ? RowTest.YES : RowTest.NO;
    }
}
