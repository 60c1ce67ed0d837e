package org.anamnesis.plan;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.population.Derived;
import org.anamnesis.population.QuantileFunction;
import org.anamnesis.population.RowTest;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Timeline;
import org.anamnesis.table.OnlyIf;
import org.anamnesis.table.Table;

/**
 * Everything that generation needs.
 *
 * @param spec what was asked, relative means made absolute
 * @param people n rows × drawn columns to learn from; the first {@code given} columns are handed to
 *     the engine
 * @param startWeights n weights by which rows hand over their given columns; 0 for rows that are
 *     learned from only
 * @param given number of leading columns that start rows hand over
 * @param required tests that hold for every start row and must hold for every patient
 * @param shares tests with the share that must meet them
 * @param spreadOver columns along which start rows are spread evenly, so that asked means come out
 * @param systematic whether shares or means were asked, so that start rows depend on the number of
 *     patients
 * @param derived computed columns, parents before children
 * @param shapes distributions of moved and lone columns by column name
 * @param ingredients by drug column, which ingredients with which cumulative shares
 * @param deals drugs that are dealt at random
 * @param rules which columns apply to whom
 * @param fields what the user gets
 * @param overwrites changes of finished values, in order
 * @param own variables with the user's own numbers, in the order of their fields
 * @param groups disjoint groups that the cohort consists of, in order; empty if there are none
 * @param history that was asked for, up to the index visit
 * @param studies recordings and images that were ordered
 * @param reality how far the request lies from the population
 * @param explained what was decided and why, in sentences
 */
@SuppressWarnings("ArrayRecordComponent") // weights of many rows, shared and never changed
public record GenerationPlan(
        CohortSpec spec,
        Table people,
        double[] startWeights,
        int given,
        List<RowTest> required,
        List<SharedTest> shares,
        List<String> spreadOver,
        boolean systematic,
        List<Derived> derived,
        Map<String, QuantileFunction> shapes,
        Map<String, Ingredients> ingredients,
        List<PlannedDeal> deals,
        List<OnlyIf> rules,
        List<PlannedField> fields,
        List<PlannedOverwrite> overwrites,
        List<PlannedOwn> own,
        List<PlannedGroup> groups,
        Optional<PlannedHistory> history,
        List<PlannedStudies> studies,
        Reality reality,
        List<String> explained) {
    /** The same, told of another population: how far the request lies from it. */
    public GenerationPlan seenFrom(Reality from, List<String> said) {
        List<String> all = new ArrayList<>(explained);
        all.addAll(said);
        return new GenerationPlan(
                spec,
                people,
                startWeights,
                given,
                required,
                shares,
                spreadOver,
                systematic,
                derived,
                shapes,
                ingredients,
                deals,
                rules,
                fields,
                overwrites,
                own,
                groups,
                history,
                studies,
                from,
                all);
    }

    /** Whether patients are rows of {@link #people} as a whole, with nothing left to draw. */
    public boolean whole() {
        return given == people.variables().size();
    }

    public long count() {
        return spec.count();
    }

    /**
     * Whether everyone is pregnant: the women of gestational diabetes are all the pregnant ones.
     */
    public boolean pregnant() {
        return spec.condition().filter("gestational-diabetes"::equals).isPresent();
    }

    /** The condition that everyone has, if one was asked for. */
    public Optional<String> condition() {
        return spec.condition();
    }

    /** Whether values and visits are missing as in practice. */
    public boolean gaps() {
        return spec.beyond().gaps();
    }

    /** Whether years before the index visit are asked for. */
    public boolean withHistory() {
        return spec.beyond().timeline().isPresent();
    }

    /** FEV1, FVC and their ratio, if all are in it. */
    public Optional<Spirometry> spirometry() {
        return Spirometry.of(fields, spec);
    }

    /** Planned visits a year that were asked for; 0 if practice decides. */
    public double visitsPerYear() {
        return spec.beyond().timeline().map(Timeline::visitsPerYear).orElse(0.0);
    }

    public long seed() {
        return spec.seed();
    }

    public String engine() {
        return spec.engine();
    }

    public LocalDate indexDate() {
        return spec.indexDate();
    }

    /** A test and the share of patients, 0 to 100 %, that must meet it. */
    public record SharedTest(RowTest test, double percent) {}

    /**
     * Ingredients of one drug class.
     *
     * @param ids concept ids
     * @param cumulative running sum of their shares, the last one is 1
     */
    public record Ingredients(List<String> ids, List<Double> cumulative) {}

    /**
     * How far the request lies from the population.
     *
     * @param selectedRows census rows that meet every requirement
     * @param share of all residents of the age group that meet every requirement, 0 to 1
     * @param shareOfCondition of those with the asked condition, 0 to 1
     * @param effectiveRows Kish's effective number of rows after targets
     * @param divergence Kullback–Leibler divergence of the targets in nats; 0 without targets
     * @param learnedRows rows that the engine learns from
     * @param extrapolated whether more people than those who meet the request were learned from
     */
    public record Reality(
            int selectedRows,
            double share,
            double shareOfCondition,
            double effectiveRows,
            double divergence,
            int learnedRows,
            boolean extrapolated) {}
}
