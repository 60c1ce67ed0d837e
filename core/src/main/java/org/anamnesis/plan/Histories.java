package org.anamnesis.plan;

import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.anamnesis.code.RecordOnly;
import org.anamnesis.evidence.ConditionEvidence;
import org.anamnesis.evidence.Provenance;
import org.anamnesis.population.ReferencePopulation;
import org.anamnesis.problem.Problem;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Constraint;
import org.anamnesis.spec.Criterion;
import org.anamnesis.spec.Timeline;

/** What the population and the evidence say of the history that was asked for. */
final class Histories {
    /** Only a rhythm was said. */
    private static final double USUAL_YEARS = 1;

    /** Age in years that stands for itself and more. */
    private static final double TOP = 80;

    /** Nobody lives longer. */
    private static final double LONGEST = 120;

    /** Years since a diagnosis that most patients do not exceed. */
    private static final double OFTEN = 20;

    /**
     * Conditions of which the youngest adults' prevalence counts as begun in the years before,
     * evenly. Of others it is taken for findings of one day (a pressure, a score) and left out. An
     * assumption.
     */
    private static final Set<String> FROM_BIRTH = Set.of("asthma", "epilepsy", "type-1-diabetes");

    /** What the hazards of complications ask for, drawn or not. */
    private static final List<String> RISK_FACTORS =
            List.of(
                    "creatinine",
                    "hba1c",
                    "hdl",
                    "heart_rate",
                    "height",
                    "hemoglobin",
                    "sbp",
                    "total_chol",
                    "triglycerides",
                    "uacr",
                    "wbc",
                    "weight");

    private static final double ADULT = 18;

    /** Begin within days, so that what is known of those who have them was not so before. */
    private static final Set<String> ACUTE = Set.of("sepsis", "pneumonia-covid-19");

    private static final String BEFORE_ILLNESS =
            "values that only figures of people with the illness tell stand on record from its onset on; before it visits, conditions, drugs and what the survey measures do";

    /** Of care since then the sources here tell. */
    private static final int LATELY = 2000;

    private static final String BEFORE_LATELY =
            "years before 2000 are made as care has been since: drugs and measurements that were not there yet stand in them, vaccines do not";

    private static final String CHILDHOOD =
            "of the years before the age of 18 height, weight and waist are made from 2 years on, blood pressure and heart rate from 8 years on, by what children of the same sex and age measure; no laboratory values and scores, for no source here tells what is ordered for children and how it moves; visits, conditions, drugs and vaccines are";

    private final ReferencePopulation people;
    private final Remarks remarks;

    Histories(ReferencePopulation people, Remarks remarks) {
        this.people = people;
        this.remarks = remarks;
    }

    /** Says what is made of a history, or why it cannot be made. */
    void said(CohortSpec spec, int[] chosen) {
        Timeline asked = spec.beyond().timeline().orElseThrow();
        double years = years(spec);
        if (years <= 0) {
            problem(
                    "plan.history.reversed",
                    asked,
                    "the history would begin after the index date, " + spec.indexDate(),
                    "let it begin earlier");
            return;
        }
        double oldest = oldest(chosen);
        if (asked.years() > oldest + 1) {
            problem(
                    "plan.history.life",
                    asked,
                    "nobody of these is older than %s".formatted(words(oldest)),
                    "ask for at most %s of history".formatted(words(oldest)));
            return;
        }
        boolean since = asked.start() instanceof Timeline.Diagnosis;
        if (since && spec.condition().isEmpty()) {
            problem(
                    "plan.history.since",
                    asked,
                    "nobody is asked to have a condition whose diagnosis it could begin with",
                    "name the condition, or so many years of history");
            return;
        }
        boolean birth = asked.start() instanceof Timeline.Birth;
        double longest = since ? OFTEN : birth ? Math.min(years, oldest) : years;
        Optional<Problem> counted = AskedRhythms.problem(asked, spec.condition(), longest);
        if (counted.isPresent()) {
            remarks.problems().add(counted.get());
            return;
        }
        remarks.explain(
                "%s end in each patient's index visit, where every selection and every share holds; before it values move, and nothing lies before birth"
                        .formatted(
                                since
                                        ? "Histories since the diagnosis"
                                        : birth
                                                ? "Histories from birth on"
                                                : words(years) + " of history"));
        if (spec.indexDate().getYear() - Math.min(years, oldest) < LATELY) {
            remarks.explain(BEFORE_LATELY);
        }
        if (spec.condition().filter(ACUTE::contains).isPresent()) {
            remarks.explain(BEFORE_ILLNESS);
        }
        boolean early = since && FROM_BIRTH.contains(spec.condition().orElse(""));
        if (early || youngest(chosen) - (since ? 0 : years) < ADULT) {
            remarks.explain(CHILDHOOD);
        }
        if (asked.start().equals(Timeline.BEFORE) && asked.years() == 0) {
            remarks.explain("no span was given: one year of history");
        }
        Absences.of(asked.without(), spec.condition()).forEach(remarks::explain);
        AskedRhythms.said(asked, longest).forEach(remarks::explain);
    }

