package org.anamnesis.signals.ct;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.signals.Draws;
import org.anamnesis.study.Finding;

/** Nodules, emphysema, pneumonia and effusion: where they lie and how they look. */
final class ChestDisease {
    private static final double OUTSIDE = -99;

    /** Width of the haze about filled lung and of the airless lung beside fluid, mm. */
    private static final double HALO = 12;

    private static final double SQUEEZED = 9;

    private final TrunkBody body;
    private final long key;
    private final Nodules nodules;

    /** For painting, the levels say nothing: places are settled then. */
    ChestDisease(TrunkBody body, long key, Levels levels) {
        this.body = body;
        this.key = key;
        this.nodules = new Nodules(body, key, levels);
    }

    /** Settles all that was left open of a finding. */
    Finding complete(Finding asked, int index, List<Finding> before, boolean cancer) {
        var d = new Details(asked);
        Draws draws = Draws.of(key, "ct finding " + index + " " + asked.id());
        switch (asked.id()) {
            case "lung-nodule" ->
                    nodules.complete(d, draws, before, cancer, aerated(before), full(before));
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
        Nodules.place(
                d,
                nodules.site(lobe, 14 * body.size.kx, 28 * body.size.kx, draws, aerated(before)));
        List<Finding> seen =
                new ArrayList<>(before.stream().filter(f -> !f.id().equals("emphysema")).toList());
        seen.add(d.done());
        d.put("volume_ml", Math.max(1, Math.rint(SeenVolume.last(seen, body, key))));
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
        var space = new PleuralSpace(body, key, s, (x, y) -> y - surface(0, x));
        // No more than nine tenths of a lung can be displaced.
        double ml = Math.min(asked, Math.rint(0.9 * space.held()));
        d.put("volume_ml", ml);
        d.put("level_mm", space.level(ml));
    }

    /** Bounds in ml: an assumption of this catalogue, in keeping with usual wording. */
    static String size(double ml) {
        return ml < 300 ? "small" : ml < 1000 ? "moderate" : "large";
    }

    /** Lobes that hold no air. */
    private static List<String> full(List<Finding> findings) {
        return findings.stream()
                .filter(f -> "lobar".equals(f.details().get("extent")))
                .map(f -> f.details().get("lobe"))
                .toList();
    }

    /** Where effusions leave lung: how far from their surface, mm. */
    private Region dry(List<Finding> findings) {
        List<Finding> wet =
                findings.stream().filter(f -> f.id().equals("pleural-effusion")).toList();
        return (x, y, z) ->
                wet.stream()
                        .filter(f -> x * Details.x(f.details().get("side")) > 0)
                        .mapToDouble(f -> surface(Details.number(f, "level_mm"), x) - y)
                        .min()
                        .orElse(-OUTSIDE);
    }

    /**
     * Where there is air for something in it to be seen: how far from fluid and filled lung, mm.
     */
    private Region aerated(List<Finding> findings) {
        Region dry = dry(findings);
        List<Region> filled =
                findings.stream()
                        .filter(f -> f.id().equals("pneumonia"))
                        .map(this::consolidation)
                        .toList();
        return (x, y, z) ->
                filled.stream()
                        .mapToDouble(r -> -HALO - r.depth(x, y, z))
                        .reduce(dry.depth(x, y, z) - SQUEEZED, Math::min);
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
            double halo = Math.max(0, Math.min(1, (depth + HALO) / HALO));
            double full = Math.max(0, Math.min(1, depth / 3 + 0.5));
            double hu = healthy + halo * 0.4 * (-520 - healthy);
            if (full > 0) {
                c.displace((float) full);
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
                    Math.max(
                            0,
                            Math.min(
                                    1,
                                    (depth + SQUEEZED) / 6)); // lung pressed airless by the fluid
            double hu = healthy + squeezed * squeezed * (28 - healthy);
            if (fluid > 0) {
                c.displace((float) fluid);
                c.markAfter(mark, pixel, part * (float) fluid);
            }
            return hu + fluid * (10 + c.grain[pixel] - hu);
        };
    }

    /** Whether a vessel runs within filled lung, which hides it; airways show (Hansell 2008). */
    boolean veiled(List<Finding> findings, Capsule c) {
        return findings.stream()
                .filter(f -> f.id().equals("pneumonia"))
                .map(this::consolidation)
                .anyMatch(r -> deep(r, c.x0(), c.y0(), c.z0()) && deep(r, c.x1(), c.y1(), c.z1()));
    }

    private static boolean deep(Region region, double x, double y, double z) {
        return region.depth(x, y, z) > 1.5;
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
