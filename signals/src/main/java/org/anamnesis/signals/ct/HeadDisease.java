package org.anamnesis.signals.ct;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import org.anamnesis.signals.Draws;
import org.anamnesis.study.Finding;

/** Bleeding inside the skull and ischaemic stroke: where they lie and how they look. */
final class HeadDisease {
    private static final double OUTSIDE = -99;
    private static final double STEP = 4;

    /** Sizes that are tried for a volume. */
    private static final int ROUNDS = 4;

    private final Head head;
    private final Build build;
    private final long key;
    private final OptionalDouble shift;
    private final Levels levels;
    private final BrainInfarct infarct;

    /**
     * @param shift of the midline that was asked for, mm
     */
    HeadDisease(Head head, Build build, long key, OptionalDouble shift, Levels levels) {
        this.head = head;
        this.build = build;
        this.key = key;
        this.shift = shift;
        this.levels = levels;
        this.infarct = new BrainInfarct(head, key);
    }

    Finding complete(Finding asked, int index, Map<Integer, Finding> before, boolean recorded) {
        var d = new Details(asked);
        Draws draws = Draws.of(key, "ct finding " + index + " " + asked.id());
        double u = draws.uniform();
        List<Finding> others = List.copyOf(before.values());
        d.text("side", () -> Details.freeSide(asked.id(), u < 0.5 ? "right" : "left", others));
        switch (asked.id()) {
            case "epidural-haematoma" ->
                    bleeding(
                            d,
                            index,
                            Math.rint(draws.uniform(18, 65)),
                            draws.uniform(58, 72),
                            before);
            case "subdural-haematoma" -> subdural(d, draws, index, before);
            case "intracerebral-haemorrhage" -> cerebral(d, draws, index, before);
            case "ischaemic-stroke" -> {
                infarct.complete(d, draws, recorded);
                d.put("volume_ml", Math.max(0.1, seen(d.done(), index, before)));
            }
            default -> throw new IllegalArgumentException(asked.id());
        }
        return d.done();
    }