    private double youngest(int[] chosen) {
        double[] ages = people.column("age");
        double least = LONGEST;
        for (int row : chosen) {
            least = Double.isNaN(ages[row]) ? least : Math.min(least, ages[row]);
        }
        return least;
    }

    /** Age in years of the oldest of those who meet the request; ages end at 80 in the survey. */
    private double oldest(int[] chosen) {
        double[] ages = people.column("age");
        double most = 0;
        for (int row : chosen) {
            most = Math.max(most, Double.isNaN(ages[row]) ? LONGEST : ages[row]);
        }
        return most >= TOP ? LONGEST : most;
    }

    private void problem(String code, Timeline asked, String message, String suggestion) {
        remarks.problems().add(new Problem(code, Words.of(asked), message, suggestion));
    }

    static String words(double years) {
        return Shares.number(Math.round(10 * years) / 10.0) + (years == 1 ? " year" : " years");
    }

    private static double years(CohortSpec spec) {
        Timeline asked = spec.beyond().timeline().orElseThrow();
        if (asked.start() instanceof Timeline.On on) {
            return ChronoUnit.DAYS.between(on.date(), spec.indexDate()) / 365.25;
        }
        boolean open = asked.start() instanceof Timeline.Diagnosis;
        if (open || asked.start() instanceof Timeline.Birth) {
            return LONGEST;
        }
        return asked.years() > 0 ? asked.years() : USUAL_YEARS;
    }

    /**
     * Plans.
     *
     * @param among rows of the condition and age group, whatever else was asked
     */
    Optional<PlannedHistory> of(
            CohortSpec spec,
            ConditionEvidence evidence,
            List<PlannedField> fields,
            List<String> drawn,
            int[] among) {
        if (spec.beyond().timeline().isEmpty()) {
            return Optional.empty();
        }
        Timeline asked = spec.beyond().timeline().get();
        Map<String, PlannedHistory.Spread> spreads = new HashMap<>();
        Set<String> columns = new LinkedHashSet<>(drawn);
        RISK_FACTORS.stream().filter(people::has).forEach(columns::add);
        for (String column : columns) {
            if (people.variable(column).levels().isEmpty()) {
                spreads.put(column, spread(people.column(column), among));
            }
        }
        Map<String, double[]> onsets = new HashMap<>();
        for (PlannedField f : fields) {
            if (f.role() == PlannedField.Role.CONDITION && people.has(f.id())) {
                boolean early = FROM_BIRTH.contains(f.id());
                onsets.put(f.id(), OnsetCurve.of(people, f.id(), early));
            }
        }
        return Optional.of(
                new PlannedHistory(
                        years(spec),
                        asked.start() instanceof Timeline.On on
                                ? Optional.of(on.date())
                                : Optional.empty(),
                        asked.start() instanceof Timeline.Diagnosis
                                ? spec.condition()
                                : Optional.empty(),
                        Rhythms.visits(asked),
                        Rhythms.measured(asked),
                        Rhythms.contacts(asked),
                        new PlannedHistory.Without(
                                asked.without().contains(Timeline.Absence.EMERGENCY),
                                asked.without().contains(Timeline.Absence.HOSPITAL),
                                asked.without().contains(Timeline.Absence.AFAR)),
                        spreads,
                        onsets,
                        asked.without().contains(Timeline.Absence.DEATHS)
                                ? PlannedHistory.Deaths.UNKNOWN
                                : DeathRates.of(evidence, spec.condition().orElse("")),
                        recorded(spec, fields)));
    }

