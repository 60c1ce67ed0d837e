package org.anamnesis.signals.eeg;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.anamnesis.study.Study;

/**
 * A page of an EEG as it is read: ten seconds, negative up, the chains of a bipolar montage from
 * front to back, left above right, with a mark of sensitivity and the annotations.
 */
final class EegPicture {
    /** Shown seconds. */
    static final int PAGE = 10;

    private static final int LEFT = 74;
    private static final int TOP = 56;
    private static final int ROW = 27;
    private static final int SECOND = 96;

    /** Drawn points a second, and points of the grid in a pixel: coordinates are whole numbers. */
    private static final int POINTS = 128;

    private static final int GRID = 4;

    /** µV of one row's height on adult pages: 7 µV/mm at a usual spacing. */
    private static final double ROW_UV = 70;

    private final Study study;
    private final List<Trace> traces;
    private final StringBuilder svg = new StringBuilder(1 << 16);
    private final double rowUv;

    /** A line of the page: one electrode against others. */
    private static final class Trace {
        final String name;
        final float[] weights;
        final boolean gap;

        Trace(String name, float[] weights, boolean gap) {
            this.name = name;
            this.weights = weights;
            this.gap = gap;
        }
    }

    private EegPicture(Study study) {
        this.study = study;
        this.traces = montage(study.settings().getOrDefault("montage", "bipolar"));
        boolean high =
                Ages.childhood(study.person().age()) > 1.3
                        || study.findings().stream()
                                .map(f -> Sign.of(f.id()).orElseThrow())
                                .anyMatch(
                                        s ->
                                                s == Sign.ABSENCE_SEIZURE
                                                        || s == Sign.GENERALIZED_SPIKE_WAVE);
        boolean deep =
                study.settings().get("state").matches("n3|coma")
                        || study.findings().stream()
                                .anyMatch(f -> f.id().equals(Sign.FOCAL_SEIZURE.id()));
        this.rowUv = high ? ROW_UV * 2.2 : deep ? ROW_UV * 1.6 : ROW_UV;
    }

    static byte[] of(Study study) {
        return of(study, start(study, Score.of(study)));
    }

