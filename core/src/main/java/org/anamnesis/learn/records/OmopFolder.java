package org.anamnesis.learn.records;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.code.CodeSystem;
import org.anamnesis.code.Concept;
import org.anamnesis.table.CellReader;
import org.anamnesis.table.ForeignTable;

/**
 * A folder of OMOP CDM tables as CSV or Parquet: {@code person} and what hangs on it. What a row
 * means is told by its source value, a code, or by {@code concept}, if that is there.
 */
final class OmopFolder {
    private static final String PERSON = "person";
    private static final List<String> KINDS = List.of(".csv", ".parquet");

    /** So many bytes tell of what kind a file is. */
    private static final int BEGINNING = 64;

    /** So many hold the names of its first columns. */
    private static final int HEADER = 1024;

    private static final Map<String, CodeSystem> VOCABULARIES =
            Map.of(
                    "LOINC", CodeSystem.LOINC,
                    "SNOMED", CodeSystem.SNOMED_CT,
                    "ICD10CM", CodeSystem.ICD_10_CM,
                    "RxNorm", CodeSystem.RXNORM);

    /** One row of the vocabulary. */
    private record Known(String vocabulary, String code, String name) {}

    /** Takes one row by the names of its columns. */
    private interface Each {
        void row(Cells cells);
    }

    /** One row. */
    private record Cells(Map<String, Integer> header, List<String> cells) {
        String at(String column) {
            Integer k = header.get(column);
            return k == null || k >= cells.size() ? "" : cells.get(k).strip();
        }
    }

    private final Path folder;
    private final RecordTables into;
    private final RecordCodes codes;
    private final Map<String, Known> concepts = new HashMap<>();
    private final Map<String, String> lastSeen = new HashMap<>();

    private OmopFolder(Path folder, RecordTables into, RecordCodes codes) {
        this.folder = folder;
        this.into = into;
        this.codes = codes;
    }

    /** Tables of other makers are named so too; the columns are the standard's. */
    static boolean is(Path folder) throws IOException {
        Optional<Path> people = file(folder, PERSON);
        if (people.isEmpty()) {
            return false;
        }
        byte[] begin = new byte[HEADER];
        try (InputStream in = open(people.get())) {
            String header = new String(begin, 0, in.readNBytes(begin, 0, begin.length), UTF_8);
            return header.toLowerCase(Locale.ROOT).contains("gender_concept_id");
        }
    }

    /** Some write {@code PERSON.csv}, as the standard names its tables; CSV before Parquet. */
    private static Optional<Path> file(Path folder, String table) throws IOException {
        for (String kind : KINDS) {
            Path usual = folder.resolve(table + kind);
            if (Files.isRegularFile(usual)) {
                return Optional.of(usual);
            }
        }
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (var all = Files.list(folder)) {
            List<Path> files = all.filter(Files::isRegularFile).sorted().toList();
            return KINDS.stream()
                    .flatMap(k -> files.stream().filter(f -> named(f, table + k)))
                    .findFirst();
        }
    }

    private static boolean named(Path file, String name) {
        return file.getFileName().toString().equalsIgnoreCase(name);
    }

    /** A table as text, whatever it is written as. */
    private static InputStream open(Path file) throws IOException {
        byte[] begin;
        try (InputStream in = Files.newInputStream(file)) {
            begin = in.readNBytes(BEGINNING);
        }
        Optional<ForeignTable> other = ForeignTable.of(begin);
        return other.isPresent() ? other.get().csv(file) : Files.newInputStream(file);
    }

    static void read(Path folder, RecordTables into, RecordCodes codes) throws IOException {
        new OmopFolder(folder, into, codes).read();
    }

    private void read() throws IOException {
        each("concept", this::known);
        concepts.remove("0"); // "No matching concept" names nothing
        Map<String, String> deaths = new HashMap<>();
        each("death", c -> deaths.put(c.at("person_id"), c.at("death_date")));
        each(PERSON, c -> person(c, deaths));
        each("visit_occurrence", this::visit);
        each("condition_occurrence", this::condition);
        each("drug_exposure", this::drug);
        each("measurement", c -> measured(c, "measurement"));
        each("observation", c -> measured(c, "observation"));
    }

    private void known(Cells c) {
        var known = new Known(c.at("vocabulary_id"), c.at("concept_code"), c.at("concept_name"));
        concepts.put(c.at("concept_id"), known);
    }

    private void each(String table, Each each) throws IOException {
        Optional<Path> file = file(folder, table);
        if (file.isEmpty()) {
            return;
        }
        try (Reader text = new BufferedReader(new InputStreamReader(open(file.get()), UTF_8))) {
            text.mark(1);
            if (text.read() != '\uFEFF') {
                text.reset();
            }
            text.mark(1 << 16);
            char separator = separator(text);
            text.reset();
            var reader = new CellReader(text, separator);
            Map<String, Integer> header = new HashMap<>();
            List<String> names = reader.next();
            for (int k = 0; k < names.size(); k++) {
                header.put(names.get(k).strip().toLowerCase(Locale.ROOT), k);
            }
            for (List<String> r = reader.next(); !r.isEmpty(); r = reader.next()) {
                each.row(new Cells(header, r));
            }
        }
    }

    /** Athena's files are set apart by tabs. */
    private static char separator(Reader text) throws IOException {
        int c = text.read();
        for (int n = 0; c >= 0 && c != '\n' && n < 10_000; n++) {
            if (c == '\t' || c == ',' || c == ';') {
                return (char) c;
            }
            c = text.read();
        }
        return ',';
    }

