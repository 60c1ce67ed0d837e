package org.anamnesis.signals.ct;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.signals.Draws;
import org.anamnesis.study.Finding;

/** Nodules, emphysema, pneumonia and effusion: where they lie and how they look. */
final class ChestDisease {
    private static final double OUTSIDE = -99;
    private static final double STEP = 5;

    private final TrunkBody body;
    private final long key;
    private final Nodules nodules;

    ChestDisease(TrunkBody body, long key) {
        this.body = body;
        this.key = key;
        this.nodules = new Nodules(body, key);
    }

    /** Settles all that was left open of a finding. */
    Finding complete(Finding asked, int index, List<Finding> before, boolean cancer) {
        var d = new Details(asked);
        Draws draws = Draws.of(key, "ct finding " + index + " " + asked.id());
        switch (asked.id()) {
            case "lung-nodule" -> nodules.complete(d, draws, before, cancer);
            case "emphysema" -> emphysema(d, draws);
            case "pneumonia" -> pneumonia(d, draws, before);
            case "pleural-effusion" -> effusion(d, draws, before);
            default -> throw new IllegalArgumentException(asked.id());
        }
        return d.done();
    }

    private static void emphysema(Details d, Draws draws) {
        double u = draws.uniform();
        double v = draws.uniform();
        if (d.has("laa_percent") && !d.has("severity")) {
            d.put("severity", severity(d.number("laa_percent", () -> 0)));
        }
        String severity =
                d.text("severity", () -> u < 0.5 ? "mild" : u < 0.85 ? "moderate" : "severe");
        d.number(
                "laa_percent",
                () ->
                        switch (severity) {
                            case "mild" -> 6 + 4 * v;
                            case "moderate" -> 11 + 9 * v;
                            default -> 26 + 12 * v;
                        });
    }

    /** Bounds of low attenuation area that separate grades: an assumption of this catalogue. */
    static String severity(double laa) {
        return laa < 10.5 ? "mild" : laa < 25 ? "moderate" : "severe";
    }

    private void pneumonia(Details d, Draws draws, List<Finding> before) {
        List<String> filled =
                before.stream()
                        .filter(f -> f.id().equals("pneumonia"))
                        .map(f -> f.details().get("lobe"))
                        .toList();
        String drawn = Lobes.ALL.get(new int[] {0, 1, 2, 2, 4, 4, 3}[draws.index(7)]);
        String lobe = Lobes.settle(d, drawn, filled);
        double u = draws.uniform();
        d.text("extent", () -> u < 0.6 ? "patchy" : "lobar");
        Nodules.place(d, nodules.site(lobe, 14 * body.size.kx, draws, List.of()));
        d.put("volume_ml", Math.rint(Region.volume(consolidation(d.done()), box(0), box(1), STEP)));
    }

    private void effusion(Details d, Draws draws, List<Finding> before) {
        double u = draws.uniform();
        double v = draws.uniform();
        double w = draws.uniform();
        if (d.has("volume_ml") && !d.has("size")) {
            d.put("size", size(d.number("volume_ml", () -> 0)));
        }
        String side =
                d.text(
                        "side",
                        () ->
                                Details.freeSide(
                                        "pleural-effusion", u < 0.55 ? "right" : "left", before));
        String size = d.text("size", () -> v < 0.5 ? "small" : v < 0.85 ? "moderate" : "large");
        double asked =
                d.number(
                        "volume_ml",
                        () ->
                                Math.rint(
                                        switch (size) {
                                                    case "small" -> 120 + 150 * w;
                                                    case "moderate" -> 350 + 350 * w;
                                                    default -> 1050 + 400 * w;
                                                }
                                                * Math.pow(Math.min(1, body.size.kx), 3)));
        int s = Details.x(side);
        double[] heights = heights(s);
        double cell = STEP * STEP * STEP / 1000;
        // No more than nine tenths of a lung can be displaced.
        double ml = Math.min(asked, Math.rint(0.9 * heights.length * cell));
        d.put("volume_ml", ml);
        int under = (int) Math.round(ml / cell);
        d.put("level_mm", heights[Math.max(0, heights.length - 1 - under)]);
    }

    /** Bounds in ml: an assumption of this catalogue, in keeping with usual wording. */
    static String size(double ml) {
        return ml < 300 ? "small" : ml < 1000 ? "moderate" : "large";
    }

