package org.anamnesis.signals.ct;

import java.util.List;
import java.util.Optional;
import org.anamnesis.signals.Draws;
import org.anamnesis.study.Finding;

/** Stones, lesions of the liver, aneurysm of the aorta and fatty liver. */
final class AbdomenDisease {
    private final TrunkBody body;
    private final long key;
    private final Levels levels;

    AbdomenDisease(TrunkBody body, long key, Levels levels) {
        this.body = body;
        this.key = key;
        this.levels = levels;
    }

    Finding complete(Finding asked, int index, List<Finding> before) {
        var d = new Details(asked);
        Draws draws = Draws.of(key, "ct finding " + index + " " + asked.id());
        switch (asked.id()) {
            case "kidney-stone" -> stone(d, draws, before);
            case "liver-lesion" -> lesion(d, draws, before);
            case "aortic-aneurysm" -> aneurysm(d, draws);
            case "fatty-liver" -> fatty(d, draws);
            default -> throw new IllegalArgumentException(asked.id());
        }
        return d.done();
    }

    private void stone(Details d, Draws draws, List<Finding> before) {
        double u = draws.uniform();
        String side = d.text("side", () -> u < 0.5 ? "right" : "left");
        double v = draws.uniform();
        double diameter =
                d.number(
                        "diameter_mm",
                        () ->
                                Math.max(
                                        Math.max(3, levels.step()),
                                        Math.min(18, 5.5 * StrictMath.exp(0.45 * draws.normal()))));
        d.number("hu", () -> Math.rint(draws.uniform(450, 1250)));
        String[] sites = {"upper", "middle", "lower", "pelvis"};
        int first = v < 0.15 ? 0 : v < 0.35 ? 1 : v < 0.8 ? 2 : 3;
        boolean asked = d.has("site");
        double[] at = new double[3];
        for (int k = 0; k < 4; k++) { // another place if one is taken by a stone before
            String site = asked ? d.text("site", () -> "") : sites[(first + k) % 4];
            at = calyx(Details.x(side), site);
            at[2] = levels.near(at[2], diameter);
            double[] here = at;
            if (asked
                    || before.stream()
                            .noneMatch(f -> close(f, "kidney-stone", here, diameter / 2 + 4))) {
                d.put("site", site);
                break;
            }
        }
        d.text("site", () -> "lower");
        d.put("x_mm", at[0]);
        d.put("y_mm", at[1]);
        d.put("z_mm", at[2]);
    }

    private static boolean close(Finding f, String id, double[] at, double reach) {
        return f.id().equals(id)
                && Math.hypot(
                                Math.hypot(
                                        at[0] - Details.number(f, "x_mm"),
                                        at[1] - Details.number(f, "y_mm")),
                                at[2] - Details.number(f, "z_mm"))
                        < reach + Details.number(f, "diameter_mm") / 2;
    }

    private double[] calyx(int side, String site) {
        Scene s = body.scene;
        Ellipsoid k = Abdomen.kidney(s, side);
        double up =
                switch (site) {
                    case "upper" -> 0.48;
                    case "lower" -> -0.48;
                    default -> 0.0;
                };
        double out = site.equals("pelvis") ? -16 : up == 0 ? 2 : -4;
        double z = k.cz() + up * k.c();
        return new double[] {
            k.cx() + k.leanX() * (z - k.cz()) + side * out * s.kx,
            k.cy() + k.leanY() * (z - k.cz()) + (site.equals("pelvis") ? -9 : -2) * s.ky,
            z
        };
    }

