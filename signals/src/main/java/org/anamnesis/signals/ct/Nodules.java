package org.anamnesis.signals.ct;

import java.util.List;
import org.anamnesis.signals.Draws;
import org.anamnesis.study.Finding;

/** Nodules of the lung: how dense, how large, in which lobe, and how they look. */
final class Nodules {
    /** Below this CT number a nodule is a haze. */
    private static final double HAZY = -300;

    /** CT number of what is neither air nor solid about the core of a nodule, an assumption. */
    private static final double HAZE = -590;

    private final TrunkBody body;
    private final long key;
    private final Levels levels;

    Nodules(TrunkBody body, long key, Levels levels) {
        this.body = body;
        this.key = key;
        this.levels = levels;
    }

    /**
     * Settles density, size, lobe, border and place.
     *
     * @param aerated how far a point lies from what would hide a nodule, mm
     * @param full lobes that hold no air
     */
    void complete(
            Details d,
            Draws draws,
            List<Finding> before,
            boolean cancer,
            Region aerated,
            List<String> full) {
        double u = draws.uniform();
        String drawn =
                u < 0.62
                        ? "solid"
                        : u < 0.80 ? "ground-glass" : u < 0.93 ? "part-solid" : "calcified";
        if (cancer && drawn.equals("calcified")) {
            drawn = "solid";
        }
        if (d.has("hu")) {
            double hu = d.number("hu", () -> 0);
            drawn = hu <= HAZY ? "ground-glass" : hu >= 150 ? "calcified" : "solid";
        }
        String kind = drawn;
        String density = d.text("density", () -> kind);
        double size =
                cancer
                        ? draws.uniform(14, 29)
                        : Math.min(28, 6.5 * StrictMath.exp(0.45 * draws.normal()));
        double diameter = d.number("diameter_mm", () -> Math.max(Math.max(4, levels.step()), size));
        double h = draws.uniform();
        double hu =
                d.number(
                        "hu",
                        () ->
                                Math.rint(
                                        switch (density) {
                                            case "ground-glass" -> -660 + 140 * h;
                                            case "calcified" -> 280 + 320 * h;
                                            default -> 20 + 25 * h;
                                        }));
        d.put("hu", hu);
        if (density.equals("part-solid")) {
            d.number("solid_mm", () -> diameter * draws.uniform(0.45, 0.6));
        }
        double least = density.equals("part-solid") ? d.number("solid_mm", () -> 0) : diameter;
        double s = draws.uniform();
        d.text(
                "spiculation",
                () ->
                        density.equals("solid") && diameter >= 8 && s < (cancer ? 0.85 : 0.25)
                                ? "yes"
                                : "no");
        double l = draws.uniform();
        String lobe =
                Lobes.settle(
                        d,
                        l < 0.32
                                ? "RUL"
                                : l < 0.40 ? "RML" : l < 0.60 ? "RLL" : l < 0.84 ? "LUL" : "LLL",
                        full);
        double[] at =
                site(
                        lobe,
                        diameter / 2,
                        least,
                        draws,
                        (x, y, z) ->
                                apart(before, x, y, z) < diameter / 2 + 3
                                        ? Double.NEGATIVE_INFINITY
                                        : aerated.depth(x, y, z));
        place(d, at);
        d.put(
                "volume_ml",
                new java.math.BigDecimal(Math.PI * diameter * diameter * diameter / 6000)
                        .round(new java.math.MathContext(3))
                        .toPlainString());
    }

    static void place(Details d, double[] at) {
        d.put("x_mm", at[0]);
        d.put("y_mm", at[1]);
        d.put("z_mm", at[2]);
    }

    /**
     * A place in a lobe where a ball fits; if none does, the one with most room.
     *
     * @param thinnest diameter of its smallest part that is to be seen, mm
     * @param free how far a point lies from what the ball must not touch, mm
     */
    double[] site(String lobe, double radius, double thinnest, Draws draws, Region free) {
        int side = lobe.startsWith("R") ? -1 : 1;
        double[] hilum = body.lungs.hilum(side);
        TrunkSize size = body.size;
        for (double margin : new double[] {4, 1.5, 0, -radius * 0.35, -radius * 0.8}) {
            for (int i = 0; i < 400; i++) {
                double x = side * draws.uniform(14, 128) * size.kx;
                double y = draws.uniform(-88, 82) * size.ky;
                double z =
                        levels.near(
                                draws.uniform(Lungs.BOTTOM + 6, Lungs.TOP - 8) * size.kz, thinnest);
                double reach = Math.max(0.5, radius + margin);
                double away = Math.hypot(Math.hypot(x - hilum[0], y - hilum[1]), z - hilum[2]);
                if (body.lungs.lobe(x, y, z).equals(lobe)
                        && inLobe(lobe, x, y, z, reach)
                        && away > Math.max(0, 26 * size.kx + reach * Math.signum(margin))
                        && body.lungs.holds(x, y, z, reach)
                        && free.depth(x, y, z) > radius + Math.min(0, margin)) {
                    return new double[] {x, y, z};
                }
            }
        }
        return new double[] {
            hilum[0] + side * 30 * size.kx, hilum[1], levels.near(hilum[2], thinnest)
        };
    }