    /** The page that starts at a second. */
    static byte[] of(Study study, long from) {
        return new EegPicture(study).draw(from).getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The page that tells most: the first event of the most telling finding, 2 s after the start.
     */
    private static long start(Study study, Score score) {
        long last = Math.max(0, (long) Details.number(study.settings().get("duration_s")) - PAGE);
        for (int f = 0; f < study.findings().size(); f++) {
            for (var e : score.events()) {
                if (e.finding() == f) {
                    boolean evolves = e.sign() == Sign.FOCAL_SEIZURE;
                    double at = evolves ? e.onset() + 0.25 * e.duration() : e.onset() - 2;
                    return Math.max(0, Math.min(last, (long) at));
                }
            }
        }
        return Math.min(last, 20);
    }

    private static List<Trace> montage(String name) {
        var all = new ArrayList<Trace>();
        if (name.equals("bipolar")) {
            String[] chains = {
                "Fp1 F7 T3 T5 O1",
                "Fp2 F8 T4 T6 O2",
                "Fp1 F3 C3 P3 O1",
                "Fp2 F4 C4 P4 O2",
                "Fz Cz Pz"
            };
            for (String chain : chains) {
                String[] e = chain.split(" ", -1);
                for (int i = 0; i + 1 < e.length; i++) {
                    float[] weights = new float[Electrodes.COUNT];
                    weights[Electrodes.index(e[i])] = 1;
                    weights[Electrodes.index(e[i + 1])] = -1;
                    all.add(new Trace(e[i] + "-" + e[i + 1], weights, i + 2 == e.length));
                }
            }
            return all;
        }
        boolean average = name.equals("average");
        for (int e = 0; e < Electrodes.SCALP; e++) {
            float[] weights = new float[Electrodes.COUNT];
            for (int k = 0; average && k < Electrodes.SCALP; k++) {
                weights[k] = -1f / Electrodes.SCALP;
            }
            weights[e] += 1;
            all.add(
                    new Trace(
                            Electrodes.NAMES.get(e) + (average ? "-Av" : "-Ref"),
                            weights,
                            e % 2 == 1));
        }
        return all;
    }

    private String draw(long from) {
        var recording = new Recording(study);
        int rate = recording.rate();
        float[][] second = recording.buffers();
        int shown = (int) Math.min(PAGE, recording.seconds() - from);
        float[][] lines = new float[traces.size()][shown * rate];
        for (long s = 0; s < from + shown && recording.next(second); s++) {
            if (s >= from) {
                put(second, lines, (int) (s - from) * rate);
            }
        }
        frame(shown);
        double y = TOP + 14;
        for (int k = 0; k < traces.size(); k++) {
            label(traces.get(k).name, y);
            trace(lines[k], rate, y);
            y += ROW + (traces.get(k).gap ? 8 : 0);
        }
        marks(recording.score(), from, shown, y);
        return svg.append("</svg>\n").toString();
    }

    private void put(float[][] second, float[][] lines, int at) {
        for (int k = 0; k < lines.length; k++) {
            float[] weights = traces.get(k).weights;
            for (int e = 0; e < weights.length; e++) {
                if (weights[e] != 0) {
                    for (int i = 0; i < second[e].length; i++) {
                        lines[k][at + i] += weights[e] * second[e][i];
                    }
                }
            }
        }
    }

    private double height() {
        return TOP
                + 14
                + traces.size() * ROW
                + traces.stream().filter(t -> t.gap).count() * 8.0
                + 58;
    }

    private void frame(int shown) {
        double width = LEFT + SECOND * PAGE + 20;
        svg.append(
                format(
                        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %.0f %.0f\""
                                + " font-family=\"sans-serif\" font-size=\"11\">\n"
                                + "<rect width=\"100%%\" height=\"100%%\" fill=\"#fff\"/>\n",
                        width, height()));
        text(10, 18, "start", "#222", "EEG · " + heading());
        text(width - 12, 18, "end", "#b00", "SYNTHETIC");
        svg.append("<path stroke=\"#ddd\" stroke-width=\"0.7\" d=\"");
        for (int s = 0; s <= shown; s++) {
            svg.append(format("M%d %d V%.0f", LEFT + s * SECOND, TOP - 6, height() - 44));
        }
        svg.append("\"/>\n");
    }

    private String heading() {
        return study.settings().get("state")
                + ", "
                + Details.text(Math.floor(study.person().age()), 0)
                + " years, "
                + study.settings().getOrDefault("montage", "bipolar")
                + " montage";
    }

    private void label(String name, double y) {
        text(LEFT - 6, y + 4, "end", "#222", name);
    }

    /** Whole steps on a fine grid, from the line's own zero: a page stays small. */
    private void trace(float[] line, int rate, double y) {
        var path = new StringBuilder(1 << 13);
        double scale = GRID * ROW / rowUv;
        int limit = (int) (2.2 * ROW * GRID); // the pen stops two rows away
        int before = 0;
        int count = line.length / rate * POINTS;
        for (int k = 0; k < count; k++) {
            // negative up
            int at = (int) Math.rint(line[(int) ((long) k * rate / POINTS)] * scale);
            at = Math.max(-limit, Math.min(limit, at));
            if (k == 0) {
                path.append("M0 ").append(at).append('l');
            } else {
                int step = at - before;
                path.append(k == 1 ? "" : " ").append(SECOND * GRID / POINTS);
                path.append(step < 0 ? "" : " ").append(step);
            }
            before = at;
        }
        svg.append(
                        format(
                                "<path transform=\"translate(%d %.1f) scale(%.2f)\" fill=\"none\""
                                        + " stroke=\"#114\" stroke-width=\"2.8\" d=\"",
                                LEFT, y, 1.0 / GRID))
                .append(path)
                .append("\"/>\n");
    }

    private void marks(Score score, long from, int shown, double bottom) {
        double x = LEFT + SECOND * PAGE - 100;
        double y = bottom + 22;
        double tall = ROW / rowUv * 50;
        svg.append(
                format(
                        "<path fill=\"none\" stroke=\"#222\" d=\"M%.1f %.1f v%.1f h%d\"/>\n",
                        x, y - tall / 2, tall, SECOND));
        text(x - 4, y + 4, "end", "#222", "50 µV");
        text(x + SECOND / 2.0, y + tall / 2 + 13, "middle", "#222", "1 s");
        text(LEFT, y + 4, "start", "#222", format("from %d s", from));
        double[] ends = {LEFT, LEFT, LEFT, LEFT};
        for (var a : Annotations.of(study, score)) {
            if (a.onset() + a.duration() < from || a.onset() > from + shown) {
                continue;
            }
            boolean whole = a.onset() < from - 1 && a.onset() + a.duration() > from + shown + 1;
            double start = LEFT + SECOND * Math.max(0, a.onset() - from);
            double end = LEFT + SECOND * Math.min(shown, a.onset() + a.duration() - from);
            int row = 0;
            for (int k = 0; k < ends.length && ends[row] > start; k++) {
                row = ends[k] <= start || ends[k] < ends[row] ? k : row;
            }
            double at = TOP - 28 + 9 * row;
            ends[row] = Math.max(end, start + 5.2 * a.text().length()) + 4;
            if (!whole) {
                svg.append(
                        format(
                                "<path stroke=\"#06c\" stroke-width=\"1.6\" opacity=\"0.6\""
                                        + " d=\"M%.1f %.1f H%.1f\"/>\n",
                                start, at + 2, Math.max(end, start + 2)));
            }
            svg.append(
                    format(
                            "<text x=\"%.1f\" y=\"%.1f\" font-size=\"9\" fill=\"#06c\">%s</text>\n",
                            start, at, a.text()));
        }
    }

    private void text(double x, double y, String anchor, String colour, String words) {
        svg.append(
                format(
                        "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\" fill=\"%s\">%s</text>\n",
                        x, y, anchor, colour, words.replace("&", "&amp;").replace("<", "&lt;")));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }
}