    private String named(String concept, String otherwise) {
        Known known = concepts.get(concept);
        return known == null ? otherwise : known.name();
    }

    private void person(Cells c, Map<String, String> deaths) {
        String year = c.at("year_of_birth");
        String birth = c.at("birth_datetime");
        if (birth.isEmpty() && !year.isEmpty()) {
            String month = c.at("month_of_birth");
            String day = c.at("day_of_birth");
            birth = year;
            birth += month.isEmpty() ? "" : "-" + two(month);
            birth += month.isEmpty() || day.isEmpty() ? "" : "-" + two(day);
        }
        String sex =
                switch (c.at("gender_concept_id")) {
                    case "8532" -> "female";
                    case "8507" -> "male";
                    default -> c.at("gender_source_value").toLowerCase(Locale.ROOT);
                };
        String origin = c.at("race_source_value");
        if (origin.isEmpty()) {
            origin = named(c.at("race_concept_id"), "");
        }
        String id = c.at("person_id");
        into.patient(id, birth, deaths.getOrDefault(id, ""), sex, origin);
    }

    private static String two(String number) {
        return number.length() == 1 ? "0" + number : number;
    }

    private void visit(Cells c) {
        String kind = c.at("visit_source_value");
        String start = c.at("visit_start_date");
        into.encounter(
                c.at("person_id"),
                c.at("visit_occurrence_id"),
                kind.isEmpty() ? named(c.at("visit_concept_id"), "") : kind,
                start,
                c.at("visit_end_date"));
        lastSeen.merge(c.at("person_id"), start, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }

    /** The concept of a row: by its vocabulary, by its source code, else by the words there are. */
    private Optional<Concept> concept(Cells c, String prefix, List<CodeSystem> systems) {
        Known known = concepts.get(c.at(prefix + "_concept_id"));
        Optional<Concept> by =
                known == null
                        ? Optional.empty()
                        : Optional.ofNullable(VOCABULARIES.get(known.vocabulary()))
                                .flatMap(s -> codes.find(s, known.code()));
        return by.or(() -> codes.find(c.at(prefix + "_source_value"), systems));
    }

    private RecordCodes.Meaning meaning(Cells c, String prefix, Optional<Concept> concept) {
        Concept.Kind kind =
                switch (prefix) {
                    case "condition" -> Concept.Kind.CONDITION;
                    case "drug" -> Concept.Kind.INGREDIENT;
                    default -> Concept.Kind.OBSERVATION;
                };
        String source = c.at(prefix + "_source_value");
        String id = c.at(prefix + "_concept_id");
        return codes.meaning(
                concept, kind, named(id, source.isEmpty() ? prefix + " " + id : source));
    }

    private void condition(Cells c) {
        Optional<Concept> concept =
                concept(c, "condition", List.of(CodeSystem.SNOMED_CT, CodeSystem.ICD_10_CM));
        into.condition(
                c.at("person_id"),
                c.at("visit_occurrence_id"),
                meaning(c, "condition", concept),
                c.at("condition_start_date"));
    }

    /** Vaccines are drugs there, and no treatment. */
    private boolean vaccine(Cells c) {
        String id = c.at("drug_concept_id");
        if (id.equals("0")) {
            // Without a concept only the code is left; those of CVX have up to three digits.
            return c.at("drug_source_value").matches("[0-9]{1,3}");
        }
        return concepts.containsKey(id) && concepts.get(id).vocabulary().equals("CVX");
    }

    private void drug(Cells c) {
        Optional<Concept> concept = concept(c, "drug", List.of(CodeSystem.RXNORM));
        if (concept.isEmpty() && vaccine(c)) {
            return;
        }
        RecordCodes.Meaning what = meaning(c, "drug", concept);
        String end = c.at("drug_exposure_end_date");
        String last = lastSeen.getOrDefault(c.at("person_id"), "");
        boolean before = !end.isEmpty() && end.compareTo(last) < 0;
        into.medication(
                c.at("person_id"),
                c.at("visit_occurrence_id"),
                what,
                codes.drugClass(concept, what),
                before || !c.at("stop_reason").isEmpty(),
                c.at("drug_exposure_start_date"),
                end);
    }

    /** A measurement or an observation; the latter may be a diagnosis that OHDSI files there. */
    private void measured(Cells c, String table) {
        Optional<Concept> concept = concept(c, table, List.of(CodeSystem.LOINC));
        String number = c.at("value_as_number");
        String text = c.at("value_as_string");
        text = text.isEmpty() ? c.at("value_source_value") : text;
        text = text.isEmpty() ? named(c.at("value_as_concept_id"), "") : text;
        String date = c.at(table + "_date");
        if (number.isEmpty() && text.isEmpty()) {
            concept(c, table, List.of(CodeSystem.SNOMED_CT, CodeSystem.ICD_10_CM))
                    .filter(x -> x.kind() == Concept.Kind.CONDITION)
                    .ifPresent(
                            x ->
                                    into.condition(
                                            c.at("person_id"),
                                            c.at("visit_occurrence_id"),
                                            codes.meaning(
                                                    Optional.of(x), Concept.Kind.CONDITION, ""),
                                            date));
            return;
        }
        RecordCodes.Meaning what = meaning(c, table, concept);
        String unit = c.at("unit_source_value");
        RecordCodes.Measured measured =
                number.isEmpty()
                        ? new RecordCodes.Measured(what, new RecordCodes.Value("", text, ""))
                        : codes.measured(what, number, unit);
        into.observation(
                c.at("person_id"),
                c.at("visit_occurrence_id"),
                date,
                measured.what(),
                measured.value());
    }
}
