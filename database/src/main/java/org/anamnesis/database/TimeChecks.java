package org.anamnesis.database;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.anamnesis.export.omop.CdmDdl;

/** Whether dates lie where a life and its records can have them. */
final class TimeChecks {
    private static final String PERSON = "person";
    private static final String VISIT = "visit_occurrence";
    private static final String PERIOD = "observation_period";

    /** What happens to a person, and when. */
    private static final Map<String, String> EVENTS =
            Map.of(
                    VISIT,
                    "visit_start_date",
                    "condition_occurrence",
                    "condition_start_date",
                    "drug_exposure",
                    "drug_exposure_start_date",
                    "procedure_occurrence",
                    "procedure_date",
                    "measurement",
                    "measurement_date",
                    "observation",
                    "observation_date",
                    "note",
                    "note_date");

    private static final List<String> AFTER_DEATH = List.of("death", "note", PERIOD);

    private final CdmQuery query;
    private final Map<String, List<String>> tables;
    private final Map<String, Long> rows;

    TimeChecks(CdmQuery query, Map<String, List<String>> tables, Map<String, Long> rows) {
        this.query = query;
        this.tables = tables;
        this.rows = rows;
    }

    private boolean has(String table, String... columns) {
        return tables.containsKey(table) && tables.get(table).containsAll(List.of(columns));
    }

    private void count(
            String check, String table, String column, boolean error, String from, String condition)
            throws SQLException {
        query.count(
                check,
                table + (column.isEmpty() ? "" : "." + column),
                error,
                from,
                condition,
                rows.get(table),
                "");
    }

    void run() throws SQLException {
        if (!has(PERSON, "person_id", "year_of_birth")) {
            return;
        }
        lives();
        for (String table : tables.keySet()) {
            if (has(table, "person_id") && !table.equals(PERSON)) {
                dates(table);
            }
        }
        for (Map.Entry<String, String> event : EVENTS.entrySet()) {
            if (has(event.getKey(), "person_id", event.getValue())) {
                periods(event.getKey(), event.getValue());
                visits(event.getKey(), event.getValue());
            }
        }
        if (has(PERIOD, "person_id", "observation_period_start_date")) {
            count(
                    "measurePersonCompleteness",
                    PERSON,
                    "person_id",
                    true,
                    PERSON,
                    "person_id NOT IN (SELECT person_id FROM observation_period WHERE person_id IS NOT NULL)");
        }
    }

    /** Birth, to the day if that is known, and death of each person. */
    private void lives() throws SQLException {
        String month = has(PERSON, "month_of_birth") ? "month_of_birth" : "NULL";
        String day = has(PERSON, "day_of_birth") ? "day_of_birth" : "NULL";
        boolean deaths = has("death", "person_id", "death_date");
        String death =
                deaths
                        ? "(SELECT min(death_date) FROM death d WHERE d.person_id = p.person_id)"
                        : "NULL::DATE";
        query.run(
                "CREATE TEMP TABLE life AS SELECT person_id, TRY_CAST(printf('%%04d-%%02d-%%02d', year_of_birth, coalesce(%s, 1), coalesce(%s, 1)) AS DATE) AS birth, %s AS died FROM person p"
                        .formatted(month, day, death));
        count(
                "plausibleValue",
                PERSON,
                "year_of_birth",
                true,
                PERSON,
                "year_of_birth NOT BETWEEN 1850 AND year(current_date)");
        if (has(PERSON, "birth_datetime")) {
            count(
                    "birthAgrees",
                    PERSON,
                    "birth_datetime",
                    true,
                    PERSON,
                    "year(birth_datetime) <> year_of_birth");
        }
        if (deaths) {
            query.report(
                    "oneDeathPerPerson",
                    "death.person_id",
                    true,
                    query.number("SELECT count(person_id) - count(DISTINCT person_id) FROM death"),
                    rows.get("death"),
                    "");
        }
    }

    private void dates(String table) throws SQLException {
        String joined = table + " t JOIN life l USING (person_id)";
        for (String column : tables.get(table)) {
            String type = CdmDdl.type(table, column);
            String date = column.replace("_datetime", "_date");
            if (type.equals("datetime") && has(table, date)) {
                String other = "CAST(t.%s AS DATE) <> t.%s".formatted(column, date);
                count("datetimeAgrees", table, column, true, table + " t", other);
            }
            if (!type.equals("date")) {
                continue;
            }
            count("plausibleAfterBirth", table, column, true, joined, "t." + column + " < l.birth");
            count("notInFuture", table, column, true, joined, "t." + column + " > current_date");
            if (!AFTER_DEATH.contains(table)) {
                String late = "t." + column + " > l.died";
                count("plausibleBeforeDeath", table, column, true, joined, late);
            }
            String end = column.replace("start_date", "end_date");
            if (column.endsWith("start_date") && has(table, end)) {
                String turned = "t.%s > t.%s".formatted(column, end);
                count("plausibleStartBeforeEnd", table, column, true, table + " t", turned);
            }
        }
    }

    private void periods(String table, String date) throws SQLException {
        if (has(PERIOD, "person_id", "observation_period_start_date")) {
            String within =
                    "t.%s BETWEEN o.observation_period_start_date AND o.observation_period_end_date"
                            .formatted(date);
            count(
                    "withinObservationPeriod",
                    table,
                    date,
                    true,
                    table
                            + " t ANTI JOIN observation_period o ON o.person_id = t.person_id AND "
                            + within,
                    "TRUE");
        }
    }

    /** The Dashboard allows a week on either side. */
    private void visits(String table, String date) throws SQLException {
        boolean named =
                has(table, "visit_occurrence_id")
                        && has(VISIT, "visit_occurrence_id", "visit_start_date", "visit_end_date");
        if (named && !table.equals(VISIT)) {
            String joined = table + " t JOIN visit_occurrence v USING (visit_occurrence_id)";
            count(
                    "withinVisitDates",
                    table,
                    date,
                    false,
                    joined,
                    "t.%s NOT BETWEEN v.visit_start_date - 7 AND v.visit_end_date + 7"
                            .formatted(date));
            count(
                    "visitOfSamePerson",
                    table,
                    "visit_occurrence_id",
                    true,
                    joined,
                    "t.person_id <> v.person_id");
        }
    }
}
