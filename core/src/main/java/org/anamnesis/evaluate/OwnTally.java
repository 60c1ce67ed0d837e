package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.spec.CohortSpec;
import org.anamnesis.spec.Figures;
import org.anamnesis.spec.Own;

/** Whether what the user stated of own variables is what came. */
final class OwnTally {
    /** As for asked means, in SD. */
    private static final double MEAN = 0.03;

    /** Of the SD and of quartiles, relative to the SD. */
    private static final double SPREAD = 0.05;

    private OwnTally() {}

    static List<Adherence> of(CohortSpec spec, CohortHeader header, CohortSummary summary) {
        List<Adherence> all = new ArrayList<>();
        for (Own own : spec.beyond().own()) {
            for (int k = 0; k < header.fields().size(); k++) {
                if (header.fields().get(k).id().equals(own.id())) {
                    all.addAll(
                            own instanceof Own.Flag f
                                    ? List.of(flag(f, summary, k))
                                    : number((Own.Quantity) own, summary.number(k)));
                    break;
                }
            }
        }
        return all;
    }

    private static Adherence flag(Own.Flag f, CohortSummary summary, int k) {
        long wanted = Math.round(summary.patients() * f.percent() / 100);
        long yes = summary.levels(k)[1];
        return line(
                f.name() + " (stated by you)",
                Words.count(wanted) + " of " + Words.count(summary.patients()),
                Words.count(yes),
                yes == wanted);
    }

    private static List<Adherence> number(Own.Quantity own, Optional<Tally> found) {
        List<Adherence> all = new ArrayList<>();
        if (found.isEmpty() || found.get().n() == 0) {
            return all;
        }
        Figures f = own.figures();
        Distribution d = found.get().distribution();
        double sd = f.sd().orElse(d.sd());
        String what = own.name() + " (stated by you)";
        one(all, "Mean " + what, f.mean(), d.mean(), MEAN * sd);
        one(all, "SD of " + what, f.sd(), d.sd(), SPREAD * sd);
        f.quartiles()
                .ifPresent(
                        q -> {
                            OptionalDouble median = OptionalDouble.of(q.median());
                            one(all, "Median " + what, median, d.p50(), SPREAD * sd);
                        });
        return all;
    }

    private static void one(
            List<Adherence> all, String what, OptionalDouble asked, double came, double room) {
        asked.ifPresent(
                a ->
                        all.add(
                                line(
                                        what,
                                        Words.number(a),
                                        Words.number(came),
                                        Math.abs(came - a) <= room)));
    }

    private static Adherence line(String what, String asked, String came, boolean met) {
        return new Adherence(
                what, asked, came, met ? Adherence.Verdict.MET : Adherence.Verdict.NOT_MET, "");
    }
}
