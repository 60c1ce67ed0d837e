package org.anamnesis.signals.ct;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.signals.Draws;
import org.anamnesis.study.Finding;

/** Bleeding inside the skull and ischaemic stroke: where they lie and how they look. */
final class HeadDisease {
    private static final double OUTSIDE = -99;
    private static final double STEP = 4;

    private final Head head;
    private final long key;

    HeadDisease(Head head, long key) {
        this.head = head;
        this.key = key;
    }

    Finding complete(Finding asked, int index, boolean recorded) {
        var d = new Details(asked);
        Draws draws = Draws.of(key, "ct finding " + index + " " + asked.id());
        double u = draws.uniform();
        d.text("side", () -> u < 0.5 ? "right" : "left");
        switch (asked.id()) {
            case "epidural-haematoma" ->
                    bleeding(d, index, Math.rint(draws.uniform(18, 65)), draws.uniform(58, 72));
            case "subdural-haematoma" -> subdural(d, draws, index);
            case "intracerebral-haemorrhage" -> cerebral(d, draws, index);
            case "ischaemic-stroke" -> stroke(d, draws, recorded);
            default -> throw new IllegalArgumentException(asked.id());
        }
        return d.done();
    }

    private void subdural(Details d, Draws draws, int index) {
        double u = draws.uniform();
        String age = d.text("age", () -> u < 0.6 ? "acute" : u < 0.8 ? "subacute" : "chronic");
        double v = draws.uniform();
        bleeding(
                d,
                index,
                Math.rint(draws.uniform(30, 95)),
                switch (age) {
                    case "acute" -> 60 + 12 * v;
                    case "subacute" -> 36 + 6 * v;
                    default -> 14 + 8 * v;
                });
    }

    private void cerebral(Details d, Draws draws, int index) {
        double u = draws.uniform();
        String site =
                d.text(
                        "site",
                        () ->
                                u < 0.5
                                        ? "basal-ganglia"
                                        : u < 0.65 ? "thalamus" : u < 0.9 ? "lobar" : "cerebellum");
        double most = site.equals("thalamus") ? 20 : site.equals("cerebellum") ? 25 : 55;
        int side = side(d.text("side", () -> "right"));
        double k = head.s.kx;
        double[] at =
                switch (site) {
                    case "basal-ganglia" -> new double[] {28, -8, 28};
                    case "thalamus" -> new double[] {14, 9, 31};
                    case "cerebellum" -> new double[] {20, 50, -8};
                    default ->
                            new double[] {
                                draws.uniform(32, 38),
                                draws.chance(0.5) ? draws.uniform(-48, -30) : draws.uniform(28, 44),
                                draws.uniform(44, 62)
                            };
                };
        double drawn =
                Math.max(1, Math.rint(draws.uniform(6, most) * Math.pow(Math.min(1.05, k), 3)));
        double radius = 10 * StrictMath.cbrt(0.75 * d.number("volume_ml", () -> drawn) / Math.PI);
        double[] mm = {side * at[0] * k, at[1] * k, at[2] * k};
        // A rim of brain stays between the blood and the skull where there is room for it.
        Ellipsoid free = head.inner().grown(-Math.min(radius + 8 * k, 0.8 * head.inner().a()));
        for (int i = 0; i < 40 && !free.contains(mm[0], mm[1], mm[2]); i++) {
            mm[0] *= 0.96;
            mm[1] *= 0.96;
            mm[2] += 0.04 * (free.cz() - mm[2]);
        }
        d.put("x_mm", mm[0]);
        d.put("y_mm", mm[1]);
        d.put("z_mm", mm[2]);
        bleeding(d, index, drawn, draws.uniform(58, 74));
    }

    /** Volume, CT number, size that gives the volume, and how far the midline moves. */
    private void bleeding(Details d, int index, double drawn, double hu) {
        double asked =
                d.number(
                        "volume_ml",
                        () ->
                                Math.max(
                                        1,
                                        Math.rint(drawn * Math.pow(Math.min(1.05, head.s.kx), 3))));
        d.number("hu", () -> Math.rint(hu));
        d.put("size_mm", 1);
        Finding f = d.done();
        double[] low = box(-1, f);
        double[] high = box(1, f);
        double most = d.id().equals("intracerebral-haemorrhage") ? 45 : 48;
        double size =
                Region.sizeFor(
                        asked,
                        s -> region(f, index, s),
                        0.5,
                        most * head.s.kx,
                        low,
                        high,
                        STEP * head.s.kx);
        d.put("size_mm", size);
        // Written as it is painted, by a lattice finer than the search's.
        double ml =
                Region.volume(
                        region(d.done(), index, Details.number(d.done(), "size_mm")),
                        low,
                        high,
                        2 * head.s.kx);
        d.put("volume_ml", Math.abs(ml - asked) < 0.04 * asked ? asked : ml);
        double shift =
                d.id().equals("intracerebral-haemorrhage")
                        ? 0.10 * (asked - 25)
                        : 0.11 * (asked - 20);
        d.put("midline_shift_mm", Math.max(0, Math.min(14, shift)));
    }

    private double[] box(int end, Finding f) {
        Ellipsoid in = head.inner();
        int side = side(f.details().get("side"));
        double x = end < 0 ? (side < 0 ? -in.a() : 0) : (side < 0 ? 0 : in.a());
        if (f.id().equals("intracerebral-haemorrhage")) {
            x = end * in.a();
        }
        return new double[] {
            x, in.cy() + end * in.b(), end < 0 ? Head.BOTTOM * head.s.kz : in.cz() + in.c()
        };
    }

    private static int side(String side) {
        return side.equals("right") ? -1 : 1;
    }

