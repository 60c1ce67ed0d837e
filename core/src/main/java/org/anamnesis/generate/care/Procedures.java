package org.anamnesis.generate.care;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.RecordConcept;
import org.anamnesis.cohort.RecordConcepts;
import org.anamnesis.generate.course.Draws;
import org.anamnesis.random.SeedTree;

/**
 * Procedures at the visits of a record. What comes again falls due at times of its own, whose phase
 * is drawn; at the first visit of its kind from then on it is done as often as was published, and
 * if it is not, it waits for its next time. Half of whether it is done belongs to the person, so
 * that who came for it once comes again more often than others; that half is an assumption.
 */
final class Procedures {
    /** The share of decisions that are the person's own, once for all. */
    private static final double STANDING = 0.5;

    private static final double DAYS_PER_MONTH = Attended.DAYS_PER_YEAR / 12;

    private final Rule[] rules;
    private final Draws[] draws;
    private final double[] due;
    private final double[] own;
    private final boolean[] decided;
    private final boolean[] here;

    private final Optional<AskedProcedures> asked;

    /**
     * @param asked what is done in a rhythm, and then not here
     */
    Procedures(CohortHeader header, Optional<AskedProcedures> asked, SeedTree seeds) {
        this.asked = asked;
        List<RecordConcept> known = RecordConcepts.PROCEDURES;
        List<Map<String, String>> lines =
                CareTable.PROCEDURES.stream().filter(l -> Rule.applies(l, header)).toList();
        rules = new Rule[lines.size()];
        draws = new Draws[rules.length];
        for (int r = 0; r < rules.length; r++) {
            String id = lines.get(r).get("procedure");
            rules[r] = Rule.of(lines.get(r), RecordConcepts.indexOf(known, id), header);
            draws[r] = new Draws(seeds, "procedure " + id + " for " + lines.get(r).get("for"));
        }
        due = new double[rules.length];
        own = new double[rules.length];
        decided = new boolean[rules.length];
        here = new boolean[known.size()];
    }

    void fill(Attended patient, Events into) {
        int begin = patient.visits() == 0 ? 0 : patient.begin();
        for (int r = 0; r < rules.length; r++) {
            draws[r].of(patient.patient);
            own[r] = draws[r].uniform();
            due[r] = begin + draws[r].uniform() * rules[r].months() * DAYS_PER_MONTH;
            decided[r] = false;
        }
        for (int v = 0; v < patient.visits(); v++) {
            Arrays.fill(here, false);
            for (int r = 0; r < rules.length; r++) {
                Rule rule = rules[r];
                if (rule.at(patient.kind(v)) && due(patient, r, v, begin)) {
                    int reason = reason(patient, rule, patient.day(v));
                    boolean done =
                            isFor(patient, rule, patient.day(v))
                                    && decides(r)
                                    && free(patient, r, v);
                    if (done && !here[rule.what()]) {
                        here[rule.what()] = true;
                        into.add(
                                patient.row,
                                v,
                                rule.what(),
                                patient.day(v),
                                Events.NO_DAY,
                                reason < 0 ? Double.NaN : reason);
                    }
                }
            }
        }
    }

    /** Whether no rhythm was asked for what is done there. */
    private boolean free(Attended patient, int r, int visit) {
        return asked.isEmpty() || !asked.get().covers(patient, rules[r].what(), patient.day(visit));
    }

    private boolean decides(int r) {
        double u = draws[r].uniform() < STANDING ? own[r] : draws[r].uniform();
        return u < rules[r].share();
    }

    /** Whether a visit is the one at which it is decided on; that decision is then made. */
    private boolean due(Attended patient, int r, int visit, int begin) {
        int day = patient.day(visit);
        double between = rules[r].months() * DAYS_PER_MONTH;
        if (rules[r].how() == Rule.How.FIRST) {
            int reason = reason(patient, rules[r], day);
            boolean now =
                    !decided[r]
                            && reason >= 0
                            && patient.since(reason) >= begin
                            && day - patient.since(reason) <= between;
            decided[r] |= now;
            return now;
        }
        if (day < due[r]) {
            return false;
        }
        due[r] += between * (1 + Math.floor((day - due[r]) / between));
        return true;
    }

    /** The first of its conditions that the patient had on a day, −1 if none. */
    private static int reason(Attended patient, Rule rule, int day) {
        for (int field : rule.reasons()) {
            if (patient.had(field, day)) {
                return field;
            }
        }
        return -1;
    }

    private static boolean isFor(Attended patient, Rule rule, int day) {
        double age = patient.age(day);
        return (rule.anyAge() || (age >= rule.from() && age < rule.to() + 1))
                && patient.isOf(rule.sex())
                && (rule.never() < 0 || !patient.had(rule.never(), day))
                && (!rule.smokers() || patient.smokes(day))
                && (rule.reasons().isEmpty() || reason(patient, rule, day) >= 0);
    }
}
