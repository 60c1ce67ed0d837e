package org.anamnesis.generate.course;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.cohort.VisitKind;
import org.anamnesis.random.SeedTree;

/** What is measured at which visit: when it is due by guideline or habit, if it is then done. */
final class Orders {
    private static final double DAYS_PER_MONTH = Life.DAYS_PER_YEAR / 12;

    /** Whoever comes so many days early is measured all the same. */
    static final int EARLY = 21;

    /** HbA1c that is not at goal is looked at more often, without diabetes less. */
    private static final double OFF_GOAL_MONTHS = 3;

    private static final double WITHOUT_DIABETES_MONTHS = 12;

    private static final String GLYCAEMIA = "glycaemia";

    private final List<Practice.Panel> panels = new ArrayList<>();
    private final int[] panelOf;
    private final double[] last;
    private final Draws draws;
    private boolean[] done = new boolean[0];

    /**
     * @param observations ids, in the order in which {@link #done} counts them
     */
    Orders(List<String> observations, SeedTree seeds) {
        panelOf = new int[observations.size()];
        for (int o = 0; o < panelOf.length; o++) {
            Practice.Panel panel = Practice.panel(observations.get(o));
            if (!panels.contains(panel)) {
                panels.add(panel);
            }
            panelOf[o] = panels.indexOf(panel);
        }
        last = new double[panels.size()];
        draws = new Draws(seeds, "orders");
    }

    /** Whether observation {@code o} is measured at a visit. */
    boolean done(int visit, int o) {
        return done[visit * panels.size() + panelOf[o]];
    }

    /**
     * Decides for all visits before the index visit.
     *
     * @param diabetes whether the patient has it
     * @param offGoal whether HbA1c is not at its goal
     * @param therapy tells when drugs against hyperglycaemia were begun: HbA1c is known by then
     */
    void fill(Life life, Diary diary, boolean diabetes, boolean offGoal, Therapy therapy) {
        int n = panels.size();
        if (done.length < diary.count() * n) {
            done = new boolean[2 * diary.count() * n];
        }
        draws.of(life.patient);
        for (int p = 0; p < n; p++) {
            last[p] = life.first - draws.uniform() * days(panels.get(p), diabetes, offGoal);
        }
        for (int v = 0; v < diary.count() - 1; v++) {
            for (int p = 0; p < n; p++) {
                boolean begun =
                        panels.get(p).name().equals(GLYCAEMIA)
                                && therapy.lowersGlucoseFrom(diary.start(v));
                boolean isDone = isDone(panels.get(p), p, diary, v, diabetes, offGoal);
                done[v * n + p] = isDone || begun;
                if (done[v * n + p]) {
                    last[p] = diary.start(v);
                }
            }
        }
    }

    private boolean isDone(
            Practice.Panel panel, int p, Diary diary, int v, boolean diabetes, boolean offGoal) {
        if (!diary.inPerson(v)) {
            return false;
        }
        if (panel.months() == 0) {
            return true;
        }
        boolean admitted =
                diary.kind(v) == VisitKind.INPATIENT
                        && (panel.name().equals("salts")
                                || panel.name().equals("kidney")
                                || panel.name().equals("blood"));
        boolean due =
                diary.planned(v)
                        && diary.start(v) - last[p] >= days(panel, diabetes, offGoal) - EARLY;
        return admitted || (due && draws.uniform() < panel.done());
    }

    static double days(Practice.Panel panel, boolean diabetes, boolean offGoal) {
        double months = panel.months();
        if (panel.name().equals(GLYCAEMIA)) {
            months = !diabetes ? WITHOUT_DIABETES_MONTHS : offGoal ? OFF_GOAL_MONTHS : months;
        }
        return months * DAYS_PER_MONTH;
    }
}
