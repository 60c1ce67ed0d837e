package org.anamnesis.signals.ct;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * Scalp, skull with its base and sinuses, brain with ventricles. In mm of a man with a head 196 mm
 * long and 156 mm wide; z is 0 at the line from the eye to the ear. Ventricles and sulci widen with
 * age.
 */
final class Head {
    static final double TOP = 129;
    static final double BOTTOM = -36;

    private final Build build;
    final Scene s;
    private final Ellipsoid scalp;
    private final Ellipsoid inner;
    private final double wide;

    Head(Build build) {
        this.build = build;
        double k = build.head();
        this.s = new Scene(k, k, k);
        this.scalp = s.ellipsoid(0, 1, 32, 78, 98, 96);
        this.inner = scalp.grown(-13 * k);
        this.wide = 1 + 0.009 * (Math.max(20, build.age()) - 40);
    }

    static double[] range(Build build) {
        return new double[] {BOTTOM * build.head(), TOP * build.head()};
    }

    double field() {
        return Math.ceil(2 * 104 * s.ky * 1.06 / 10) * 10;
    }

    /** Outside of the head. */
    Ellipsoid scalp() {
        return scalp;
    }

    /** Inner table of the skull. */
    Ellipsoid inner() {
        return inner;
    }

    /** Gap between skull and brain: it grows as the brain shrinks with age. */
    double gap() {
        return 1.6 + 0.035 * Math.max(0, build.age() - 45);
    }

    /** Width of sulci, mm. */
    double sulcus() {
        return 1.5 + 0.028 * Math.max(0, build.age() - 35);
    }

    /** What the skull holds above its base, drawn in by some mm. */
    Optional<Outline> vault(double z, double inset) {
        double h = z / s.kz;
        double floor = floor(h);
        if (h < -34) {
            return Optional.empty();
        }
        Optional<Outline> whole = inner.grown(-inset).at(z);
        return whole.map(o -> o.below((floor + (floor > -200 ? inset : 0)) * s.ky));
    }

    /** Whether a point lies in the vault, as {@link #vault} draws it. */
    boolean holds(double x, double y, double z, double inset) {
        double h = z / s.kz;
        if (h < -34 || y < floor(h) * s.ky + (h < 16 ? inset * s.ky : 0)) {
            return false;
        }
        return inner.grown(-inset).contains(x, y, z);
    }

    /** Front border of the vault at a height, where the face lies before it. */
    private static double floor(double h) {
        return h >= 16 ? -200 : h >= -12 ? -86 + (16 - h) * 2.05 : 20;
    }

    /**
     * @param changes diseases of the brain
     * @param lesions painted over the brain, before the skull's base
     * @param shift of the midline, mm to the patient's left
     */
    List<Solid> paint(
            long key, List<BrainPaint.Change> changes, List<Solid> lesions, double shift) {
        var bone = new HeadBone(this, build);
        bone.outside();
        brain(key, changes, shift);
        lesions.forEach(s::add);
        bone.base(key);
        return new ArrayList<>(s.solids());
    }

    private void brain(long key, List<BrainPaint.Change> changes, double shift) {
        double low = -34 * s.kz;
        double high = inner.cz() + inner.c();
        s.add(Solid.of(low, high, z -> vault(z, 0), Canvas.of(Tissue.CSF)));
        s.add(Solid.of(low, high, z -> vault(z, gap()), new BrainPaint(this, key, changes)));
        s.push(shift, inner.b());
        s.add(
                Solid.of(
                        24 * s.kz,
                        high,
                        z -> fissure(z, 1.0 + 0.5 * sulcus(), shift),
                        Canvas.of(Tissue.CSF)));
        s.add(
                Solid.of(
                        34 * s.kz,
                        high,
                        z -> fissure(z, 0.65, shift * 0.7),
                        Canvas.of(Tissue.DURA)));
        s.add(
                s.tube(
                        0,
                        new double[] {0, 80, 44, 4.2},
                        new double[] {0, 70, 76, 4},
                        new double[] {0, 40, 104, 3.4},
                        new double[] {0, 0, 112, 2.8}),
                Tissue.DURA);
        Shade dark = new BrainPaint.Deep(Tissue.WHITE, changes);
        Shade grey = new BrainPaint.Deep(Tissue.GREY, changes);
        for (int side = -1; side <= 1; side += 2) {
            shaded(dark, s.ellipsoid(side * 22, -4, 30, 22, 46, 20));
            tube(
                    grey,
                    new double[] {side * 18, -36, 30, 5.5},
                    new double[] {side * 16.5, -18, 38, 5},
                    new double[] {side * 17, 6, 44, 3});
            shaded(grey, s.ellipsoid(side * 26, -9, 25, 8.5, 20, 12).turned(side * 0.12));
            shaded(grey, s.ellipsoid(side * 11.5, 9, 30, 9, 16, 11).turned(side * -0.45));
            insula(side, grey);
        }
        ventricles();
        s.push(0, 1);
        hindbrain(changes);
    }

    /** Cleft between the hemispheres. */
    private Optional<Outline> fissure(double z, double half, double shift) {
        double h = z / s.kz;
        Optional<Outline> around = inner.grown(-0.4).at(z);
        if (around.isEmpty()) {
            return Optional.empty();
        }
        double front = around.get().top();
        double back = around.get().bottom();
        // Above the corpus callosum it runs through; below, in front and behind.
        double t = Math.max(0, Math.min(1, (h - 58) / 8));
        double stop = front + (back - front) * (0.20 + 0.30 * t);
        double again = back - (back - front) * (0.20 + 0.30 * t);
        double w = half * s.kx;
        DoubleUnaryOperator bow = y -> shift * Math.max(0, 1 - y * y / (inner.b() * inner.b()));
        if (t >= 1) {
            return Optional.of(bar(w, front, back, bow));
        }
        return Optional.of(bar(w, front, stop, bow).joined(bar(w, again, back, bow)));
    }