    private void subdural(Details d, Draws draws, int index, Map<Integer, Finding> before) {
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
                },
                before);
    }

    private void cerebral(Details d, Draws draws, int index, Map<Integer, Finding> before) {
        double u = draws.uniform();
        String site =
                d.text(
                        "site",
                        () ->
                                u < 0.5
                                        ? "basal-ganglia"
                                        : u < 0.65 ? "thalamus" : u < 0.9 ? "lobar" : "cerebellum");
        double most = site.equals("thalamus") ? 20 : site.equals("cerebellum") ? 25 : 55;
        int side = Details.x(d.text("side", () -> "right"));
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
        if (d.has("diameter_mm") && !d.has("volume_ml")) { // of a ball that holds as much
            double mm = d.number("diameter_mm", () -> 0);
            d.put("volume_ml", Math.PI / 6 * mm * mm * mm / 1000);
        }
        double ml = d.number("volume_ml", () -> wished(d.id(), drawn));
        double radius = 10 * StrictMath.cbrt(0.75 * ml / Math.PI);
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
        d.put("z_mm", levels.near(mm[2], 2 * radius));
        bleeding(d, index, drawn, draws.uniform(58, 74), before);
    }

    /** Volume, CT number and size; where the thickness is asked, the volume follows from it. */
    private void bleeding(
            Details d, int index, double drawn, double hu, Map<Integer, Finding> before) {
        boolean thick = d.has("size_mm");
        double asked = thick ? 0 : d.number("volume_ml", () -> wished(d.id(), smaller(drawn)));
        d.number("hu", () -> Math.rint(hu));
        if (!thick) {
            d.put("size_mm", 1);
        }
        Finding f = d.done();
        double[] low = box(head, -1, f);
        double[] high = box(head, 1, f);
        double ml;
        if (thick) {
            ml = seen(f, index, before);
        } else {
            double most = (d.id().equals("intracerebral-haemorrhage") ? 45 : 48) * head.s.kx;
            DoubleFunction<Region> family = s -> left(region(f, index, s), taken(before));
            double cell = STEP * head.s.kx;
            d.put("size_mm", Region.sizeFor(asked, family, 0.5, most, low, high, cell));
            ml = nearest(d, index, before, asked);
        }
        d.put("volume_ml", Math.abs(ml - asked) < 0.02 * asked ? asked : ml);
        if (d.id().equals("intracerebral-haemorrhage")) {
            double held = Details.number(d.done(), "volume_ml");
            double mm = StrictMath.cbrt(6000 * held / Math.PI);
            // As it was asked where it is: its volume stands on record in tenths.
            double wished = d.number("diameter_mm", () -> mm);
            d.put("diameter_mm", Math.abs(mm - wished) < 0.014 * wished ? wished : mm);
        }
    }

    /**
     * Of sizes in tenths of a millimetre one of which as much is seen as was asked: a coarse
     * lattice holds more or less than that.
     *
     * @return what is seen of it, ml
     */
    private double nearest(Details d, int index, Map<Integer, Finding> before, double asked) {
        double power = d.id().equals("intracerebral-haemorrhage") ? 1 / 3.0 : 0.6;
        double size = Details.number(d.done(), "size_mm");
        double best = size;
        double shown = 0;
        double off = Double.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            d.put("size_mm", size);
            double ml = seen(d.done(), index, before);
            double ratio = asked / Math.max(0.1, ml);
            if (Math.abs(ratio - 1) < off) {
                off = Math.abs(ratio - 1);
                best = size;
                shown = ml;
            }
            double next = size * Math.pow(ratio, power);
            if (Details.tenth(next).equals(Details.tenth(size))) {
                break;
            }
            size = next;
        }
        d.put("size_mm", best);
        return shown;
    }

    /** In a small head. */
    private double smaller(double drawn) {
        return Math.max(1, Math.rint(drawn * Math.pow(Math.min(1.05, head.s.kx), 3)));
    }

    /** Unasked, a volume that pushes the midline as far as was asked. */
    private double wished(String id, double drawn) {
        double most = id.equals("intracerebral-haemorrhage") ? 70 : 110;
        return shift.isPresent() && shift.getAsDouble() > 0
                ? Math.rint(Math.min(most, Midline.pushing(id, shift.getAsDouble())))
                : drawn;
    }

    /** Corner of what may hold a finding. */
    static double[] box(Head head, int end, Finding f) {
        Ellipsoid in = head.inner();
        int side = Details.x(f.details().get("side"));
        double x = end < 0 ? (side < 0 ? -in.a() : 0) : (side < 0 ? 0 : in.a());
        if (f.id().equals("intracerebral-haemorrhage")) {
            x = end * in.a();
        }
        return new double[] {
            x, in.cy() + end * in.b(), end < 0 ? Head.BOTTOM * head.s.kz : in.cz() + in.c()
        };
    }

    /** Where a bleeding of a size lies. */
    private Region region(Finding f, int index, double size) {
        int side = Details.x(f.details().get("side"));
        return switch (f.id()) {
            case "epidural-haematoma" -> lens(side, size, index);
            case "subdural-haematoma" -> crescent(side, size);
            default -> ball(f, size, index);
        };
    }

    /** What others leave of a region. */
    private static Region left(Region region, Region taken) {
        return (x, y, z) -> Math.min(region.depth(x, y, z), -taken.depth(x, y, z));
    }

    /** As large as it is in the images, ml. */
    private double seen(Finding f, int index, Map<Integer, Finding> before) {
        Map<Integer, Finding> all = new LinkedHashMap<>(before);
        all.put(index, f);
        return SeenVolume.of(index, all, build, key);
    }

    /** Where bleedings lie. */
    private Region taken(Map<Integer, Finding> findings) {
        List<Region> all = new ArrayList<>();
        findings.forEach(
                (i, f) -> {
                    if (!f.id().equals("ischaemic-stroke")) {
                        all.add(region(f, i, Details.number(f, "size_mm")));
                    }
                });
        return (x, y, z) -> all.stream().mapToDouble(r -> r.depth(x, y, z)).max().orElse(OUTSIDE);
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
        return (x, y, z) -> {
            double h = z / head.s.kz;
            if (x * side < 2 || h < 10 || !head.holds(x, y, z, 0)) {
                return OUTSIDE;
            }
            double depth = in.depth(x, y, z);
            double along =
                    StrictMath.atan2((y - in.cy()) / in.b(), Math.abs(x) / in.a())
                            / (0.37 * Math.PI);
            double up = (h - 54) / 40;
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

    /** Bleedings and the clotted artery, painted over the brain. */
    List<Solid> lesions(Map<Integer, Finding> findings) {
        List<Solid> solids = new ArrayList<>();
        List<Solid> blood = new ArrayList<>();
        for (Map.Entry<Integer, Finding> one : findings.entrySet()) {
            Finding f = one.getValue();
            int i = one.getKey();
            if (f.id().equals("ischaemic-stroke")) {
                infarct.clot(f, solids);
                continue;
            }
            Region whole = region(f, i, Details.number(f, "size_mm"));
            if (f.id().equals("intracerebral-haemorrhage")) {
                Region oedema = (x, y, z) -> whole.depth(x, y, z) + 4.5 * head.s.kx;
                solids.add(within(Region.of(oedema, new Tissue(18, 1), -1)));
            }
            Region seen = left(whole, taken(Precedence.before(findings, i)));
            blood.add(within(Region.of(seen, new Tissue(Details.number(f, "hu"), 1.5), i)));
        }
        solids.addAll(blood); // no oedema lies over blood
        return solids;
    }

    private Solid within(Shade shade) {
        return Solid.of(
                -34 * head.s.kz,
                head.inner().cz() + head.inner().c(),
                z -> head.vault(z, 0),
                shade);
    }
}
