package org.anamnesis.signals.learned;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.anamnesis.study.RecordingLikeness;

/** Compares made recordings, read again, with learned ones and with those of people held out. */
final class Likeness {
    /** Rows of each kind that the search for the nearest looks at. */
    private static final int MOST = 1500;

    /** Share of people held out that lie nearer to a learned shape than the limit. */
    private static final double NEAR = 0.05;

    private final ReadFolder real;
    private final ReadFolder made;
    private final Axes axes;
    private final int[] learned;
    private final int[] apart;
    private final int[] all;

    Likeness(ReadFolder real, ReadFolder made, Axes axes, IntPredicate heldOut) {
        this.real = real;
        this.made = made;
        this.axes = axes;
        learned = some(real.of(heldOut.negate()), 2 * MOST);
        apart = some(real.of(heldOut), MOST);
        all = some(made.of(p -> true), MOST);
    }

    private static int[] some(int[] rows, int most) {
        int n = Math.min(most, rows.length);
        return IntStream.range(0, n).map(k -> rows[(int) ((long) k * rows.length / n)]).toArray();
    }

    /**
     * @param rows coefficients that recordings were made of
     */
    RecordingLikeness judged(List<double[]> rows) {
        Map<String, Double> figures = new LinkedHashMap<>();
        List<String> said = new ArrayList<>();
        double distance = decibels(spectrum(made, all), spectrum(real, apart));
        double usual = decibels(spectrum(real, learned), spectrum(real, apart));
        figures.put("spectrumDb", distance);
        figures.put("spectrumDbOfRealPeople", usual);
        said.add(
                text(
                        "Spectra, 0.5 to 39.5 Hz: made recordings, read again, differ from people held out by %.2f dB; learned people by %.2f dB.",
                        distance, usual));
        var worst = new StringBuilder();
        for (int k = 0; k < real.measured().size(); k++) {
            String name = real.measured().get(k).name();
            double ks = ks(column(made, all, k), column(real, apart, k));
            double of = ks(column(real, learned, k), column(real, apart, k));
            figures.put("ks_" + name, ks);
            figures.put("ksOfRealPeople_" + name, of);
            worst.append(worst.length() == 0 ? "" : ", ")
                    .append(text("%s %.3f (%.3f)", name, ks, of));
        }
        said.add(
                "What is measured in them (distance of distributions, KS; in brackets that of two groups of real people): "
                        + worst
                        + ".");
        return nearest(rows, figures, said);
    }

    private RecordingLikeness nearest(
            List<double[]> rows, Map<String, Double> figures, List<String> said) {
        double[][] known = coded(real, learned);
        double[][] placed = rows.stream().limit(MOST).map(axes::placed).toArray(double[][]::new);
        double[] ofMade = distances(placed, known);
        double[] readAgain = distances(coded(made, all), known);
        double[] ofStrangers = distances(coded(real, apart), known);
        Arrays.sort(ofStrangers);
        double limit = ofStrangers[(int) (NEAR * ofStrangers.length)];
        double near = Arrays.stream(ofMade).filter(d -> d < limit).count() / (double) ofMade.length;
        long people = Arrays.stream(apart).map(real::person).distinct().count();
        // standard error of a share of 5 % among the people held out and the made
        double error = Math.sqrt(NEAR * (1 - NEAR) * (1.0 / people + 1.0 / ofMade.length));
        boolean copied = near > Math.max(0.15, NEAR + 4 * error);
        double usual = Math.max(1e-9, middle(ofStrangers));
        double ratio = middle(ofMade) / usual;
        figures.put("nearestMedianRatio", ratio);
        figures.put("nearestMedianRatioReadAgain", middle(readAgain) / usual);
        figures.put("nearerThanStrangers", near);
        said.add(
                text(
                        "Copies: %.1f %% of made shapes lie nearer to a learned one than the nearest 5 %% of people held out do; the median distance is %.2f times theirs, of recordings read again %.2f times.",
                        100 * near, ratio, middle(readAgain) / usual));
        return new RecordingLikeness(figures, said, copied);
    }

    private static double middle(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static double[] spectrum(ReadFolder of, int[] rows) {
        double[] out = new double[Bands.COUNT];
        for (int i : rows) {
            for (int b = 0; b < out.length; b++) {
                out[b] += of.shape(i).spectrum()[b] / rows.length;
            }
        }
        return out;
    }

    /** Root of the mean squared difference of two mean spectra in dB. */
    private static double decibels(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (a[k] - b[k]) * (a[k] - b[k]) / a.length;
        }
        return Math.sqrt(sum);
    }

    private static double[] column(ReadFolder of, int[] rows, int column) {
        return Arrays.stream(rows)
                .mapToDouble(i -> of.shape(i).measured()[column])
                .sorted()
                .toArray();
    }

    /** Kolmogorov and Smirnov's distance of two sorted samples. */
    private static double ks(double[] a, double[] b) {
        int i = 0;
        int j = 0;
        double most = 0;
        while (i < a.length && j < b.length) {
            double at = Math.min(a[i], b[j]);
            while (i < a.length && a[i] <= at) {
                i++;
            }
            while (j < b.length && b[j] <= at) {
                j++;
            }
            most = Math.max(most, Math.abs(i / (double) a.length - j / (double) b.length));
        }
        return most;
    }

    private double[][] coded(ReadFolder of, int[] rows) {
        return Arrays.stream(rows)
                .mapToObj(i -> axes.placed(of.shape(i).curve()))
                .toArray(double[][]::new);
    }

    private static double[] distances(double[][] from, double[][] to) {
        return Arrays.stream(from)
                .mapToDouble(
                        a ->
                                Math.sqrt(
                                        Arrays.stream(to)
                                                .mapToDouble(b -> squared(a, b))
                                                .min()
                                                .orElseThrow()))
                .toArray();
    }

    private static double squared(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += (a[k] - b[k]) * (a[k] - b[k]);
        }
        return sum;
    }

    private static String text(String format, Object... figures) {
        return String.format(Locale.ROOT, format, figures);
    }
}
