package org.anamnesis.signals.ecg;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.anamnesis.signals.file.WfdbReader;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Person;
import org.anamnesis.study.Study;

/**
 * Reads an ECG from its WFDB file alone, as one who does not know how it was made: finds the beats,
 * takes their median, measures it.
 */
final class EcgReader {
    static final EcgStudio STUDIO = new EcgStudio();

    final int rate;
    final double[][] leads;
    final double[][] filtered;
    final int[] peaks;
    final double[][] median;
    final Delineator.Intervals intervals;
    private final int onset;

    private EcgReader(WfdbReader.Recording file) {
        rate = (int) file.rate();
        int n = file.digital().get(0).length();
        leads = new double[12][n];
        double[][] eight = new double[8][];
        for (int s = 0; s < 12; s++) {
            Lead lead = Lead.named(file.signals().get(s).description());
            for (int i = 0; i < n; i++) {
                leads[Lead.all().indexOf(lead)][i] =
                        file.signals().get(s).physical(file.digital().get(s).at(i));
            }
        }
        for (int l = 0; l < 8; l++) {
            eight[l] = leads[Lead.all().indexOf(Lead.MEASURED.get(l))].clone();
        }
        filtered = eight;
        Delineator.filter(filtered, rate);
        peaks = beats(filtered, rate);
        median = Delineator.medianBeat(filtered, peaks, 60_000 / heartRate(), rate);
        intervals = Delineator.read(median, Delineator.before(60_000 / heartRate(), rate), rate);
        onset = intervals.onset();
    }

    /** Peaks of the heart vector's speed that stand out from their surroundings. */
    private static int[] beats(double[][] filtered, int rate) {
        int n = filtered[0].length;
        double[][] band = new double[8][];
        for (int l = 0; l < 8; l++) {
            band[l] = filtered[l].clone();
            Filter.highPass(5, rate).apply(band[l]);
            Filter.lowPass(25, rate).apply(band[l]);
        }
        double[] speed = new double[n];
        double[] size = new double[n];
        for (int i = 1; i < n - 1; i++) {
            for (double[] lead : band) {
                speed[i] += Math.pow(lead[i + 1] - lead[i - 1], 2);
                size[i] += lead[i] * lead[i];
            }
            speed[i] = Math.sqrt(speed[i]);
        }
        int width = (int) (.08 * rate);
        double[] smooth = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += speed[i] - (i >= width ? speed[i - width] : 0);
            smooth[Math.max(0, i - width / 2)] = sum;
        }
        double[] tops = new double[8];
        for (int k = 0; k < 8; k++) {
            tops[k] = Arrays.stream(smooth, k * n / 8, (k + 1) * n / 8).max().orElse(0);
        }
        Arrays.sort(tops);
        List<Integer> found = new ArrayList<>();
        int apart = (int) (.26 * rate);
        for (int i = 0; i < n; i++) {
            int a = Math.max(0, i - apart);
            int b = Math.min(n, i + apart);
            double top = smooth[i];
            if (top > .35 * tops[4] && Arrays.stream(smooth, a, b).max().orElse(0) == top) {
                int best = i;
                for (int k = Math.max(0, i - width); k < Math.min(n, i + width); k++) {
                    best = size[k] > size[best] ? k : best;
                }
                found.add(best);
                i += apart / 2;
            }
        }
        return found.stream().mapToInt(Integer::intValue).toArray();
    }

    static Study plan(List<Finding> findings, Map<String, Double> measurements, long key) {
        return plan(person(55, key % 2 == 0), findings, measurements, key);
    }

    static Study plan(
            Person person, List<Finding> findings, Map<String, Double> measurements, long key) {
        var asked = new AskedStudy("ecg", Map.of(), measurements, findings);
        var problems = STUDIO.check(asked);
        if (!problems.isEmpty()) {
            throw new AssertionError(problems.toString());
        }
        return STUDIO.plan(person, asked, key);
    }

    static Person person(double age, boolean female) {
        return new Person(
                0,
                "p0",
                "e0",
                java.time.LocalDateTime.of(2024, 5, 6, 7, 8),
                age,
                female,
                Map.of(),
                Set.of(),
                Set.of());
    }

    static Finding finding(String id, String... details) {
        var map = new TreeMap<String, String>();
        for (int i = 0; i < details.length; i += 2) {
            map.put(details[i], details[i + 1]);
        }
        return new Finding(id, map);
    }

    static EcgReader read(Study study, Path folder) throws java.io.IOException {
        var files = STUDIO.write(study, folder, Set.of("wfdb"));
        return new EcgReader(WfdbReader.read(folder.resolve(files.files().get(0))));
    }

    double heartRate() {
        return 60.0 * rate * (peaks.length - 1) / (peaks[peaks.length - 1] - peaks[0]);
    }

    double[] rr() {
        double[] rr = new double[peaks.length - 1];
        for (int i = 0; i < rr.length; i++) {
            rr[i] = 1000.0 * (peaks[i + 1] - peaks[i]) / rate;
        }
        return rr;
    }

    /** Spread of RR as a share of its mean. */
    double variation() {
        double[] rr = rr();
        double mean = Arrays.stream(rr).average().orElse(0);
        double square = Arrays.stream(rr).map(x -> (x - mean) * (x - mean)).average().orElse(0);
        return Math.sqrt(square) / mean;
    }

    /**
     * Value of a lead of the median beat at a time from the onset of QRS, ms; the level before is
     * 0.
     */
    double at(Lead lead, double ms) {
        return value(lead, onset + (int) Math.round(ms * rate / 1000))
                - value(lead, onset - 6 * rate / 500);
    }

    private double value(Lead lead, int i) {
        return lead.of(median[Math.max(0, Math.min(median.length - 1, i))]);
    }

    /** Over a part of QRS, 0 to 1. */
    private double overQrs(Lead lead, double from, double to, ToDoubleFunction<double[]> of) {
        int n = (int) Math.round(intervals.qrs());
        double[] x = new double[(int) ((to - from) * n)];
        for (int k = 0; k < x.length; k++) {
            x[k] = at(lead, from * n + k);
        }
        return of.applyAsDouble(x);
    }

    double max(Lead lead, double from, double to) {
        return overQrs(lead, from, to, x -> Arrays.stream(x).max().orElse(0));
    }

    double min(Lead lead, double from, double to) {
        return overQrs(lead, from, to, x -> Arrays.stream(x).min().orElse(0));
    }

    double mean(Lead lead, double from, double to) {
        return overQrs(lead, from, to, x -> Arrays.stream(x).average().orElse(0));
    }

    /** ST 20 ms behind the J point, mV. */
    double st(Lead lead) {
        return at(lead, intervals.qrs() + 20);
    }

    /** The value furthest from the line in the last six tenths of ST-T, mV with its sign. */
    double t(Lead lead) {
        double best = 0;
        double from = intervals.qrs() + .4 * (intervals.qt() - intervals.qrs());
        for (double ms = from; ms < intervals.qt() - 25; ms++) {
            double x = at(lead, ms);
            best = Math.abs(x) > Math.abs(best) ? x : best;
        }
        return best;
    }
}
