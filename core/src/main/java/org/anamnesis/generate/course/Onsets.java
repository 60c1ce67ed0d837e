package org.anamnesis.generate.course;

import java.util.Map;
import java.util.Set;
import org.anamnesis.cohort.Events;
import org.anamnesis.plan.PlannedHistory;
import org.anamnesis.random.SeedTree;

/**
 * When a condition began that the patient has at the index visit and whose duration is not known:
 * as long ago as its prevalence by age in the population says. What is acute began days before;
 * what nothing is known of, within the last years. Both are assumptions.
 */
final class Onsets {
    /** Conditions that last days, or months: the longest time since their onset. */
    private static final Map<String, Integer> ACUTE =
            Map.of("pneumonia-covid-19", 7, "sepsis", 3, "gestational-diabetes", 112);

    private static final double UNKNOWN_YEARS = 10;

    /** Conditions of adults, which begin at 17 at the earliest (assumption). */
    private static final Set<String> OF_ADULTS =
            Set.of(
                    "atrial-fibrillation",
                    "breast-cancer",
                    "colorectal-cancer",
                    "copd",
                    "coronary-artery-disease",
                    "dementia",
                    "heart-failure",
                    "lung-cancer",
                    "osteoporosis",
                    "prostate-cancer",
                    "stroke");

    private static final double GROWN = 17;

    private final PlannedHistory asked;
    private final Draws draws;

    Onsets(PlannedHistory asked, SeedTree seeds) {
        this.asked = asked;
        draws = new Draws(seeds, "onset");
    }

    /** Readies the draws of a patient; one onset after the other follows. */
    void of(Life life) {
        draws.of(life.patient);
    }

    /** Day of onset, not before birth and not after the index visit. */
    int day(Life life, String condition) {
        return day(life, condition, draws.uniform());
    }

    /** The same for a share of u of those who have it, the earliest first. */
    int day(Life life, String condition, double u) {
        Integer acute = ACUTE.get(condition);
        int day;
        if (acute != null) {
            day = life.index - (int) (u * (acute + 1));
        } else {
            double age = Math.max(0, life.ageAtIndex);
            double[] before = asked.onsets().get(condition);
            // of the youngest, nobody younger tells when it began
            boolean known = before != null && value(before, age) > 0;
            double oldest = OF_ADULTS.contains(condition) && age > GROWN ? age - GROWN : age;
            double longest = Math.min(UNKNOWN_YEARS, oldest);
            double since = known ? age - at(before, u, age) : u * longest;
            day = life.index - (int) (since * Life.DAYS_PER_YEAR);
        }
        return life.birth == Events.NO_DAY ? day : Math.max(day, life.birth);
    }

    /**
     * Of those who have it at an age, the share who had it at a younger one; 0 if nothing is known.
     */
    double share(String condition, double younger, double age) {
        double[] before = asked.onsets().get(condition);
        double all = before == null ? 0 : value(before, Math.max(0, age));
        return all > 0 ? value(before, Math.max(0, younger)) / all : 0;
    }

    /**
     * The age at which a share of u of those who have it at an age had it: linear between years.
     */
    private static double at(double[] before, double u, double age) {
        double wanted = u * value(before, age);
        int low = 0;
        while (low + 1 < before.length && before[low + 1] < wanted) {
            low++;
        }
        int next = Math.min(low + 1, before.length - 1);
        double step = before[next] - before[low];
        double part = step > 0 ? (wanted - before[low]) / step : 0;
        return Math.min(age, low + part);
    }

    private static double value(double[] before, double age) {
        int low = (int) Math.min(age, before.length - 1);
        int next = Math.min(low + 1, before.length - 1);
        return before[low] + (age - low) * (before[next] - before[low]);
    }
}