    /** A ball about a point touches no fissure: they rise from front to back. */
    private boolean inLobe(String lobe, double x, double y, double z, double reach) {
        return body.lungs.lobe(x, y, z + reach).equals(lobe)
                && body.lungs.lobe(x, y, z - reach).equals(lobe)
                && body.lungs.lobe(x, y + reach, z).equals(lobe)
                && body.lungs.lobe(x, y - reach, z).equals(lobe);
    }

    /** Distance of a point from the nearest nodule, mm. */
    private static double apart(List<Finding> findings, double x, double y, double z) {
        return findings.stream()
                .filter(f -> f.id().equals("lung-nodule"))
                .mapToDouble(
                        f ->
                                Math.hypot(
                                                Math.hypot(
                                                        x - Details.number(f, "x_mm"),
                                                        y - Details.number(f, "y_mm")),
                                                z - Details.number(f, "z_mm"))
                                        - Details.number(f, "diameter_mm") / 2)
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Places that vessels leave free. */
    static List<Ellipsoid> clear(List<Finding> findings) {
        return findings.stream()
                .filter(f -> f.id().equals("lung-nodule"))
                .map(
                        f -> {
                            double own = Details.number(f, "diameter_mm") / 2;
                            // A hazy border is told only from what does not touch it.
                            boolean hazy =
                                    f.details().get("density").equals("part-solid")
                                            || Details.number(f, "hu") < HAZY;
                            double r = hazy ? own * 1.3 + 4 : own * 1.12 + 2.2;
                            return new Ellipsoid(
                                    Details.number(f, "x_mm"),
                                    Details.number(f, "y_mm"),
                                    Details.number(f, "z_mm"),
                                    r,
                                    r,
                                    r);
                        })
                .toList();
    }

    /** Nodules, painted over lung and vessels. */
    void paint(List<Finding> findings, Scene scene, Recovery recovery) {
        for (int i = 0; i < findings.size(); i++) {
            Finding f = findings.get(i);
            if (!f.id().equals("lung-nodule")) {
                continue;
            }
            Draws draws = Draws.of(key, "ct lump " + i);
            double r = Details.number(f, "diameter_mm") / 2;
            double hu = Details.number(f, "hu");
            String density = f.details().get("density");
            boolean part = density.equals("part-solid");
            double seen = part ? HAZE : hu;
            double x = Details.number(f, "x_mm");
            double y = Details.number(f, "y_mm");
            double z = Details.number(f, "z_mm");
            double[] at = {x, y, z};
            double rim = recovery.paint(seen, LungPaint.base(key), at, r);
            if (f.details().get("spiculation").equals("yes")) {
                spicules(scene, draws, x, y, z, r, rim);
            }
            Lump lump = new Lump(x, y, z, r, r < 4 ? 0.08 : 0.16, draws);
            scene.add(Solid.of(lump.low(), lump.high(), lump, Canvas.of(Tissue.of(rim), i)));
            if (part) {
                double inner = Details.number(f, "solid_mm") / 2;
                Lump core = new Lump(x, y, z, inner, 0.1, draws);
                Tissue solid = Tissue.of(recovery.paint(hu, HAZE, at, inner));
                scene.add(Solid.of(core.low(), core.high(), core, Canvas.of(solid, i)));
            }
        }
    }

    /**
     * Strands into the lung around a nodule: so many and so thick that a slice of some millimetres
     * shows several of them, thicker about a larger nodule and no denser than its rim: else the
     * strands of a small or hazy one are taken for its body. How thick is an assumption.
     */
    private static void spicules(
            Scene scene, Draws draws, double x, double y, double z, double r, double rim) {
        int n = (int) Math.round(14 + 1.5 * r);
        double thick = Math.min(1.3, 0.12 * r);
        for (int k = 0; k < n; k++) {
            double h = 1 - (2 * k + 1.0) / n;
            double ring = Math.sqrt(1 - h * h);
            double t = k * 2.399963229728653 + draws.uniform(-0.3, 0.3);
            double dx = ring * StrictMath.cos(t);
            double dy = ring * StrictMath.sin(t);
            double far = r * draws.uniform(1.5, 2.1);
            scene.add(
                    Solid.of(
                            new Capsule(
                                    x + dx * r * 0.8,
                                    y + dy * r * 0.8,
                                    z + h * r * 0.8,
                                    thick,
                                    x + dx * far,
                                    y + dy * far,
                                    z + h * far,
                                    0.45 * thick),
                            Canvas.of(Tissue.of(Math.min(20, rim)))));
        }
    }
}
