package org.anamnesis.signals.ecg;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.anamnesis.code.StudyKind;
import org.anamnesis.signals.AskedChecks;
import org.anamnesis.study.Study;

/**
 * An ECG on paper: 25 mm/s, 10 mm/mV, three rows of four leads of 2.5 s and lead II below. SVG in
 * millimetres.
 */
final class EcgPaper {
    private static final double LEFT = 14;
    private static final double TOP = 30;
    private static final double ROW = 30;
    private static final double WIDTH = 280;
    private static final double HEIGHT = 158;
    private static final double SPEED = 25;
    private static final double GAIN = 10;

    /** So many leads one below the other at most. */
    private static final int MOST_BELOW = 6;

    private static final List<List<Lead>> ROWS =
            List.of(
                    List.of(Lead.I, Lead.AVR, Lead.V1, Lead.V4),
                    List.of(Lead.II, Lead.AVL, Lead.V2, Lead.V5),
                    List.of(Lead.III, Lead.AVF, Lead.V3, Lead.V6));

    private final StudyKind kind;
    private final Study study;
    private final StringBuilder svg = new StringBuilder(1 << 16);

    private EcgPaper(StudyKind kind, Study study) {
        this.kind = kind;
        this.study = study;
    }

    static String svg(StudyKind kind, Study study) {
        return new EcgPaper(kind, study).draw();
    }

    private String draw() {
        svg.append(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %s %s\" width=\"%smm\" height=\"%smm\" font-family=\"Helvetica,Arial,sans-serif\" role=\"img\">\n"
                        .formatted(text(WIDTH), text(HEIGHT), text(WIDTH), text(HEIGHT)));
        svg.append("<title>")
                .append(escaped("Synthetic ECG. " + study.reading()))
                .append("</title>\n");
        grid();
        head();
        Trace trace = Trace.of(study);
        int rate = trace.rate();
        int n = (int) Math.min(trace.samples(), 10L * rate);
        int[][] eight = trace.units(0, n, .001);
        svg.append(
                "<g fill=\"none\" stroke=\"#111\" stroke-width=\".3\" stroke-linejoin=\"round\">\n");
        boolean twelve = study.settings().get("leads").equals("12");
        double below = twelve ? rows(eight, rate) : 0;
        List<Lead> whole = twelve ? List.of(Lead.II) : EcgFiles.leads(study);
        if (whole.size() > MOST_BELOW) {
            twoColumns(eight, rate, n, whole);
        } else {
            for (int i = 0; i < whole.size(); i++) {
                double y = twelve ? TOP + ROW * (below + .55) : y(i, whole.size());
                if (!twelve) {
                    calibration(y);
                }
                strip(eight, rate, whole.get(i), 0, n, LEFT, y);
            }
        }
        svg.append("</g>\n");
        labels(twelve);
        return svg.append("</svg>\n").toString();
    }

    private double rows(int[][] eight, int rate) {
        for (int row = 0; row < ROWS.size(); row++) {
            double y = TOP + ROW * (row + .55);
            calibration(y);
            for (int column = 0; column < 4; column++) {
                strip(
                        eight,
                        rate,
                        ROWS.get(row).get(column),
                        column * 5 * rate / 2,
                        (column + 1) * 5 * rate / 2,
                        LEFT + column * 62.5,
                        y);
            }
        }
        calibration(TOP + ROW * 3.55);
        return 3;
    }

    /** Five seconds of each lead, more than six of which would lie on top of each other. */
    private void twoColumns(int[][] eight, int rate, int n, List<Lead> leads) {
        for (int i = 0; i < leads.size(); i++) {
            int column = column(i, leads.size());
            int from = column * n / 2;
            int to = Math.min(n, from + 5 * rate);
            if (column == 0) {
                calibration(y(i, leads.size()));
            }
            strip(eight, rate, leads.get(i), from, to, x(column), y(i, leads.size()));
        }
    }

    private static int column(int lead, int leads) {
        return leads > MOST_BELOW && lead >= (leads + 1) / 2 ? 1 : 0;
    }

    private static double x(int column) {
        return LEFT + column * 5 * SPEED;
    }

    /** Base line of one of so many leads. */
    private static double y(int lead, int leads) {
        int rows = leads > MOST_BELOW ? (leads + 1) / 2 : leads;
        return TOP + ROW * (.55 + lead % rows * apart(rows));
    }

    /** 1 mV for 0.2 s. */
    private void calibration(double y) {
        svg.append("<path d=\"M%s %sh1.5v-10h5v10h1.5\"/>\n".formatted(text(LEFT - 10), text(y)));
    }

    /** A stretch of a lead as a path of relative steps in hundredths of a millimetre. */
    private void strip(int[][] eight, int rate, Lead lead, int from, int to, double x, double y) {
        svg.append(
                "<path transform=\"translate(%s %s) scale(.01)\" stroke-width=\"30\" d=\"M"
                        .formatted(text(x), text(y)));
        int step = Math.max(1, rate / 250);
        int[] one = new int[8];
        long lastX = 0;
        long lastY = 0;
        for (int i = from; i < to; i += step) {
            // Of two samples the one further from the last point: spikes and narrow waves stay.
            long px = Math.round((i - from) * SPEED * 100 / rate);
            long best = 0;
            long far = -1;
            for (int k = i; k < Math.min(to, i + step); k++) {
                for (int l = 0; l < 8; l++) {
                    one[l] = eight[l][k];
                }
                long py = -Math.round(lead.of(one) * GAIN / 10.0);
                if (Math.abs(py - lastY) > far) {
                    far = Math.abs(py - lastY);
                    best = py;
                }
            }
            long py = Math.max(-3000, Math.min(3000, best));
            if (i == from) {
                svg.append(px).append(' ').append(py).append('l');
            } else {
                svg.append(px - lastX)
                        .append(py - lastY < 0 ? "" : " ")
                        .append(py - lastY)
                        .append(' ');
            }
            lastX = px;
            lastY = py;
        }
        svg.append("\"/>\n");
    }

