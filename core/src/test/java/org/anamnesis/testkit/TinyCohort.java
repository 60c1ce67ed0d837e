package org.anamnesis.testkit;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.code.Coding;
import org.anamnesis.code.Concept;
import org.anamnesis.cohort.Cohort;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.Field;
import org.anamnesis.cohort.IndexRecord;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.cohort.RecordConcepts;
import org.anamnesis.evidence.Provenance;
import org.anamnesis.random.SeedTree;

/**
 * Cohorts for tests of what comes after generation. Values are noise with a few missing ones; they
 * mean nothing clinically, but every role, kind of code and sort of cell occurs.
 */
public final class TinyCohort implements Cohort {
    private static final double MISSING = 0.05;
    private static final int FORMER = 1;

    private final CohortHeader header;
    private final double[] span;

    private TinyCohort(CohortHeader header, double[] span) {
        this.header = header;
        this.span = span;
    }

    /** One field of every sort: verified and unverified codes, hidden fields, awkward names. */
    public static TinyCohort of(long patients, long seed) {
        List<Field> fields =
                List.of(
                        number("age_years", "age", Field.Role.DEMOGRAPHIC, "a", 0, true),
                        category("sex", Field.Role.DEMOGRAPHIC, List.of("female", "male")),
                        category(
                                "race_ethnicity",
                                Field.Role.DEMOGRAPHIC,
                                List.of(
                                        "NH White",
                                        "=cmd()|' /C calc'!A0",
                                        "NH Black",
                                        "Other, \"mixed\"")),
                        coded(
                                number("hba1c_pct", "hba1c", Field.Role.OBSERVATION, "%", 1, true),
                                "Hemoglobin A1c",
                                new Coding(CodeSystem.LOINC, "4548-4", "", Optional.of("synthea"))),
                        coded(
                                number("acr_mg_g", "acr", Field.Role.OBSERVATION, "mg/g", 2, true),
                                "Albumin/creatinine ratio",
                                new Coding(CodeSystem.LOINC, "unverified", "", Optional.empty())),
                        number(
                                "base_excess",
                                "base_excess",
                                Field.Role.OBSERVATION,
                                "mmol/L",
                                1,
                                true),
                        category(
                                "snoring",
                                Field.Role.OBSERVATION,
                                List.of("never", "sometimes", "often")),
                        category(
                                "smoking",
                                Field.Role.DEMOGRAPHIC,
                                List.of("never", "former", "current")),
                        coded(
                                category("t2dm", Field.Role.CONDITION, List.of("no", "yes")),
                                "Type 2 diabetes",
                                new Coding(
                                        CodeSystem.SNOMED_CT,
                                        "44054006",
                                        "",
                                        Optional.of("synthea")),
                                new Coding(CodeSystem.ICD_10_CM, "E11.9", "", Optional.of("icd"))),
                        number("t2dm_years", "t2dm", Field.Role.DURATION, "a", 0, true),
                        hidden(
                                number(
                                        "hypertension",
                                        "hypertension",
                                        Field.Role.CONDITION,
                                        "",
                                        0,
                                        true)),
                        category(
                                "statin",
                                Field.Role.MEDICATION,
                                List.of("atorvastatin", "simvastatin")));
        var header = new CohortHeader(patients, fields, LocalDate.of(2020, 3, 1), seed);
        return new TinyCohort(header, new double[] {80, 2, 4, 15, 300, 20, 3, 3, 2, 1, 2, 2});
    }

    /** A header of the usual width: 6 demographics, {@code observations}, 4 diagnoses, 4 drugs. */
    public static TinyCohort wide(long patients, int observations) {
        List<Field> fields = new ArrayList<>();
        List<Double> spans = new ArrayList<>();
        fields.add(number("age_years", "age", Field.Role.DEMOGRAPHIC, "a", 0, true));
        spans.add(80.0);
        for (String name : List.of("sex", "race", "education", "income", "insurance")) {
            fields.add(category(name, Field.Role.DEMOGRAPHIC, List.of("one", "two", "three")));
            spans.add(3.0);
        }
        for (int k = 0; k < observations; k++) {
            fields.add(
                    coded(
                            number(
                                    "lab_" + k,
                                    "lab-" + k,
                                    Field.Role.OBSERVATION,
                                    "mg/dL",
                                    k % 3,
                                    true),
                            "Laboratory value " + k,
                            new Coding(CodeSystem.LOINC, "1000-" + k, "", Optional.of("test"))));
            spans.add(400 / Math.pow(8, k % 3));
        }
        for (int k = 0; k < 4; k++) {
            fields.add(category("condition_" + k, Field.Role.CONDITION, List.of("no", "yes")));
            spans.add(2.0);
            fields.add(
                    category(
                            "drug_" + k,
                            Field.Role.MEDICATION,
                            List.of("drug-a" + k, "drug-b" + k)));
            spans.add(2.0);
        }
        var header = new CohortHeader(patients, fields, LocalDate.of(2020, 3, 1), 1);
        return new TinyCohort(header, spans.stream().mapToDouble(s -> s).toArray());
    }