    /**
     * What the histories of people with these columns may give rise to beside them, but for what
     * they were asked to be without.
     */
    private static List<PlannedField> recorded(CohortSpec spec, List<PlannedField> fields) {
        Set<String> absent = absent(spec);
        Set<String> known =
                fields.stream()
                        .filter(f -> f.role() == PlannedField.Role.CONDITION)
                        .map(PlannedField::id)
                        .collect(Collectors.toSet());
        return RecordOnly.bundled().stream()
                .filter(r -> !absent.contains(r.concept().id()))
                .filter(r -> r.possible(known))
                .map(Histories::field)
                .toList();
    }

    private static Set<String> absent(CohortSpec spec) {
        Set<String> absent = new LinkedHashSet<>();
        for (Constraint c : spec.constraints()) {
            boolean nobody = c instanceof Constraint.Share s && s.percent() <= 0;
            if (c instanceof Constraint.Require r && r.criterion() instanceof Criterion.Not not) {
                add(not.inner(), absent);
            } else if (nobody) {
                add(((Constraint.Share) c).criterion(), absent);
            }
        }
        for (RecordOnly r : RecordOnly.bundled()) {
            boolean own =
                    spec.beyond().own().stream()
                            .map(o -> o.name().toLowerCase(Locale.ROOT))
                            .anyMatch(r.concept().synonyms()::contains);
            if (own) { // whose share is the user's own
                absent.add(r.concept().id());
            }
        }
        if (absent.contains(RecordOnly.RETINOPATHY)) {
            absent.add(RecordOnly.BLINDNESS); // which would put it on record
        }
        if (absent.contains(RecordOnly.AMPUTATION)) {
            absent.add(RecordOnly.SECOND_AMPUTATION);
        }
        return absent;
    }

    private static void add(Criterion criterion, Set<String> absent) {
        if (criterion instanceof Criterion.HasCondition h) {
            absent.add(h.condition());
        }
    }

    private static PlannedField field(RecordOnly of) {
        return PlannedField.inRecord(of.concept(), Provenance.of(of.how(), "", "", List.of()));
    }

    private PlannedHistory.Spread spread(double[] column, int[] among) {
        double[] weights = people.weights();
        double[] sums = new double[3];
        double[] logs = new double[3];
        double low = Double.POSITIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int row : among) {
            double x = column[row];
            if (!Double.isNaN(x)) {
                add(sums, weights[row], x);
                low = Math.min(low, x);
                high = Math.max(high, x);
            }
            if (x > 0) {
                add(logs, weights[row], Math.log(x));
            }
        }
        return new PlannedHistory.Spread(mean(sums), sd(sums), mean(logs), sd(logs), low, high);
    }

    private static void add(double[] sums, double weight, double x) {
        sums[0] += weight;
        sums[1] += weight * x;
        sums[2] += weight * x * x;
    }

    private static double mean(double[] sums) {
        return sums[1] / sums[0];
    }

    private static double sd(double[] sums) {
        double mean = mean(sums);
        return Math.sqrt(Math.max(0, sums[2] / sums[0] - mean * mean));
    }
}