    private void lesion(Details d, Draws draws, List<Finding> before) {
        double u = draws.uniform();
        String kind =
                d.text("kind", () -> u < 0.4 ? "cyst" : u < 0.65 ? "haemangioma" : "metastasis");
        double v = draws.uniform();
        d.number(
                "hu",
                () ->
                        Math.rint(
                                switch (kind) {
                                    case "cyst" -> 2 + 10 * v;
                                    case "haemangioma" -> 32 + 6 * v;
                                    default -> 26 + 8 * v;
                                }));
        double diameter =
                d.number(
                        "diameter_mm",
                        () -> Math.max(8, Math.min(55, 20 * StrictMath.exp(0.4 * draws.normal()))));
        double w = draws.uniform();
        String lobe = d.text("lobe", () -> w < 0.78 ? "right" : "left");
        double[] at = liverSite(lobe.equals("right"), diameter / 2, draws, before);
        d.put("x_mm", at[0]);
        d.put("y_mm", at[1]);
        d.put("z_mm", at[2]);
    }

    private double[] liverSite(boolean right, double r, Draws draws, List<Finding> before) {
        List<Ellipsoid> parts = Abdomen.liver(body.scene, body.lungs);
        Ellipsoid in = parts.get(right ? 0 : 1);
        double[] best = {in.cx(), in.cy(), right ? in.cz() + in.c() * 0.35 : in.cz()};
        double room = -1e9;
        for (int i = 0; i < 300; i++) {
            double x = in.cx() + draws.uniform(-0.9, 0.9) * in.a();
            double y = in.cy() + draws.uniform(-0.9, 0.9) * in.b();
            double z = in.cz() + draws.uniform(right ? 0.1 : -0.5, 0.8) * in.c();
            double depth =
                    (1 - Math.sqrt(in.norm(x, y, z))) * Math.min(in.a(), Math.min(in.b(), in.c()));
            // Away from the great vessels at the hilum and below the dome.
            double[] here = {x, y, z};
            boolean free =
                    Math.hypot(x - -19 * body.size.kx, y - 8 * body.size.ky) > r + 16
                            && Math.hypot(x - -58 * body.size.kx, y - 42 * body.size.ky)
                                    > (z < 145 * body.size.kz ? r + 34 * body.size.kx : 0)
                            && before.stream()
                                    .noneMatch(f -> close(f, "liver-lesion", here, r + 4));
            if (free && depth > room) {
                room = depth;
                best = here;
                if (depth > r + 4) {
                    return best;
                }
            }
        }
        return best;
    }

    private void aneurysm(Details d, Draws draws) {
        d.number("diameter_mm", () -> Math.rint(draws.uniform(34, 62)));
        d.put("z_mm", 46 * body.size.kz);
        d.put("x_mm", 4 * body.size.kx);
        d.put("y_mm", centre(46 * body.size.kz, Details.number(d.done(), "diameter_mm") / 2));
    }

    private static void fatty(Details d, Draws draws) {
        double u = draws.uniform();
        if (d.has("hu") && !d.has("severity")) {
            d.put("severity", severity(d.number("hu", () -> 0)));
        }
        String severity =
                d.text("severity", () -> u < 0.5 ? "mild" : u < 0.85 ? "moderate" : "severe");
        double v = draws.uniform();
        d.number(
                "hu",
                () ->
                        Math.rint(
                                switch (severity) {
                                    case "mild" -> 41 + 4 * v;
                                    case "moderate" -> 26 + 10 * v;
                                    default -> 6 + 14 * v;
                                }));
    }

    /**
     * Up to 40 HU at least moderate (Boyce et al., Hepatic steatosis in asymptomatic adults
     * identified by unenhanced low-dose CT, AJR); severe an assumption.
     */
    static String severity(double hu) {
        return hu > 40 ? "mild" : hu >= 22 ? "moderate" : "severe";
    }

    /** Tissue of the liver. */
    Tissue liver(List<Finding> findings, double healthy) {
        return findings.stream()
                .filter(f -> f.id().equals("fatty-liver"))
                .findFirst()
                .map(f -> new Tissue(Details.number(f, "hu"), 3))
                .orElse(new Tissue(healthy, 2.5));
    }

    /** Radius of the aorta at the level of L3, mm. */
    double aorta() {
        Scene s = body.scene;
        return 9.2 * Chest.aorta(body.build) * (body.build.female() ? 0.92 : 1) * (s.kx + s.ky) / 2;
    }

