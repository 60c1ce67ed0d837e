package org.anamnesis.generate.course;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.cohort.VisitKind;
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
    private final int[] panelOf;
    private final double[] last;
    private final Draws draws;
    private boolean[] done = new boolean[0];

    /** What is ordered together is ordered together, too, when one of it was asked for. */
    private static final Set<String> TOGETHER =
            Set.of(GLYCAEMIA, "kidney", "urine", "lipids", "salts", "fasting", "liver", "blood");

    /**
     * @param observations ids, in the order in which {@link #done} counts them
     * @param asked by observation, how often a year it shall be measured
     */
    Orders(List<String> observations, Map<String, Double> asked, SeedTree seeds) {
        panelOf = new int[observations.size()];
        for (int o = 0; o < panelOf.length; o++) {
            Practice.Panel panel = panel(observations.get(o), asked);
            if (!panels.contains(panel)) {
                panels.add(panel);
            }
            panelOf[o] = panels.indexOf(panel);
        }
        last = new double[panels.size()];
        draws = new Draws(seeds, "orders");
    }

    private static Practice.Panel panel(String observation, Map<String, Double> asked) {
        Practice.Panel usual = Practice.panel(observation);
        if (usual.months() == 0) {
            return usual; // at every visit in person, of which there are enough
        }
        double perYear =
                asked.entrySet().stream()
                        .filter(
                                a ->
                                        a.getKey().equals(observation)
                                                || (TOGETHER.contains(usual.name())
                                                        && Practice.panel(a.getKey())
                                                                .equals(usual)))
                        .mapToDouble(Map.Entry::getValue)
                        .max()
                        .orElse(0);
        return perYear > 0 ? new Practice.Panel(usual.name(), 12 / perYear, ALWAYS) : usual;
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
            if (asked(panels.get(p))) {
                atAskedTimes(life, diary, p);
            }
        }
        for (int v = 0; v < diary.count() - 1; v++) {
            for (int p = 0; p < n; p++) {
                boolean begun =
                        panels.get(p).name().equals(GLYCAEMIA)
                                && therapy.lowersGlucoseFrom(diary.start(v));
                if (asked(panels.get(p))) {
                    done[v * n + p] |= admitted(panels.get(p), diary, v);
                    continue;
                }
                boolean isDone = isDone(panels.get(p), p, diary, v, diabetes, offGoal);
                done[v * n + p] = isDone || begun;
                if (done[v * n + p]) {
                    last[p] = diary.start(v);
                }
            }
        }
    }

    private static boolean asked(Practice.Panel panel) {
        return panel.months() > 0 && panel.done() == ALWAYS;
    }

    /**
     * At the planned visits nearest to the days on which it was asked for, from the last one on.
     */
    private void atAskedTimes(Life life, Diary diary, int p) {
        double between = panels.get(p).months() * DAYS_PER_MONTH;
        int near = early(between);
        for (int k = 1; k * between < life.index - life.first; k++) {
            int day = Math.max(life.first, life.index - (int) Math.round(k * between));
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