    private void grid() {
        svg.append(
                "<defs><pattern id=\"mm\" width=\"1\" height=\"1\" patternUnits=\"userSpaceOnUse\"><path d=\"M1 0H0V1\" fill=\"none\" stroke=\"#f3b8b8\" stroke-width=\".08\"/></pattern>");
        svg.append(
                "<pattern id=\"cm\" width=\"5\" height=\"5\" patternUnits=\"userSpaceOnUse\"><rect width=\"5\" height=\"5\" fill=\"url(#mm)\"/><path d=\"M5 0H0V5\" fill=\"none\" stroke=\"#e58a8a\" stroke-width=\".18\"/></pattern></defs>\n");
        svg.append(
                "<rect width=\"%s\" height=\"%s\" fill=\"#fff8f6\"/><rect width=\"%s\" height=\"%s\" fill=\"url(#cm)\"/>\n"
                        .formatted(text(WIDTH), text(HEIGHT), text(WIDTH), text(HEIGHT)));
    }

    private void head() {
        var p = study.person();
        svg.append(
                "<rect x=\"0\" y=\"0\" width=\"%s\" height=\"27\" fill=\"#fff\" fill-opacity=\".82\"/>\n"
                        .formatted(text(WIDTH)));
        svg.append("<g fill=\"#111\" font-size=\"3.4\">\n");
        line(
                5,
                5.5,
                p.patientId()
                        + "   "
                        + (p.female() ? "female" : "male")
                        + ", "
                        + (long) p.age()
                        + " years");
        line(
                5,
                10,
                p.start()
                        .format(
                                java.time.format.DateTimeFormatter.ofPattern(
                                        "yyyy-MM-dd HH:mm", Locale.ROOT)));
        int y = 0;
        StringBuilder row = new StringBuilder();
        for (var m : kind.measurements()) {
            Double value = study.measurements().get(m.id());
            if (value != null) {
                double scale = Math.pow(10, m.decimals());
                String unit =
                        m.unit().startsWith("/")
                                ? m.unit()
                                : m.unit().equals("deg") ? "°" : " " + m.unit();
                row.append(row.length() == 0 ? "" : "    ")
                        .append(m.names().get(0))
                        .append(' ')
                        .append(AskedChecks.text(Math.rint(value * scale) / scale))
                        .append(unit);
                if (row.length() > 88) {
                    line(5, 14.5 + 4.5 * y++, row.toString());
                    row.setLength(0);
                }
            }
        }
        line(5, 14.5 + 4.5 * y, row.toString());
        svg.append("</g>\n<g fill=\"#111\" font-size=\"3\">\n");
        int k = 0;
        for (String part : wrapped(study.reading(), 76)) {
            if (k < 5) {
                line(156, 5.5 + 4.2 * k++, part);
            }
        }
        svg.append(
                "</g>\n<text x=\"120\" y=\"6.5\" font-size=\"5\" font-weight=\"bold\" fill=\"#b00020\">SYNTHETIC</text>\n");
    }

    private static List<String> wrapped(String text, int width) {
        List<String> lines = new java.util.ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" ")) {
            if (line.length() + word.length() > width) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.length() == 0 ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }

    private void line(double x, double y, String words) {
        svg.append(
                "<text x=\"%s\" y=\"%s\">%s</text>\n".formatted(text(x), text(y), escaped(words)));
    }

    /** Rows from one lead to the next, so that all are on the paper. */
    private static double apart(int leads) {
        return Math.min(1.5, 3.6 / leads);
    }

    private void labels(boolean twelve) {
        svg.append("<g fill=\"#111\" font-size=\"3.4\" font-weight=\"bold\">\n");
        if (twelve) {
            for (int row = 0; row < 3; row++) {
                for (int column = 0; column < 4; column++) {
                    line(
                            LEFT + column * 62.5 + 1,
                            TOP + ROW * (row + .55) - 12,
                            ROWS.get(row).get(column).label());
                }
            }
            line(LEFT + 1, TOP + ROW * 3.55 - 11, "II");
        } else {
            List<Lead> leads = EcgFiles.leads(study);
            for (int i = 0; i < leads.size(); i++) {
                int column = column(i, leads.size());
                int rows = leads.size() > MOST_BELOW ? (leads.size() + 1) / 2 : leads.size();
                double up = Math.min(11, 10 * apart(rows));
                line(x(column) + 1, y(i, leads.size()) - up, leads.get(i).label());
            }
        }
        svg.append("</g>\n<g fill=\"#111\" font-size=\"3\">\n");
        line(5, HEIGHT - 3, "25 mm/s   10 mm/mV   " + study.settings().get("rate_hz") + " Hz");
        line(
                150,
                HEIGHT - 3,
                "Made by software from a synthetic record. Not a patient, not for diagnosis.");
        svg.append("</g>\n");
    }

    private static String text(double x) {
        return AskedChecks.text(x);
    }

    private static String escaped(String words) {
        return words.codePoints()
                .mapToObj(
                        c ->
                                switch (c) {
                                    case '&' -> "&amp;";
                                    case '<' -> "&lt;";
                                    case '>' -> "&gt;";
                                    case '"' -> "&quot;";
                                    default -> new String(Character.toChars(c));
                                })
                .collect(Collectors.joining());
    }
}
