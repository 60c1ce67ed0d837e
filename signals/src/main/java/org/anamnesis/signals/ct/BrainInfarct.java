package org.anamnesis.signals.ct;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.anamnesis.signals.Draws;
import org.anamnesis.study.Finding;

/** Ischaemic stroke: the brain of one artery, darker by age, and the clot that closes it. */
final class BrainInfarct {
    private static final double OUTSIDE = -99;

    private final Head head;
    private final long key;

    BrainInfarct(Head head, long key) {
        this.head = head;
        this.key = key;
    }

    /** Settles territory, age and CT number. */
    void complete(Details d, Draws draws, boolean recorded) {
        double u = draws.uniform();
        double v = draws.uniform();
        d.text("territory", () -> u < 0.7 ? "MCA" : u < 0.82 ? "PCA" : u < 0.9 ? "ACA" : "lacunar");
        // A stroke of the record lies in the past unless the scan was asked to show a fresh one.
        String age =
                d.text(
                        "age",
                        () ->
                                recorded
                                        ? "chronic"
                                        : v < 0.2 ? "hyperacute" : v < 0.6 ? "acute" : "subacute");
        d.put("hu", infarct(age));
    }

    /** CT number of the core; from the text-book course: barely darker, dark, darkest, fluid. */
    private static double infarct(String age) {
        return switch (age) {
            case "hyperacute" -> 29;
            case "acute" -> 22;
            case "subacute" -> 17;
            default -> 10;
        };
    }

    /** Brain fed by one artery, with an uneven border. */
    private Region territory(Finding f) {
        int side = Details.x(f.details().get("side"));
        Noise border = new Noise(key, "ct infarct", 14);
        double k = head.s.kx;
        return (px, py, pz) -> {
            double x = px * side / k;
            double y = py / k;
            double z = pz / k;
            if (x < 0 || !head.holds(px, py, pz, head.gap())) {
                return OUTSIDE;
            }
            double n = 6 * border.at(px, py, pz);
            double depth =
                    switch (f.details().get("territory")) {
                        case "MCA" ->
                                Math.min(
                                        Math.min(
                                                x - 24 - 0.10 * Math.abs(y),
                                                Math.min(y + 46 - 0.15 * x, 40 - y)),
                                        Math.min(z - 6, 84 - z));
                        case "ACA" -> Math.min(Math.min(20 - x, 24 - y), Math.min(z - 34, 110 - z));
                        case "PCA" -> Math.min(Math.min(34 - x, y - 48), Math.min(z - 22, 58 - z));
                        default ->
                                6
                                        - Math.sqrt(
                                                (x - 20) * (x - 20)
                                                        + (y - 2) * (y - 2)
                                                        + (z - 32) * (z - 32) * 0.6)
                                        - n * 0.7;
                    };
            return (depth + n) * k;
        };
    }

    /** What changes the tissue of the brain. */
    List<BrainPaint.Change> changes(Map<Integer, Finding> findings) {
        List<BrainPaint.Change> changes = new ArrayList<>();
        for (Map.Entry<Integer, Finding> one : findings.entrySet()) {
            Finding f = one.getValue();
            if (f.id().equals("ischaemic-stroke")) {
                Region core = territory(f);
                double hu = Details.number(f, "hu");
                double soft = f.details().get("age").equals("chronic") ? 3 : 6;
                int mark = one.getKey();
                changes.add(
                        (c, pixel, part, x, y, z, healthy) -> {
                            double depth = core.depth(x, y, z);
                            double in = Math.max(0, Math.min(1, depth / soft + 0.5));
                            if (in <= 0) {
                                return healthy;
                            }
                            c.markAfter(
                                    mark,
                                    pixel,
                                    part * (float) Math.max(0, Math.min(1, depth / 1.5 + 0.5)));
                            return Math.min(
                                    healthy, healthy + in * (hu + 0.6 * c.grain[pixel] - healthy));
                        });
            }
        }
        return changes;
    }

    /** The clotted artery of a fresh infarct. */
    void clot(Finding f, List<Solid> solids) {
        String age = f.details().get("age");
        if (f.details().get("territory").equals("MCA")
                && (age.equals("hyperacute") || age.equals("acute"))) {
            int side = Details.x(f.details().get("side"));
            head.s
                    .tube(
                            0,
                            new double[] {side * 12, -18, 7, 1.5},
                            new double[] {side * 34, -15, 9, 1.4})
                    .forEach(c -> solids.add(Solid.of(c, Canvas.of(Tissue.of(72)))));
        }
    }
}
