package org.anamnesis.signals.eeg;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.signals.Draws;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Person;

/** What a patient's conditions and drugs let an EEG show, with the chance of it. */
final class Implied {
    private static final Set<String> ANTISEIZURE =
            Set.of(
                    "levetiracetam",
                    "lamotrigine",
                    "carbamazepine",
                    "valproate",
                    "phenytoin",
                    "topiramate");

    /** None is in the catalogue yet; the names are those that a record would use. */
    private static final Set<String> BENZODIAZEPINES =
            Set.of(
                    "benzodiazepine",
                    "benzodiazepines",
                    "alprazolam",
                    "clobazam",
                    "clonazepam",
                    "diazepam",
                    "lorazepam",
                    "midazolam");

    private Implied() {}

    /** Draws are taken in the same order whatever the person has. */
    static List<Finding> by(Person person, double duration, String state, Draws draws) {
        var all = new ArrayList<Finding>();
        double discharge = draws.uniform();
        boolean general = draws.chance(50.0 / 241); // Liu et al. 2023: 50 of 241
        boolean sharp = draws.chance(0.4); // assumption
        double slow = draws.uniform();
        double severe = draws.uniform();
        double fast = draws.uniform();
        var has = person.conditions();
        if (has.contains("epilepsy") && discharge < discharges(person, duration, general)) {
            Sign sign =
                    general
                            ? Sign.GENERALIZED_SPIKE_WAVE
                            : sharp ? Sign.FOCAL_SHARP_WAVES : Sign.FOCAL_SPIKES;
            all.add(new Finding(sign.id(), Map.of()));
        }
        // Acute stroke: focal slowing in 28.2 %, generalized in 18.9 %
        // (doi:10.3389/fneur.2023.1118903)
        if (has.contains("stroke") && slow < 0.282) {
            all.add(new Finding(Sign.FOCAL_SLOWING.id(), Map.of()));
        } else if (has.contains("stroke") && slow < 0.282 + 0.189) {
            all.add(slowing(severe < 0.7 ? "mild" : "moderate"));
        } else if (has.contains("dementia") && slow < 0.5) {
            // that slowing is frequent: Rosén 1997, Dement Geriatr Cogn Disord 8:110; half is
            // assumed
            all.add(slowing(severe < 0.7 ? "mild" : "moderate"));
        } else if (has.contains("sepsis") && slow < 0.5) {
            all.add(
                    slowing(
                            severe < 0.4
                                    ? "mild"
                                    : severe < 0.8 ? "moderate" : "severe")); // assumed
        }
        boolean drugged = person.drugs().stream().anyMatch(BENZODIAZEPINES::contains);
        if (drugged && fast < 0.7 && !state.equals("coma")) { // the share is assumed
            all.add(new Finding(Sign.EXCESS_BETA.id(), Map.of()));
        }
        return all;
    }

    private static Finding slowing(String severity) {
        return new Finding(Sign.GENERALIZED_SLOWING.id(), Map.of("severity", severity));
    }

    /**
     * Chance of at least one discharge. Time to the first is log-normal: without drugs the median
     * is 63 min, quartiles 19 and 299, in focal epilepsy, 30, 12.5 and 62 in generalized (Liu et
     * al. 2023, doi:10.1186/s12883-023-03474-2); with them 316, 70 and 772 in both (PMID 22621908).
     */
    static double discharges(Person person, double duration, boolean general) {
        boolean treated = person.drugs().stream().anyMatch(ANTISEIZURE::contains);
        double median = treated ? 316 : general ? 30 : 63;
        double spread = StrictMath.log(treated ? 772.0 / 70 : general ? 62 / 12.5 : 299.0 / 19);
        double z = (StrictMath.log(duration / 60) - StrictMath.log(median)) / (spread / 1.349);
        return normal(z);
    }

    /** Distribution function, by the logistic approximation of Bowling et al. 2009: 1.4e-4 off. */
    private static double normal(double z) {
        return 1 / (1 + StrictMath.exp(-0.07056 * z * z * z - 1.5976 * z));
    }
}
