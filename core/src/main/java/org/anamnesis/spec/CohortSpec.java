package org.anamnesis.spec;

import static java.util.Objects.requireNonNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * What was asked, complete and checked. Immutable: each turn of a conversation makes a new one.
 *
 * @param count number of patients, at least 1
 * @param condition concept id of the condition that every patient has and that ranks the
 *     observations; empty for the general population
 * @param population whose people they are; {@code US} is the only one with microdata
 * @param constraints what else is asked, in the order in which it was said
 * @param observations which observations
 * @param indexDate last day of the year in which the patients enter the cohort
 * @param seed fixes the run
 * @param engine {@code trees} or {@code copula}
 * @param formats of {@code csv}, {@code parquet}, ...; the analysis table and the EHR tables come
 *     in each
 * @param beyond overwritten values and a span of history
 */
public record CohortSpec(
        long count,
        Optional<String> condition,
        String population,
        List<Constraint> constraints,
        ObservationChoice observations,
        LocalDate indexDate,
        long seed,
        String engine,
        List<String> formats,
        Beyond beyond) {
    /** Version of the JSON form; a file of a later version is refused. */
    public static final int VERSION = 1;

    /**
     * Where a conversation begins; what stands here is an assumption until the user says otherwise.
     */
    public static final CohortSpec DEFAULT =
            new CohortSpec(
                    1000,
                    Optional.empty(),
                    "US",
                    List.of(),
                    ObservationChoice.important(20),
                    LocalDate.of(2020, 3, 1),
                    1,
                    "trees",
                    List.of("csv", "parquet"),
                    Beyond.NOTHING);

    public CohortSpec {
        requireNonNull(condition, "condition");
        requireNonNull(population, "population");
        constraints = List.copyOf(constraints);
        requireNonNull(observations, "observations");
        requireNonNull(indexDate, "indexDate");
        requireNonNull(engine, "engine");
        formats = List.copyOf(formats);
        requireNonNull(beyond, "beyond");
        if (count < 1) {
            throw new IllegalArgumentException("count " + count);
        }
    }

    public CohortSpec withCount(long changed) {
        return new CohortSpec(
                changed,
                condition,
                population,
                constraints,
                observations,
                indexDate,
                seed,
                engine,
                formats,
                beyond);
    }

    public CohortSpec withCondition(Optional<String> changed) {
        return new CohortSpec(
                count,
                changed,
                population,
                constraints,
                observations,
                indexDate,
                seed,
                engine,
                formats,
                beyond);
    }

    public CohortSpec withPopulation(String changed) {
        return new CohortSpec(
                count,
                condition,
                changed,
                constraints,
                observations,
                indexDate,
                seed,
                engine,
                formats,
                beyond);
    }

    public CohortSpec withConstraints(List<Constraint> changed) {
        return new CohortSpec(
                count,
                condition,
                population,
                changed,
                observations,
                indexDate,
                seed,
                engine,
                formats,
                beyond);
    }

    public CohortSpec withObservations(ObservationChoice changed) {
        return new CohortSpec(
                count,
                condition,
                population,
                constraints,
                changed,
                indexDate,
                seed,
                engine,
                formats,
                beyond);
    }

    public CohortSpec withIndexDate(LocalDate changed) {
        return new CohortSpec(
                count,
                condition,
                population,
                constraints,
                observations,
                changed,
                seed,
                engine,
                formats,
                beyond);
    }

    public CohortSpec withSeed(long changed) {
        return new CohortSpec(
                count,
                condition,
                population,
                constraints,
                observations,
                indexDate,
                changed,
                engine,
                formats,
                beyond);
    }

    public CohortSpec withEngine(String changed) {
        return new CohortSpec(
                count,
                condition,
                population,
                constraints,
                observations,
                indexDate,
                seed,
                changed,
                formats,
                beyond);
    }

    public CohortSpec withFormats(List<String> changed) {
        return new CohortSpec(
                count,
                condition,
                population,
                constraints,
                observations,
                indexDate,
                seed,
                engine,
                changed,
                beyond);
    }

    public CohortSpec withBeyond(Beyond changed) {
        return new CohortSpec(
                count,
                condition,
                population,
                constraints,
                observations,
                indexDate,
                seed,
                engine,
                formats,
                changed);
    }
}