    /** Where a bleeding of a size lies. */
    private Region region(Finding f, int index, double size) {
        int side = side(f.details().get("side"));
        return switch (f.id()) {
            case "epidural-haematoma" -> lens(side, size, index);
            case "subdural-haematoma" -> crescent(side, size);
            default -> ball(f, size, index);
        };
    }

    /** Between skull and dura: bulging to both sides, over the temple and the side of the head. */
    private Region lens(int side, double thick, int index) {
        Ellipsoid in = head.inner();
        Draws draws = Draws.of(key, "ct epidural " + index);
        double dir = Math.toRadians(draws.uniform(-28, 24));
        double z = draws.uniform(36, 54) * head.s.kz;
        double c = StrictMath.cos(dir);
        double s = StrictMath.sin(dir);
        double ring = Math.sqrt(Math.max(0.1, 1 - Math.pow((z - in.cz()) / in.c(), 2)));
        double px = in.cx() + side * in.a() * ring * c;
        double py = in.cy() + in.b() * ring * s;
        double nx = side * c / in.a();
        double ny = s / in.b();
        double norm = Math.hypot(nx, ny);
        // Turned so that the thin axis looks along the normal of the skull.
        double turn = StrictMath.atan2(ny / norm, nx / norm);
        double wide = Math.min(44 * head.s.kx, thick * 0.7 + 20 * head.s.kx);
        Ellipsoid lens = new Ellipsoid(px, py, z, thick, wide, wide * 0.9).turned(turn);
        return (x, y, zz) -> {
            if (!head.holds(x, y, zz, 0)) {
                return OUTSIDE;
            }
            double r = Math.sqrt(lens.norm(x, y, zz));
            return (1 - r) * Math.min(thick, wide);
        };
    }

    /** Under the dura: a crescent along one half of the brain, thickest at the side. */
    private Region crescent(int side, double thick) {
        Ellipsoid in = head.inner();
        double mean = (in.a() + in.b() + in.c()) / 3;
        return (x, y, z) -> {
            double h = z / head.s.kz;
            if (x * side < 2 || h < 10 || !head.holds(x, y, z, 0)) {
                return OUTSIDE;
            }
            double depth = (1 - Math.sqrt(in.norm(x, y, z))) * mean;
            double along =
                    StrictMath.atan2((y - in.cy()) / in.b(), Math.abs(x) / in.a())
                            / (0.42 * Math.PI);
            double up = (h - 54) / 44;
            double taper = Math.max(0, 1 - along * along) * Math.max(0, 1 - up * up);
            return Math.min(thick * Math.sqrt(taper) - depth, 60);
        };
    }

    private Region ball(Finding f, double radius, int index) {
        Lump lump =
                new Lump(
                        Details.number(f, "x_mm"),
                        Details.number(f, "y_mm"),
                        Details.number(f, "z_mm"),
                        radius,
                        0.18,
                        Draws.of(key, "ct bleeding " + index));
        return (x, y, z) -> head.holds(x, y, z, head.gap()) ? lump.inside(x, y, z) : OUTSIDE;
    }

    private void stroke(Details d, Draws draws, boolean recorded) {
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
        Finding f = d.done();
        d.put(
                "volume_ml",
                Math.max(0.1, Region.volume(territory(f), box(-1, f), box(1, f), 4 * head.s.kx)));
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
        int side = side(f.details().get("side"));
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
    List<BrainPaint.Change> changes(List<Finding> findings) {
        List<BrainPaint.Change> changes = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding f = findings.get(i);
            if (f.id().equals("ischaemic-stroke")) {
                Region core = territory(f);
                double hu = Details.number(f, "hu");
                double soft = f.details().get("age").equals("chronic") ? 3 : 6;
                int mark = i;
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

    /** Bleedings and the clotted artery, painted over the brain. */
    List<Solid> lesions(List<Finding> findings) {
        List<Solid> solids = new ArrayList<>();
        for (int i = 0; i < findings.size(); i++) {
            Finding f = findings.get(i);
            if (f.id().equals("ischaemic-stroke")) {
                clot(f, solids);
                continue;
            }
            Region region = region(f, i, Details.number(f, "size_mm"));
            if (f.id().equals("intracerebral-haemorrhage")) {
                Region oedema = (x, y, z) -> region.depth(x, y, z) + 4.5 * head.s.kx;
                solids.add(within(Region.of(oedema, new Tissue(18, 1), -1)));
            }
            solids.add(within(Region.of(region, new Tissue(Details.number(f, "hu"), 1.5), i)));
        }
        return solids;
    }

    private Solid within(Shade shade) {
        return Solid.of(
                -34 * head.s.kz,
                head.inner().cz() + head.inner().c(),
                z -> head.vault(z, 0),
                shade);
    }

    private void clot(Finding f, List<Solid> solids) {
        String age = f.details().get("age");
        if (f.details().get("territory").equals("MCA")
                && (age.equals("hyperacute") || age.equals("acute"))) {
            int side = side(f.details().get("side"));
            head.s
                    .tube(
                            0,
                            new double[] {side * 12, -18, 7, 1.5},
                            new double[] {side * 34, -15, 9, 1.4})
                    .forEach(c -> solids.add(Solid.of(c, Canvas.of(Tissue.of(72)))));
        }
    }

    /** How far findings push the midline, mm, positive to the patient's left. */
    static double shift(List<Finding> findings) {
        double shift = 0;
        for (Finding f : findings) {
            if (f.details().containsKey("midline_shift_mm")) {
                shift -= side(f.details().get("side")) * Details.number(f, "midline_shift_mm");
            }
        }
        return Math.max(-15, Math.min(15, shift));
    }
}