    private double centre(double z, double r) {
        double h = z / body.size.kz;
        double front = (Spine.CENTRE.at(h, 1) - Spine.halfDepth(h)) * body.size.ky;
        return front - r - 2;
    }

    /**
     * Lesions painted over the organs, before the bones.
     *
     * @param liver CT number of the liver
     */
    void paint(List<Finding> findings, double liver, Recovery recovery) {
        for (int i = 0; i < findings.size(); i++) {
            Finding f = findings.get(i);
            int mark = i;
            switch (f.id()) {
                case "aortic-aneurysm" -> sac(f, mark);
                case "liver-lesion" -> {
                    double uneven = f.details().get("kind").equals("cyst") ? 0.02 : 0.12;
                    ball(f, mark, uneven, liver, recovery);
                }
                case "kidney-stone" -> ball(f, mark, 0.06, Tissue.KIDNEY.hu(), recovery);
                default -> {}
            }
        }
    }

    private void ball(Finding f, int mark, double uneven, double around, Recovery recovery) {
        double[] at = {
            Details.number(f, "x_mm"), Details.number(f, "y_mm"), Details.number(f, "z_mm")
        };
        double radius = Details.number(f, "diameter_mm") / 2;
        Tissue seen = Tissue.of(recovery.paint(Details.number(f, "hu"), around, at, radius));
        Lump lump = new Lump(at[0], at[1], at[2], radius, uneven, Draws.of(key, "ct lump " + mark));
        body.scene.add(Solid.of(lump.low(), lump.high(), lump, Canvas.of(seen, mark)));
    }

    private void sac(Finding f, int mark) {
        double most = Details.number(f, "diameter_mm") / 2;
        double least = Math.min(most, aorta());
        double mid = Details.number(f, "z_mm");
        double half = 44 * body.size.kz;
        Solid.Shape outer =
                z ->
                        radius(z, mid, half, least, most)
                                .map(
                                        r ->
                                                Outline.ellipse(
                                                        Details.number(f, "x_mm"),
                                                        centre(z, r),
                                                        r,
                                                        r,
                                                        2,
                                                        0));
        Solid.Shape lumen =
                z ->
                        radius(z, mid, half, least, most)
                                .map(
                                        r -> {
                                            double open =
                                                    Math.max(Math.min(least, r - 1), r * 0.68);
                                            return Outline.ellipse(
                                                    Details.number(f, "x_mm"),
                                                    centre(z, r) + (r - open) * 0.5,
                                                    open,
                                                    open,
                                                    2,
                                                    0);
                                        });
        Scene s = body.scene;
        s.add(Solid.of(mid - half, mid + half, outer, Canvas.of(new Tissue(34, 2), mark)));
        s.add(Solid.of(mid - half, mid + half, lumen, Canvas.of(new Tissue(43, 1), mark)));
        double x = Details.number(f, "x_mm");
        for (int k = 0; k < 9; k++) { // flecks of calcium in the wall
            double z = mid + (k - 4) * half * 0.19;
            double t = k * 2.4;
            Optional<Double> r = radius(z, mid, half, least, most);
            if (r.isPresent()) {
                double w = r.get() - 0.9;
                double cy = centre(z, r.get());
                s.add(
                        Solid.of(
                                new Capsule(
                                        x + w * StrictMath.cos(t),
                                        cy + w * StrictMath.sin(t),
                                        z,
                                        1,
                                        x + w * StrictMath.cos(t + 0.35),
                                        cy + w * StrictMath.sin(t + 0.35),
                                        z + 2,
                                        0.9),
                                Canvas.of(Tissue.CALCIUM, mark)));
            }
        }
    }

    private static Optional<Double> radius(
            double z, double mid, double half, double least, double most) {
        double t = (z - mid) / half;
        if (Math.abs(t) >= 1) {
            return Optional.empty();
        }
        double w = 0.5 + 0.5 * StrictMath.cos(Math.PI * t);
        return Optional.of(least + (most - least) * StrictMath.pow(w, 0.8));
    }
}