    private static Field number(
            String name, String id, Field.Role role, String unit, int decimals, boolean analysis) {
        return new Field(
                name,
                id,
                "The " + id,
                role,
                unit,
                decimals,
                List.of(),
                Optional.empty(),
                analysis,
                Provenance.of("Noise made for a test", "", "", List.of("test")));
    }

    private static Field category(String name, Field.Role role, List<String> levels) {
        return new Field(
                name,
                name,
                "The " + name,
                role,
                "",
                0,
                levels,
                Optional.empty(),
                true,
                Provenance.assumed("Noise made for a test"));
    }

    private static Field coded(Field f, String name, Coding... codings) {
        var kind =
                f.role() == Field.Role.CONDITION
                        ? Concept.Kind.CONDITION
                        : Concept.Kind.OBSERVATION;
        var concept = new Concept(f.id(), kind, name, List.of(), List.of(codings));
        return new Field(
                f.name(),
                f.id(),
                f.label(),
                f.role(),
                f.unit(),
                f.decimals(),
                f.levels(),
                Optional.of(concept),
                f.analysis(),
                f.provenance());
    }

    private static Field hidden(Field f) {
        return new Field(
                f.name(),
                f.id(),
                f.label(),
                f.role(),
                f.unit(),
                f.decimals(),
                f.levels(),
                f.concept(),
                false,
                f.provenance());
    }

    @Override
    public CohortHeader header() {
        return header;
    }

    /** Value of a patient in field {@code k}, as every pass gives it; the age is never missing. */
    public double value(long patient, int k) {
        Field field = header.fields().get(k);
        long key = SeedTree.key(new SeedTree(header.seed()).purpose(field.name()), patient);
        if (k > 0 && SeedTree.uniform(key, 0) < MISSING) {
            return Double.NaN;
        }
        double drawn = SeedTree.uniform(key, 1) * span[k];
        if (field.isCategory() || field.role() == Field.Role.CONDITION) {
            return Math.floor(drawn);
        }
        double scale = Math.pow(10, field.decimals());
        // negative numbers too, where it is no count of years
        return Math.rint((field.unit().equals("mmol/L") ? drawn - span[k] / 2 : drawn) * scale)
                / scale;
    }

    @Override
    public void forEachBlock(Receiver receiver) throws IOException {
        var block = new PatientBlock(header.fields().size());
        for (long first = 0; first < header.patients(); first += PatientBlock.CAPACITY) {
            int count = (int) Math.min(PatientBlock.CAPACITY, header.patients() - first);
            block.reset(first, count);
            for (int k = 0; k < header.fields().size(); k++) {
                for (int p = 0; p < count; p++) {
                    block.column(k)[p] = value(first + p, k);
                }
            }
            new IndexRecord(header).fill(block);
            care(block, header.indexOf("smoking"));
            receiver.accept(block);
        }
    }

    /** What practice adds at the visit of every other patient. */
    private static void care(PatientBlock block, int smoking) {
        Events visits = block.record().visits();
        for (int p = 0; p < block.count(); p += 2) {
            int what = (int) ((block.first() + p) / 2 % RecordConcepts.PROCEDURES.size());
            int day = visits.start(p);
            block.record()
                    .procedures()
                    .add(p, 0, what, day, Events.NO_DAY, p % 4 == 0 ? visits.value(p) : Double.NaN);
            what = (int) ((block.first() + p) / 2 % RecordConcepts.VACCINES.size());
            block.record().immunizations().add(p, 0, what, day, Events.NO_DAY, Double.NaN);
            what = (int) ((block.first() + p) / 2 % RecordConcepts.ALLERGENS.size());
            block.record().allergies().add(p, 0, what, day, Events.NO_DAY, Double.NaN);
            double said = smoking < 0 ? Double.NaN : block.column(smoking)[p];
            if (!Double.isNaN(said)) {
                int quit = said == FORMER ? day - 1 : Events.NO_DAY;
                block.record().habits().add(p, 0, smoking, day, quit, said);
            }
        }
    }
}
