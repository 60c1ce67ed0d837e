package org.anamnesis.evaluate;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.measure.Measurand;

/**
 * What a synthetic table is judged on.
 *
 * @param tables training, held-out and synthetic rows
 * @param outcome that models are to predict
 * @param keys columns that acquaintances of a person know
 * @param rules that every row must obey
 * @param known columns whose clinical meaning is known
 * @param measurands by id, for units and limits of the known columns
 * @param courses the same rows as persons, where persons have several
 * @param seed of everything that is drawn: the same seed, the same judgement
 */
public record Judging(
        JudgedTables tables,
        JudgedOutcome outcome,
        List<String> keys,
        List<RowRule> rules,
        List<KnownColumn> known,
        Map<String, Measurand> measurands,
        Optional<JudgedCourses> courses,
        long seed) {
    /**
     * @throws IllegalArgumentException if a key or the outcome is no column
     */
    public Judging {
        requireNonNull(tables, "tables");
        requireNonNull(outcome, "outcome");
        keys = List.copyOf(keys);
        rules = List.copyOf(rules);
        known = List.copyOf(known);
        measurands = Map.copyOf(measurands);
        requireNonNull(courses, "courses");
        keys.forEach(tables.train()::indexOf);
        outcomeColumns(outcome).forEach(tables.train()::indexOf);
    }

    /** Of a table with one row a person. */
    public Judging(
            JudgedTables tables,
            JudgedOutcome outcome,
            List<String> keys,
            List<RowRule> rules,
            List<KnownColumn> known,
            Map<String, Measurand> measurands,
            long seed) {
        this(tables, outcome, keys, rules, known, measurands, Optional.empty(), seed);
    }

    /** Who is judged where people are meant and not rows. */
    JudgedTables people() {
        return courses.map(JudgedCourses::persons).orElse(tables);
    }

    /** The known columns as {@link #people} have them: of what changes the first value. */
    List<String> keysOfPeople() {
        if (courses.isEmpty()) {
            return keys;
        }
        JudgedTables people = people();
        return keys.stream()
                .map(k -> people.train().has(k) ? k : k + " (first)")
                .filter(people.train()::has)
                .toList();
    }

    /** Nothing is known but the tables; keys are guessed from the columns' names. */
    public static Judging of(JudgedTables tables, JudgedOutcome outcome, long seed) {
        return new Judging(
                tables,
                outcome,
                CommonKeys.among(tables.variables()),
                List.of(),
                List.of(),
                Map.of(),
                seed);
    }

    /** Names of the columns that the outcome rests on. */
    static List<String> outcomeColumns(JudgedOutcome outcome) {
        return outcome.match(
                new JudgedOutcome.Cases<>() {
                    @Override
                    public List<String> none() {
                        return List.of();
                    }

                    @Override
                    public List<String> column(JudgedOutcome.Column asked) {
                        return List.of(asked.name());
                    }

                    @Override
                    public List<String> survival(JudgedOutcome.Survival asked) {
                        return List.of(asked.event(), asked.time());
                    }
                });
    }
}
