package org.anamnesis.evaluate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.anamnesis.cohort.CohortHeader;
import org.anamnesis.cohort.Events;
import org.anamnesis.cohort.Field;

/**
 * What a value does within a patient when a drug is begun: the last value up to the start beside
 * the first when its effect is full, while it is still taken, and where no other drug that moves
 * the value is begun about that time.
 */
final class DrugEffects {
    /**
     * So many days of record without the drug make a new user. After half a year some were none,
     * but came back from a pause to a drug that had its effect long ago.
     */
    private static final int WASHOUT = 365;

    /** A value before the start is not older, in days. */
    private static final int BEFORE = 365;

    /** Days from the start on from which values count, and up to which. */
    private static final int FULL = 42;

    private static final int LATE = 450;

    /** HbA1c shows the glucose of about three months. */
    private static final int HBA1C_FULL = 90;

    /**
     * One drug and one value.
     *
     * @param field of the value, −1 if there is none
     * @param drugs fields of the drugs
     * @param others fields of all that move the value
     * @param every whether each of them counts, else the first that a patient begins
     * @param relative whether changes are in percent
     */
    private record Kind(
            String what,
            int field,
            List<Integer> drugs,
            List<Integer> others,
            boolean every,
            int full,
            boolean relative,
            String unit,
            HistoryFindings.Published published) {}

    private final List<Kind> kinds;
    private final double[] sums;
    private final double[] squares;
    private final long[] counts;

    private static final String METFORMIN = "class:biguanide|metformin";
    private static final String FURTHER =
            "class:(sulfonylurea|dpp-4.*|sglt2.*|glp-1.*|thiazolidinedione.*)"
                    + "|gli(piz|mepir|bencl).*|.*gliptin|.*gliflozin|.*glutide|pioglitazone";
    private static final String STATINS = "class:statin.*|.*vastatin";
    private static final String PRESSURE =
            "class:(ace-inhibitor.*|arb|calcium-channel.*|thiazide.*|beta-blocker.*)"
                    + "|.*pril|.*sartan|.*dipine|.*olol|.*thiazide.*|chlorthalidone";

    DrugEffects(CohortHeader header) {
        List<Integer> glucose =
                fields(
                        header,
                        METFORMIN + "|" + FURTHER + "|class:insulin.*|insulin.*|.*glinide.*");
        kinds =
                List.of(
                        new Kind(
                                "HbA1c after metformin was begun",
                                header.indexOf("hba1c"),
                                fields(header, METFORMIN),
                                glucose,
                                false,
                                HBA1C_FULL,
                                false,
                                "points",
                                HistoryFindings.Published.of(
                                        "−1.12 beside placebo (95 % interval −1.32 to −0.92; 35 trials, Hirst et al. 2012)",
                                        -1.32, -0.92)),
                        new Kind(
                                "HbA1c after a further drug was begun",
                                header.indexOf("hba1c"),
                                fields(header, FURTHER),
                                glucose,
                                true,
                                HBA1C_FULL,
                                false,
                                "points",
                                HistoryFindings.Published.of(
                                        "−1.23 ± 0.05 after a second drug (Wilding et al. 2018)",
                                        -1.33,
                                        -1.13)),
                        new Kind(
                                "LDL cholesterol after a statin was begun",
                                header.indexOf("ldl"),
                                fields(header, STATINS),
                                fields(header, STATINS),
                                false,
                                FULL,
                                true,
                                "%",
                                HistoryFindings.Published.of(
                                        "−29.7 (95 % interval −30.3 to −29.1; 21,636 new users in primary care)",
                                        -30.3, -29.1)),
                        new Kind(
                                "Systolic pressure after a drug against hypertension was begun",
                                header.indexOf("sbp"),
                                fields(header, PRESSURE),
                                fields(header, PRESSURE),
                                true,
                                FULL,
                                false,
                                "mmHg",
                                new HistoryFindings.Published(
                                        "−9.1 (354 trials, Law et al. 2003)", Optional.empty())));
        sums = new double[kinds.size()];
        squares = new double[kinds.size()];
        counts = new long[kinds.size()];
    }

    private static List<Integer> fields(CohortHeader header, String ids) {
        return IntStream.range(0, header.fields().size())
                .filter(k -> header.fields().get(k).role() == Field.Role.MEDICATION)
                .filter(k -> header.fields().get(k).id().matches(ids))
                .boxed()
                .toList();
    }

    /**
     * Takes in one patient.
     *
     * @param first day of the record
     * @param taken drugs of the block, those of the patient from {@code drug} to {@code lastDrug}
     * @param seen values of the block, those of the patient from {@code from} to {@code to}
     */
    void accept(int first, Events taken, int drug, int lastDrug, Events seen, int from, int to) {
        for (int k = 0; k < kinds.size(); k++) {
            Kind kind = kinds.get(k);
            List<Integer> begun = new ArrayList<>();
            for (int d = drug; d < lastDrug && kind.field() >= 0; d++) {
                int what = taken.what(d);
                boolean again = begun.contains(what) || (!kind.every() && !begun.isEmpty());
                if (kind.drugs().contains(what)) {
                    begun.add(what);
                    boolean alone = alone(kind, taken, d, drug, lastDrug);
                    if (!again && alone && taken.start(d) >= first + WASHOUT) {
                        change(k, taken.start(d), taken.end(d), seen, from, to);
                    }
                }
            }
        }
    }

    /** Whether no other drug is begun from six weeks before to the end of what is looked at. */
    private static boolean alone(Kind kind, Events taken, int d, int drug, int lastDrug) {
        int start = taken.start(d);
        for (int o = drug; o < lastDrug; o++) {
            boolean other = taken.what(o) != taken.what(d) && kind.others().contains(taken.what(o));
            if (other && taken.start(o) >= start - FULL && taken.start(o) <= start + LATE) {
                return false;
            }
        }
        return true;
    }

    private void change(int k, int start, int end, Events seen, int from, int to) {
        Kind kind = kinds.get(k);
        double before = Double.NaN;
        double after = Double.NaN;
        for (int e = from; e < to; e++) {
            int day = seen.start(e);
            if (seen.what(e) != kind.field()) {
                continue;
            }
            if (day <= start && day >= start - BEFORE) {
                before = seen.value(e);
            }
            boolean still = end == Events.NO_DAY || day <= end;
            boolean counts = still && day >= start + kind.full() && day <= start + LATE;
            after = Double.isNaN(after) && counts ? seen.value(e) : after;
        }
        double change = kind.relative() ? Math.log(after / before) : after - before;
        if (Double.isFinite(change)) {
            sums[k] += change;
            squares[k] += change * change;
            counts[k]++;
        }
    }

    List<HistoryFindings.Figure> result() {
        List<HistoryFindings.Figure> all = new ArrayList<>();
        for (int k = 0; k < kinds.size(); k++) {
            Kind kind = kinds.get(k);
            double mean = sums[k] / counts[k];
            double variance = (squares[k] - sums[k] * mean) / Math.max(1, counts[k] - 1);
            var within =
                    HistoryFindings.Between.around(
                            mean, Math.sqrt(Math.max(0, variance)), counts[k]);
            int decimals = kind.unit().equals("points") ? 2 : 1;
            all.add(
                    new HistoryFindings.Figure(
                            kind.what(),
                            shown(kind, mean),
                            new HistoryFindings.Between(
                                    shown(kind, within.low()), shown(kind, within.high())),
                            decimals,
                            kind.unit(),
                            counts[k],
                            kind.published()));
        }
        return all;
    }

    private static double shown(Kind kind, double change) {
        return kind.relative() ? 100 * Math.expm1(change) : change;
    }
}
