package org.anamnesis.export;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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

/** {@code dictionary.csv}: what each column of the analysis table means and where it comes from. */
public final class Dictionary {
    /** Name of the file. */
    public static final String FILE = "dictionary.csv";

    private static final List<String> HEADING =
            List.of(
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

    /** Writes the file into the folder. */
    public static void write(Path directory, CohortHeader header, Catalog catalog)
            throws IOException {
        Files.writeString(
                directory.resolve(FILE),
                text(header, catalog),
                UTF_8,
                StandardOpenOption.CREATE_NEW);
    }

    /** The text of the file: a heading, then a line for {@code patient_id} and for each field. */
    static String text(CohortHeader header, Catalog catalog) {
        var text = new StringBuilder(CsvText.line(HEADING));
        text.append(CsvText.line(patientId()));
        header.fields().stream()
                .filter(Field::analysis)
                .forEach(f -> text.append(line(f, catalog.measurand(f.id()))));
        return text.toString();
    }

    private static List<String> patientId() {
        List<String> cells = new ArrayList<>();
        for (int k = 0; k < HEADING.size(); k++) {
            cells.add(ABSENT);
        }
        cells.set(0, "patient_id");
        cells.set(1, "Patient");
        cells.set(2, "key");
        cells.set(3, "Number of the synthetic patient; the same in all tables");
        return cells;
    }

    private static String line(Field field, Optional<Measurand> measurand) {
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
                        field.name(),
                        field.label(),
                        field.role().name().toLowerCase(Locale.ROOT),
                        meaning(field),
                        joined(codings.stream().map(c -> systemName(c.system()))),
                        joined(codings.stream().map(Coding::code)),
                        field.unit(),
                        field.isCategory() || field.role() == Field.Role.CONDITION
                                ? ABSENT
                                : Integer.toString(field.decimals()),
                        joined(field.levels().stream()));
        List<String> notes = List.of(field.provenance(), joined(field.sources().stream()));
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
            case OBSERVATION -> what + ", measured or stated at the index visit";
            case CONDITION -> what + ": on record at the index visit";
            case DURATION -> field.label() + "; empty when unknown or absent";
            case MEDICATION -> what + ": ingredient taken at the index visit; empty when none";
        };
    }

    /** As the owners of the code systems write them. */
    private static String systemName(CodeSystem system) {
        return switch (system) {
            case LOINC -> "LOINC";
            case SNOMED_CT -> "SNOMED CT";
            case ICD_10_CM -> "ICD-10-CM";
            case RXNORM -> "RxNorm";
        };
    }

    private static String joined(Stream<String> texts) {
        return String.join("; ", texts.toList());
    }
}
