package org.anamnesis.database;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.export.omop.CdmDdl;
import org.anamnesis.export.omop.CdmPlausible;

/** Whether concepts are of the domain of their column, standard, known, and plausible. */
final class ConceptChecks {
    private static final String CONCEPT = "concept";
    private static final String PERSON = "person";

    /** Ids of Gender, as OHDSI's Dashboard has them. */
    private static final Map<String, Integer> SEXES = Map.of("Male", 8507, "Female", 8532);

    private final CdmQuery query;
    private final Map<String, List<String>> tables;
    private final Map<String, Long> rows;

    ConceptChecks(CdmQuery query, Map<String, List<String>> tables, Map<String, Long> rows) {
        this.query = query;
        this.tables = tables;
        this.rows = rows;
    }

    void run() throws SQLException {
        for (String table : tables.keySet()) {
            for (String column : tables.get(table)) {
                boolean is =
                        CdmDdl.referred(table, column).filter(CONCEPT::equals).isPresent()
                                && !table.equals(CONCEPT);
                if (is) {
                    concept(table, column);
                }
            }
        }
        for (CdmPlausible plausible : CdmPlausible.all()) {
            if (tables.containsKey(plausible.table())) {
                plausible(plausible);
            }
        }
    }

    private void concept(String table, String column) throws SQLException {
        String where = table + "." + column;
        boolean source = column.contains("_source_");
        if (!source) {
            query.count(
                    "standardConceptRecordCompleteness",
                    where,
                    false,
                    table,
                    column + " = 0",
                    query.number("SELECT count(%s) FROM %s".formatted(column, table)),
                    "the concept id is 0");
        }
        Optional<String> domain = CdmDdl.domain(table, column);
        if (domain.isEmpty() || !tables.containsKey(CONCEPT)) {
            return;
        }
        String joined =
                "%s t JOIN concept k ON k.concept_id = t.%s AND t.%s <> 0"
                        .formatted(table, column, column);
        long filled = query.number("SELECT count(*) FROM " + joined);
        String other =
                "NOT list_contains(['%s'], k.domain_id)"
                        .formatted(domain.get().replaceAll(" *, *", "','"));
        query.count("fkDomain", where, false, joined, other, filled, "not " + domain.get());
        if (!source) {
            query.count(
                    "isStandardValidConcept",
                    where,
                    false,
                    joined,
                    "k.standard_concept IS DISTINCT FROM 'S'",
                    filled,
                    "not a standard concept");
        }
    }

    private void plausible(CdmPlausible p) throws SQLException {
        boolean unit = !p.units().isEmpty() && has(p.table(), "unit_concept_id", "value_as_number");
        if (unit) {
            judged(
                    "plausibleUnitConceptIds",
                    p,
                    p.table() + " t",
                    "t.value_as_number IS NOT NULL AND coalesce(t.unit_concept_id, 0) <> 0",
                    "t.unit_concept_id NOT IN (" + p.units() + ")");
        }
        Integer sex = SEXES.get(p.sex());
        if (sex != null && has(PERSON, "person_id", "gender_concept_id")) {
            judged(
                    "plausibleGender",
                    p,
                    p.table() + " t JOIN person p USING (person_id)",
                    "p.gender_concept_id <> 0",
                    "p.gender_concept_id <> " + sex);
        }
    }

    private boolean has(String table, String... columns) {
        return tables.containsKey(table) && tables.get(table).containsAll(List.of(columns));
    }

    /** An error if more fail than the Dashboard lets pass. */
    private void judged(String check, CdmPlausible p, String from, String among, String fails)
            throws SQLException {
        if (!has(p.table(), p.column()) || rows.get(p.table()) == 0) {
            return;
        }
        String these = "%s WHERE t.%s = %d AND %s".formatted(from, p.column(), p.concept(), among);
        long of = query.number("SELECT count(*) FROM " + these);
        if (of > 0) {
            long failed = query.number("SELECT count(*) FROM %s AND %s".formatted(these, fails));
            boolean error = 100.0 * failed / of > p.share();
            query.report(check, p.table() + "." + p.column(), error, failed, of, "of " + p.name());
        }
    }
}