    private static Outline bar(double w, double from, double to, DoubleUnaryOperator bow) {
        int steps = 10;
        double[] x = new double[2 * steps + 2];
        double[] y = new double[2 * steps + 2];
        for (int i = 0; i <= steps; i++) {
            double at = from + (to - from) * i / steps;
            x[i] = bow.applyAsDouble(at) - w;
            x[2 * steps + 1 - i] = bow.applyAsDouble(at) + w;
            y[i] = at;
            y[2 * steps + 1 - i] = at;
        }
        return new Outline(x, y);
    }

    private void insula(int side, Shade grey) {
        double w = 0.7 * sulcus();
        tube(
                grey,
                new double[] {side * 62, -22, 12, 5},
                new double[] {side * 43, -14, 16, 5},
                new double[] {side * 40, 2, 22, 5},
                new double[] {side * 44, 20, 30, 4});
        s.add(
                s.tube(
                        0,
                        new double[] {side * 66, -24, 12, 1.8 * w},
                        new double[] {side * 43, -14, 16, 2 * w},
                        new double[] {side * 40, 2, 22, 1.6 * w},
                        new double[] {side * 46, 20, 30, 1.3 * w}),
                Tissue.CSF);
    }

    private void tube(Shade shade, double[]... points) {
        s.tube(0, points).forEach(c -> s.add(Solid.of(c, shade)));
    }

    private void shaded(Shade shade, Ellipsoid e) {
        s.add(Solid.of(e, shade));
    }

    private void ventricles() {
        double v = wide;
        for (int side = -1; side <= 1; side += 2) {
            s.add(
                    s.ellipsoid(side * 9.5 * Math.sqrt(v), -27, 35, 3.6 * v, 15, 8 * v)
                            .turned(side * 0.30),
                    Tissue.CSF);
            s.add(
                    s.tube(
                            0,
                            new double[] {side * 6, -14, 38, 4 * v},
                            new double[] {side * 9, 6, 46, 4.6 * v},
                            new double[] {side * 17, 30, 45, 5 * v},
                            new double[] {side * 25, 41, 34, 6.6 * v}),
                    Tissue.CSF);
            s.add(
                    s.tube(
                            0,
                            new double[] {side * 25, 42, 33, 5.5 * v},
                            new double[] {side * 21, 62, 30, 2.6 * v}),
                    Tissue.CSF);
            s.add(
                    s.tube(
                            0,
                            new double[] {side * 27, 38, 30, 4 * v},
                            new double[] {side * 36, 18, 10, 2.2 * v},
                            new double[] {side * 31, -6, 2, 1.8 * v}),
                    Tissue.CSF);
            if (build.age() > 30) {
                s.add(
                        s.tube(
                                0,
                                new double[] {side * 23, 38, 36, 1.4},
                                new double[] {side * 26, 44, 33, 1.8}),
                        Tissue.of(190));
            }
        }
        s.add(s.ellipsoid(0, 4, 26, 1.7 * v, 16, 11), Tissue.CSF);
        s.add(s.ellipsoid(0, -20, 4, 13, 9, 6).boxy(2.4), Tissue.CSF); // cisterns above the sella
        s.add(s.ellipsoid(0, 11, 10, 20, 19, 12), Tissue.CSF);
        s.add(s.ellipsoid(0, 25, 16, 9, 5, 6), Tissue.CSF);
        if (build.age() > 25) {
            s.add(s.ellipsoid(0, 25, 25, 2, 2.6, 2.6), Tissue.of(260)); // pineal
        }
    }

    private void hindbrain(List<BrainPaint.Change> changes) {
        Ellipsoid fossa = fossa();
        s.add(Solid.of(-36 * s.kz, 16 * s.kz, z -> fossa.grown(1.2).at(z), Canvas.of(Tissue.DURA)));
        s.add(Solid.of(-36 * s.kz, 15.5 * s.kz, z -> fossa.at(z), Canvas.of(Tissue.CSF)));
        Shade cerebellum = new BrainPaint.Deep(Tissue.CEREBELLUM, changes);
        s.add(Solid.of(-36 * s.kz, 15 * s.kz, z -> fossa.grown(-1.2).at(z), cerebellum));
        s.add(s.ellipsoid(0, 9, -8, 20, 17, 18), Tissue.CSF);
        for (int side = -1; side <= 1; side += 2) {
            s.add(s.ellipsoid(side * 20, 14, -12, 9, 6, 6), Tissue.BRAINSTEM);
        }
        s.add(s.ellipsoid(0, 12, 9, 16, 12.5, 10).boxy(2.4), Tissue.BRAINSTEM); // midbrain
        s.add(s.ellipsoid(0, -1, 9, 5, 3, 8), Tissue.CSF);
        s.add(s.ellipsoid(0, 14, -10, 16, 12, 14), Tissue.BRAINSTEM); // pons
        s.add(s.ellipsoid(0, 22, -32, 8.5, 8, 16), Tissue.BRAINSTEM);
        s.add(
                s.ellipsoid(0, 31, -9, 6 * Math.sqrt(wide), 4 * Math.sqrt(wide), 9),
                Tissue.CSF); // fourth ventricle
        s.add(s.ellipsoid(0, 22, 10, 1, 1, 12), Tissue.CSF);
    }

    /** Space for the cerebellum. */
    Ellipsoid fossa() {
        return s.ellipsoid(0, 44, -14, 50, 35, 31).boxy(2.2);
    }
}
