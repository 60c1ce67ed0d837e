package org.anamnesis.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Map.entry;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.code.Coding;
import org.anamnesis.code.Concept;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Field;
import org.anamnesis.measure.Measurand;
import org.anamnesis.measure.QuantityRange;

/** {@code dictionary.csv}: what each column of each table means and where it comes from. */
public final class Dictionary {
    /** Name of the file. */
    public static final String FILE = "dictionary.csv";

    private static final List<String> HEADING =
            List.of(
                    "table",
                    "column",
                    "label",
                    "role",
                    "meaning",
                    "code_system",
                    "code",
                    "unit",
                    "decimals",
                    "levels",
                    "reference_low",
                    "reference_high",
                    "reference_note",
                    "plausible_low",
                    "plausible_high",
                    "how_made",
                    "sources");

    private static final String ABSENT = "";

    private Dictionary() {}

    /** Writes the file beside the tables of a request, of those that stand there. */
    public static void write(ExportRequest request) throws IOException {
        Path directory = request.directory();
        List<TableSchema> schemas =
                TableSink.schemas(request.withTables(EnumSet.allOf(TableGroup.class)));
        List<TableSchema> there = new ArrayList<>();
        for (TableSchema schema : schemas) {
            try (var files = Files.newDirectoryStream(directory, schema.name() + ".*")) {
                if (files.iterator().hasNext()) {
                    there.add(schema);
                }
            }
        }
        Files.writeString(
                directory.resolve(FILE),
                text(there, request.header(), request.catalog()),
                UTF_8,
                StandardOpenOption.CREATE_NEW);
    }

    /** The text of the file: a heading, then a line for each column of each table. */
    static String text(List<TableSchema> tables, CohortHeader header, Catalog catalog) {
        var text = new StringBuilder(CsvText.line(HEADING));
        for (TableSchema table : tables) {
            for (Column column : table.columns()) {
                Optional<Field> field =
                        header.fields().stream()
                                .filter(f -> f.name().equals(column.name()))
                                .filter(f -> table.name().equals("cohort") || isPatient(table, f))
                                .findFirst();
                text.append(
                        field.map(f -> line(table.name(), f, catalog.measurand(f.id())))
                                .orElseGet(() -> CsvText.line(line(table.name(), column))));
            }
        }
        return text.toString();
    }

    private static boolean isPatient(TableSchema table, Field field) {
        return table.name().equals("patients") && field.role() == Field.Role.DEMOGRAPHIC;
    }

    /** A column that is no field: a key, a date, a code, a name, a limit. */
    private static List<String> line(String table, Column column) {
        List<String> cells = new ArrayList<>(Collections.nCopies(HEADING.size(), ABSENT));
        cells.set(HEADING.indexOf("table"), table);
        cells.set(HEADING.indexOf("column"), column.name());
        cells.set(HEADING.indexOf("label"), column.label());
        cells.set(HEADING.indexOf("role"), column.kind().match(ROLE));
        cells.set(HEADING.indexOf("meaning"), MEANINGS.getOrDefault(column.name(), column.label()));
        cells.set(HEADING.indexOf("unit"), column.unit());
        if (column.kind() instanceof Column.Level level) {
            var names = level.names().stream().filter(n -> !n.isEmpty()).distinct();
            cells.set(HEADING.indexOf("levels"), joined(names));
        }
        return cells;
    }

    private static final Column.Cases<String> ROLE =
            new Column.Cases<>() {
                @Override
                public String key(Column.Key kind) {
                    return "key";
                }

                @Override
                public String level(Column.Level kind) {
                    return "text";
                }

                @Override
                public String number(Column.Numeric kind) {
                    return "number";
                }

                @Override
                public String mixed(Column.Mixed kind) {
                    return "number";
                }

                @Override
                public String day(Column.Day kind) {
                    return "date";
                }

                @Override
                public String text(Column.Text kind) {
                    return "text";
                }
            };

    private static final String FICTITIOUS = "Made up, from lists by the patient's number";

