package org.anamnesis.generate.course;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.code.OrderedProcedure;
import org.anamnesis.cohort.VisitKind;
import org.anamnesis.plan.Pace;
import org.anamnesis.random.SeedTree;

/** What is measured at which visit: when it is due by guideline or habit, if it is then done. */
final class Orders {
    private static final double DAYS_PER_MONTH = Life.DAYS_PER_YEAR / 12;

    /** Whoever comes so many days early is measured all the same. */
    static final int EARLY = 21;

    /** What was asked to be measured is measured whenever it is due; in practice nothing is. */
    private static final double ALWAYS = 1;

    /** HbA1c that is not at goal is looked at more often, without diabetes less. */
    private static final double OFF_GOAL_MONTHS = 3;

    private static final double WITHOUT_DIABETES_MONTHS = 12;

    private static final String GLYCAEMIA = "glycaemia";

    private final List<Practice.Panel> panels = new ArrayList<>();
    private final List<Pace> asked = new ArrayList<>();
    private final int[] panelOf;
    private final double[] last;
    private final Draws draws;
    private boolean[] done = new boolean[0];

    /** What is ordered together is ordered together, too, when one of it was asked for. */
    private static final Set<String> TOGETHER =
            Set.of(GLYCAEMIA, "kidney", "urine", "lipids", "salts", "fasting", "liver", "blood");

    /**
     * @param observations ids, in the order in which {@link #done} counts them
     * @param paces by observation, how often it shall be measured
     */
    Orders(List<String> observations, Map<String, Pace> paces, SeedTree seeds) {
        panelOf = new int[observations.size()];
        for (int o = 0; o < panelOf.length; o++) {
            Practice.Panel usual = Practice.panel(observations.get(o));
            Pace pace = pace(observations.get(o), usual, paces);
            Practice.Panel panel = panel(usual, pace);
            int at = 0;
            while (at < panels.size()
                    && !(panels.get(at).equals(panel) && asked.get(at).equals(pace))) {
                at++;
            }
            if (at == panels.size()) {
                panels.add(panel);
                asked.add(pace);
            }
            panelOf[o] = at;
        }
        last = new double[panels.size()];
        draws = new Draws(seeds, "orders");
    }

    /** What was asked of an observation, or of what is ordered together with it. */
    private static Pace pace(String observation, Practice.Panel usual, Map<String, Pace> paces) {
        if (usual.months() == 0) {
            return Pace.PRACTICE; // at every visit in person, of which there are enough
        }
        boolean together = TOGETHER.contains(usual.name());
        return paces.entrySet().stream()
                .filter(
                        a ->
                                a.getKey().equals(observation)
                                        || (together
                                                && OrderedProcedure.find(a.getKey()).isEmpty()
                                                && Practice.panel(a.getKey()).equals(usual)))
                .map(Map.Entry::getValue)
                .max(Comparator.comparingDouble(Pace::most).thenComparingDouble(Pace::then))
                .orElse(Pace.PRACTICE);
    }

    /** With a rhythm all along practice decides nothing. */
    private static Practice.Panel panel(Practice.Panel usual, Pace pace) {
        return pace.then() > 0 ? new Practice.Panel(usual.name(), 12 / pace.then(), ALWAYS) : usual;
    }

    /** Days that somebody may come early for what is due after so many. */
    static int early(double days) {
        return (int) Math.min(EARLY, days / 4);
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
        Arrays.fill(done, 0, diary.count() * n, false);
        for (int p = 0; p < n; p++) {
            if (asked.get(p).most() > 0) {
                atAskedTimes(life, diary, p);
            }
        }
        for (int v = 0; v < diary.count() - 1; v++) {
            for (int p = 0; p < n; p++) {
                boolean begun =
                        panels.get(p).name().equals(GLYCAEMIA)
                                && therapy.lowersGlucoseFrom(diary.start(v));
                if (asked.get(p).at(diary.start(v) - life.first) > 0) {
                    done[v * n + p] |= admitted(panels.get(p), diary, v);
                    continue;
                }
                boolean isDone = isDone(panels.get(p), p, diary, v, diabetes, offGoal);
                done[v * n + p] |= isDone || begun;
                if (done[v * n + p]) {
                    last[p] = diary.start(v);
                }
            }
        }
    }

    /**
     * At the planned visits nearest to the days on which it was asked for, from the last one on.
     */
    private void atAskedTimes(Life life, Diary diary, int p) {
        int span = life.index - life.first;
        for (double back : asked.get(p).back(span)) {
            int near = early(Life.DAYS_PER_YEAR / asked.get(p).at(span - back));
            int day = Math.max(life.first, life.index - (int) Math.round(back));
            int visit = diary.plannedNear(day, near);
            if (visit >= 0) {
                done[visit * panels.size() + p] = true;
            }
        }
    }

    /** In hospital blood, kidneys and salts are always looked at. */
    private static boolean admitted(Practice.Panel panel, Diary diary, int v) {
        return diary.kind(v) == VisitKind.INPATIENT
                && (panel.name().equals("salts")
                        || panel.name().equals("kidney")
                        || panel.name().equals("blood"));
    }

    private boolean isDone(
            Practice.Panel panel, int p, Diary diary, int v, boolean diabetes, boolean offGoal) {
        if (!diary.inPerson(v)) {
            return false;
        }
        if (panel.months() == 0) {
            return true;
        }
        double after = days(panel, diabetes, offGoal) - EARLY;
        boolean due = diary.planned(v) && diary.start(v) - last[p] >= after;
        return admitted(panel, diary, v) || (due && draws.uniform() < panel.done());
    }

    static double days(Practice.Panel panel, boolean diabetes, boolean offGoal) {
        double months = panel.months();
        if (panel.name().equals(GLYCAEMIA)) {
            months = !diabetes ? WITHOUT_DIABETES_MONTHS : offGoal ? OFF_GOAL_MONTHS : months;
        }
        return months * DAYS_PER_MONTH;
    }
}
