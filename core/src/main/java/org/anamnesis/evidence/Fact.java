package org.anamnesis.evidence;

import static java.util.Objects.requireNonNull;

import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * One figure from one source.
 *
 * @param id stable within the evidence version: {@code type-2-diabetes/prevalence/3}
 * @param condition concept id of the condition whose evidence it belongs to
 * @param kind what sort of figure
 * @param about what is counted or measured, in words, for example {@code hypertension} or {@code
 *     SGLT2 inhibitor}; of an ingredient its concept id
 * @param subject the same as an id: a concept such as {@code class:sglt2-inhibitor}, or a survey
 *     variable such as {@code hba1c_lt7}; empty when it has none
 * @param value the figure, in {@code unit}
 * @param low lower 95 % limit, if stated
 * @param high upper 95 % limit, if stated
 * @param se standard error, if stated
 * @param n persons it rests on, if stated
 * @param unit for example {@code %}, {@code odds ratio}, {@code per 1000 person-years}
 * @param population whose figure it is, for example "US adults with type 2 diabetes"
 * @param stratum subgroup, for example {@code sex: male}; "all" when it holds for the whole
 *     population
 * @param period years
 * @param source id of a {@link Source}
 * @param confidence how far it was checked
 * @param note what a reader must know, may be empty
 */
public record Fact(
        String id,
        String condition,
        Kind kind,
        String about,
        String subject,
        double value,
        OptionalDouble low,
        OptionalDouble high,
        OptionalDouble se,
        OptionalLong n,
        String unit,
        String population,
        String stratum,
        String period,
        String source,
        Confidence confidence,
        String note) {
    /** What sort of figure. */
    public enum Kind {
        /** Share of a population that has the condition. */
        PREVALENCE,
        /** New cases per person-time, or the risk over a lifetime; never a prevalence. */
        INCIDENCE,
        /** Share of those with the condition by sex, age group or race and ethnicity. */
        DEMOGRAPHIC,
        /**
         * Share of those with the condition that also have another one, or are in a state of
         * control.
         */
        COMORBIDITY,
        /** Share of those with the condition that take a drug class. */
        DRUG_CLASS_USE,
        /** Share of those with the condition that take an ingredient. */
        INGREDIENT_USE,
        ODDS_RATIO,
        COMPLICATION,
        PROGRESSION,
        MORTALITY,
        INTERNATIONAL,
        /** Share or mean by stage, subtype or site. */
        STAGE
    }

    public Fact {
        requireNonNull(id, "id");
        requireNonNull(condition, "condition");
        requireNonNull(kind, "kind");
        requireNonNull(about, "about");
        requireNonNull(subject, "subject");
        requireNonNull(low, "low");
        requireNonNull(high, "high");
        requireNonNull(se, "se");
        requireNonNull(n, "n");
        requireNonNull(unit, "unit");
        requireNonNull(population, "population");
        requireNonNull(stratum, "stratum");
        requireNonNull(period, "period");
        requireNonNull(source, "source");
        requireNonNull(confidence, "confidence");
        requireNonNull(note, "note");
        Stated.all(id, unit, population, stratum, period, source);
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("no figure in " + id);
        }
        if (value < low.orElse(value) || value > high.orElse(value)) {
            throw new IllegalArgumentException("figure outside its own limits in " + id);
        }
        if (n.orElse(1) < 1 || se.orElse(0) < 0) {
            throw new IllegalArgumentException("n or standard error in " + id);
        }
    }
}