    /** Levels at which points of a lung, spread evenly, come to lie under the fluid, sorted. */
    private double[] heights(int side) {
        double[] low = box(0);
        double[] high = box(1);
        var levels = java.util.stream.DoubleStream.builder();
        List<Capsule> aorta = Chest.aortaIn(body.scene, body.build);
        for (double z = low[2] + STEP / 2; z < high[2]; z += STEP) {
            for (double y = low[1] + STEP / 2; y < high[1]; y += STEP) {
                for (double x = low[0] + STEP / 2; x < high[0]; x += STEP) {
                    if (x * side > 0 && body.lungs.filled(side, x, y, z)) {
                        double px = x;
                        double py = y;
                        double pz = z;
                        if (aorta.stream().noneMatch(c -> c.inside(px, py, pz) > 0)) {
                            levels.add(y - surface(0, x));
                        }
                    }
                }
            }
        }
        return levels.build().sorted().toArray();
    }

    private double[] box(int end) {
        double s = end == 0 ? -1 : 1;
        return new double[] {
            s * 136 * body.size.kx,
            s * 92 * body.size.ky,
            (end == 0 ? Lungs.BOTTOM : Lungs.TOP) * body.size.kz
        };
    }

    /** Level that climbs along the side wall. */
    private double surface(double level, double x) {
        double far = Math.max(0, Math.abs(x) / body.size.kx - 70);
        return level - far * far * 0.012 * body.size.ky;
    }

    /** Consolidated lung: all of a lobe, or a part with an uneven border. */
    private Region consolidation(Finding f) {
        String lobe = f.details().get("lobe");
        boolean all = f.details().get("extent").equals("lobar");
        double cx = Details.number(f, "x_mm");
        double cy = Details.number(f, "y_mm");
        double cz = Details.number(f, "z_mm");
        Noise border = new Noise(key, "ct pneumonia " + lobe, 16);
        double r = 33 * body.size.kx;
        return (x, y, z) -> {
            if (!body.lungs.lobe(x, y, z).equals(lobe) || !body.lungs.inside(x, y, z)) {
                return OUTSIDE;
            }
            double n = border.at(x, y, z);
            if (all) {
                return 10 + 12 * n;
            }
            double d = Math.sqrt((x - cx) * (x - cx) + (y - cy) * (y - cy) + (z - cz) * (z - cz));
            return r - d + 20 * n;
        };
    }

    /**
     * What changes the tissue of the lungs.
     *
     * @param emphysema what it does, where it is among the findings
     */
    List<LungPaint.Change> changes(List<Finding> findings, LungPaint.Change emphysema) {
        // Lung is thinned out before it is filled, and filled before fluid takes its place.
        List<LungPaint.Change> thinned = new ArrayList<>();
        List<LungPaint.Change> filled = new ArrayList<>();
        List<LungPaint.Change> wet = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding f = findings.get(i);
            int mark = i;
            switch (f.id()) {
                case "emphysema" -> thinned.add(emphysema);
                case "pneumonia" -> filled.add(filled(consolidation(f), mark));
                case "pleural-effusion" ->
                        wet.add(
                                wet(
                                        Details.x(f.details().get("side")),
                                        Details.number(f, "level_mm"),
                                        mark));
                default -> {}
            }
        }
        List<LungPaint.Change> changes = new ArrayList<>(thinned);
        changes.addAll(filled);
        changes.addAll(wet);
        return changes;
    }

    private static LungPaint.Change filled(Region region, int mark) {
        return (c, pixel, part, x, y, z, healthy) -> {
            double depth = region.depth(x, y, z);
            double halo = Math.max(0, Math.min(1, (depth + 12) / 12));
            double full = Math.max(0, Math.min(1, depth / 3 + 0.5));
            double hu = healthy + halo * 0.4 * (-520 - healthy);
            if (full > 0) {
                c.markAfter(mark, pixel, part * (float) full);
            }
            return hu + full * (32 + 5 * c.grain[pixel] - hu);
        };
    }

    private LungPaint.Change wet(int side, double level, int mark) {
        return (c, pixel, part, x, y, z, healthy) -> {
            if (x * side <= 0) {
                return healthy;
            }
            double depth = y - surface(level, x);
            double fluid = Math.max(0, Math.min(1, depth / c.grid.pixel() + 0.5));
            double squeezed =
                    Math.max(0, Math.min(1, (depth + 9) / 6)); // lung pressed airless by the fluid
            double hu = healthy + squeezed * squeezed * (28 - healthy);
            if (fluid > 0) {
                c.markAfter(mark, pixel, part * (float) fluid);
            }
            return hu + fluid * (10 + c.grain[pixel] - hu);
        };
    }

    /** Whether a vessel runs where fluid has pushed the lung away. */
    boolean drowned(List<Finding> findings, Capsule c) {
        for (Finding f : findings) {
            if (f.id().equals("pleural-effusion")) {
                int side = Details.x(f.details().get("side"));
                double x = (c.x0() + c.x1()) / 2;
                double y = Math.max(c.y0(), c.y1());
                if (x * side > 0 && y > surface(Details.number(f, "level_mm"), x) - 3) {
                    return true;
                }
            }
        }
        return false;
    }
}