    private static final Map<String, String> MEANINGS =
            Map.ofEntries(
                    entry("patient_id", "Number of the synthetic patient; the same in all tables"),
                    entry("encounter_id", "Number of the visit; the same in all tables"),
                    entry(
                            "birth_date",
                            "Date of birth; drawn at random among the days that give the age at the"
                                    + " visit"),
                    entry(
                            "class",
                            "Kind of visit by HL7 v3 ActCode: AMB = ambulatory, VR = from afar, EMER ="
                                    + " emergency, IMP = in hospital"),
                    entry(
                            "start_date",
                            "First day: of a visit (the index visit is drawn at random within the"
                                    + " year up to the index date), or of taking a drug, where known"),
                    entry("end_date", "Last day, empty while it goes on"),
                    entry(
                            "death_date",
                            "Date of death, drawn by the mortality of sex, age and"
                                    + " condition; empty while alive on the index date"),
                    entry(
                            "reason_condition",
                            "Condition for which the patient came, or for which it was done, by its id"),
                    entry("reason_display", "Condition for which the patient came, by its name"),
                    entry("condition", "Diagnosis that is present, by its id"),
                    entry("procedure", "What was done, by its id"),
                    entry("vaccine", "Vaccine that was given, by its id"),
                    entry("cvx_code", "CVX code of the vaccine"),
                    entry(
                            "allergen",
                            "What the patient is allergic to, by its id; none = no known allergy is"
                                    + " written down; a patient without a row was not asked, or the"
                                    + " answer was not written down"),
                    entry("given_name", FICTITIOUS + "; says nothing of sex or origin"),
                    entry("family_name", FICTITIOUS + "; patients of one name are no family"),
                    entry("house_number", FICTITIOUS),
                    entry("street", FICTITIOUS),
                    entry("city", FICTITIOUS),
                    entry("postal_code", FICTITIOUS + "; not in use"),
                    entry("smoking_status", "What was said of smoking at the visit"),
                    entry("quit_date", "Day on which smoking ended, of who smokes no more"),
                    entry("display", "Name of what the row is about"),
                    entry("snomed_code", "SNOMED CT code; empty where none is verified"),
                    entry("icd10cm_code", "ICD-10-CM code; empty where none is verified"),
                    entry("onset_date", "Date of diagnosis; empty when unknown"),
                    entry("recorded_date", "Date of the visit at which it stands on record"),
                    entry("date", "Date of the visit at which it was observed or done"),
                    entry("observation", "What was observed, by its id"),
                    entry("loinc_code", "LOINC code; empty where none is verified"),
                    entry("value", "Number, in the unit of its row; empty for a coded answer"),
                    entry("value_text", "Coded answer by its name; empty for a number"),
                    entry("unit", "UCUM code of value and reference range; empty where none"),
                    entry(
                            "reference_low",
                            "Lower end of the reference range of healthy adults, in the unit of its"
                                    + " row; empty where none"),
                    entry(
                            "reference_high",
                            "Upper end of the reference range of healthy adults, in the unit of its"
                                    + " row; empty where none"),
                    entry("ingredient", "Drug that the patient takes, by the id of its ingredient"),
                    entry("rxnorm_code", "RxNorm code of the ingredient; empty where none"),
                    entry("drug_class", "Class of the ingredient"),
                    entry(
                            "status",
                            "active = taken at the index visit, stopped = taken before; not ordered or dispensed"));

    private static String line(String table, Field field, Optional<Measurand> measurand) {
        var codings =
                field.concept().stream()
                        .flatMap(c -> Stream.of(CodeSystem.values()).flatMap(s -> verified(c, s)))
                        .toList();
        // limits are shown only where they are stated in the unit of the column
        Optional<QuantityRange> reference =
                measurand.flatMap(Measurand::reference).filter(r -> r.unit().equals(field.unit()));
        Optional<QuantityRange> plausible =
                measurand.flatMap(Measurand::plausible).filter(r -> r.unit().equals(field.unit()));
        List<String> texts =
                List.of(
                        table,
                        field.name(),
                        field.label(),
                        field.role().name().toLowerCase(Locale.ROOT),
                        meaning(field),
                        joined(codings.stream().map(c -> c.system().title())),
                        joined(codings.stream().map(Coding::code)),
                        field.unit(),
                        field.isCategory() || field.role() == Field.Role.CONDITION
                                ? ABSENT
                                : Integer.toString(field.decimals()),
                        joined(field.levels().stream()));
        List<String> notes = List.of(field.howMade(), joined(field.sources().stream()));
        return Stream.of(
                        texts.stream().map(CsvText::cell),
                        limits(reference),
                        Stream.of(
                                CsvText.cell(
                                        measurand.map(Measurand::referenceNote).orElse(ABSENT))),
                        limits(plausible),
                        notes.stream().map(CsvText::cell))
                .flatMap(Function.identity())
                .collect(joining(",", "", "\n"));
    }

    private static Stream<Coding> verified(Concept concept, CodeSystem system) {
        return concept.verified(system).stream();
    }

    /** Both ends as plain numbers; an open end is an empty cell. */
    private static Stream<String> limits(Optional<QuantityRange> range) {
        return range.map(r -> Stream.of(number(r.low()), number(r.high())))
                .orElse(Stream.of(ABSENT, ABSENT));
    }

    private static String number(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : ABSENT;
    }

    private static String meaning(Field field) {
        String what = field.concept().map(Concept::name).orElse(field.label());
        return switch (field.role()) {
            case DEMOGRAPHIC -> what + " at the index visit";
            case OBSERVATION -> what + " at the index visit";
            case CONDITION -> what + ": on record at the index visit";
            case DURATION -> field.label() + "; empty when unknown or absent";
            case MEDICATION -> what + ": ingredient taken at the index visit; empty when none";
        };
    }

    private static String joined(Stream<String> texts) {
        return String.join("; ", texts.toList());
    }
}
