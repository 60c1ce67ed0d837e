package org.anamnesis.generate.course;

import java.util.Arrays;
import java.util.List;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.random.SeedTree;

/**
 * Since when a patient has taken the drugs of the index visit, and with which pauses.
 *
 * <p>Against hyperglycaemia: metformin within half a year of the diagnosis of type 2 diabetes, one
 * more drug after another at times whose median is 2.3 years (UK primary care, 9,097 patients:
 * Wilding et al. 2018, doi:10.1186/s12916-018-1085-8), pressed together when the disease is
 * younger; insulin from the onset of type 1. Other drugs began some years ago, never before the
 * condition they are taken for; that is an assumption, like the length of pauses.
 */
final class Therapy {
    private static final double LN_2 = Math.log(2);
    private static final double MEDIAN_YEARS_TO_NEXT = 2.3;
    private static final double YEARS_TAKEN = 4;
    private static final int FIRST_DRUG_DAYS = 182;

    /** A pause counts from 31 days on; how much longer it is, is assumed. */
    private static final int PAUSE = 31;

    private static final double LONGER_PAUSE = 60;
    private static final String TYPE_1 = "type-1-diabetes";
    private static final String TYPE_2 = "type-2-diabetes";

    /** A class of drugs with its place among the fields. */
    record Taken(int field, String column, Practice.Drug drug) {}

    private final List<Taken> drugs;
    private final int[] since;
    private final int[] order;
    private final Draws starts;
    private final Draws pauses;

    Therapy(List<Taken> drugs, SeedTree seeds) {
        this.drugs = drugs;
        since = new int[drugs.size()];
        order = new int[drugs.size()];
        starts = new Draws(seeds, "drug starts");
        pauses = new Draws(seeds, "drug pauses");
    }

    /** Days since which the drug at this position has been taken, {@link Episodes#OPEN} if not. */
    int since(int drug) {
        return since[drug];
    }

    /** What began within the history began at a visit: the first in person from its day on. */
    void seen(Diary diary) {
        for (int d = 0; d < since.length; d++) {
            if (since[d] != Episodes.OPEN && since[d] >= diary.start(0)) {
                int visit = diary.seenFrom(since[d]);
                since[d] = visit < diary.count() ? diary.start(visit) : since[d];
            }
        }
    }

    /** Whether a drug against hyperglycaemia was begun on this day. */
    boolean lowersGlucoseFrom(int day) {
        for (int d = 0; d < since.length; d++) {
            if (since[d] == day && drugs.get(d).drug().step() > 0) {
                return true;
            }
        }
        return false;
    }

    List<Taken> drugs() {
        return drugs;
    }

    /**
     * Draws when each drug began and was paused.
     *
     * @param onsets tells the day on which a condition began, {@link Events#NO_DAY} if it has not
     */
    void fill(Life life, PatientBlock block, OnsetOf onsets, Episodes into) {
        into.clear();
        Arrays.fill(since, Episodes.OPEN);
        starts.of(life.patient);
        pauses.of(life.patient);
        glucose(life, block, onsets);
        for (int d = 0; d < drugs.size(); d++) {
            Taken t = drugs.get(d);
            if (Double.isNaN(block.column(t.field())[life.row])) {
                continue;
            }
            if (since[d] == Episodes.OPEN) {
                int earliest = earliest(life, t.drug(), onsets);
                double years = starts.exponential(YEARS_TAKEN);
                int day = life.index - 1 - (int) (years * Life.DAYS_PER_YEAR);
                since[d] = Math.min(life.index, Math.max(earliest, day));
            }
            episodes(life, t, (int) block.column(t.field())[life.row], since[d], into);
        }
    }

    /** Tells when a condition of the patient began. */
    @FunctionalInterface
    interface OnsetOf {
        int day(String condition);
    }

    private static int earliest(Life life, Practice.Drug drug, OnsetOf onsets) {
        for (String condition : drug.conditions()) {
            int day = onsets.day(condition);
            if (day != Events.NO_DAY) {
                return day;
            }
        }
        return life.birth; // the smallest number where it is not known
    }

    /** The steps of treatment one after the other. */
    private void glucose(Life life, PatientBlock block, OnsetOf onsets) {
        int taken = 0;
        boolean always = onsets.day(TYPE_1) != Events.NO_DAY;
        int onset = always ? onsets.day(TYPE_1) : onsets.day(TYPE_2);
        for (int d = 0; d < drugs.size(); d++) {
            Taken t = drugs.get(d);
            boolean takes = !Double.isNaN(block.column(t.field())[life.row]);
            if (takes && t.drug().step() > 0 && onset != Events.NO_DAY) {
                order[taken++] = d;
            }
        }
        if (taken == 0) {
            return;
        }
        byStep(taken);
        double[] days = new double[taken];
        days[0] = always ? 0 : starts.below(FIRST_DRUG_DAYS);
        double gap = MEDIAN_YEARS_TO_NEXT * Life.DAYS_PER_YEAR / LN_2;
        for (int k = 1; k < taken; k++) {
            days[k] = days[k - 1] + starts.exponential(gap);
        }
        double there = Math.max(0, life.index - onset);
        double pressed = Math.min(1, 0.95 * there / Math.max(1, days[taken - 1]));
        for (int k = 0; k < taken; k++) {
            since[order[k]] = onset + (int) (pressed * days[k]);
        }
    }

    /** Insertion: a patient takes few of them; those of one step stay in the order of fields. */
    private void byStep(int taken) {
        for (int k = 1; k < taken; k++) {
            int moving = order[k];
            int at = k;
            while (at > 0 && step(order[at - 1]) > step(moving)) {
                order[at] = order[at - 1];
                at--;
            }
            order[at] = moving;
        }
    }

    private int step(int drug) {
        return drugs.get(drug).drug().step();
    }

    private void episodes(Life life, Taken t, int ingredient, int from, Episodes into) {
        double mean = t.drug().medianDays() / LN_2;
        int start = from;
        while (true) {
            double until = start + Math.max(1, pauses.exponential(mean));
            double again = until + PAUSE + pauses.exponential(LONGER_PAUSE);
            if (again >= life.index) { // what would be a pause at the index visit is none
                into.add(t.field(), ingredient, start, Episodes.OPEN);
                return;
            }
            if (until >= life.first) {
                into.add(t.field(), ingredient, start, (int) until);
            }
            start = (int) again;
        }
    }
}
