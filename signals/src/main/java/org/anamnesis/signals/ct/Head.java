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
        rest();
        shell();
        face();
        brain(key, changes, shift);
        lesions.forEach(s::add);
        base(key);
        return new ArrayList<>(s.solids());
    }

    private void rest() { // the holder under the head
        double y = (99 + 1) * s.ky;
        s.add(
                Solid.of(
                        -1e4,
                        1e4,
                        z -> Optional.of(Outline.ellipse(0, y - 62, 96, 72, 2.4, 0).below(y - 40)),
                        Canvas.of(Tissue.TABLE_SKIN)));
        s.add(
                Solid.of(
                        -1e4,
                        1e4,
                        z ->
                                Optional.of(
                                        Outline.ellipse(0, y - 62, 93.5, 69.5, 2.4, 0)
                                                .below(y - 42)),
                        Canvas.of(Tissue.TABLE_FOAM)));
    }

    private void shell() {
        // Neck and face below the vault.
        s.add(s.ellipsoid(0, 30, -70, 64, 58, 82).boxy(2.4), Tissue.SKIN);
        s.add(s.ellipsoid(0, -34, -44, 66, 60, 78).boxy(2.2), Tissue.SKIN);
        s.add(s.ellipsoid(0, -98, -26, 13, 16, 24), Tissue.SKIN); // nose
        for (int side = -1; side <= 1; side += 2) {
            s.add(s.ellipsoid(side * 80, 16, -8, 5, 17, 28).turned(side * 0.4), Tissue.SKIN);
        }
        s.add(scalp, Tissue.SKIN);
        s.add(s.ellipsoid(0, 30, -70, 62, 56, 80).boxy(2.4), Tissue.FAT);
        s.add(s.ellipsoid(0, -34, -44, 64, 58, 76).boxy(2.2), Tissue.FAT);
        s.add(scalp.grown(-1.8), Tissue.FAT);
        for (int side = -1; side <= 1; side += 2) {
            s.add(
                    s.ellipsoid(side * 69, -30, 4, 6, 36, 44).turned(side * 0.12),
                    Tissue.MUSCLE); // temporalis
            s.add(s.ellipsoid(side * 28, 64, -48, 28, 18, 34), Tissue.MUSCLE);
            s.add(s.ellipsoid(side * 50, 34, -52, 12, 18, 34), Tissue.MUSCLE);
            s.add(s.ellipsoid(side * 40, -18, -42, 10, 22, 26), Tissue.MUSCLE); // pterygoids
            s.add(s.ellipsoid(side * 58, -40, -46, 6, 20, 24), Tissue.MUSCLE); // masseter
        }
        double k = s.kx;
        Ellipsoid outer = scalp.grown(-5.5 * k);
        s.add(outer, Tissue.SKULL);
        s.add(outer.grown(-2.1 * k), build.age() < 3 ? Tissue.SKULL : Tissue.DIPLOE);
        s.add(inner.grown(2.0 * k), Tissue.SKULL);
    }

    private void face() {
        // In front of and below the vault soft tissue replaces the ellipsoid's bone.
        s.add(
                Solid.of(
                        BOTTOM * 2 * s.kz,
                        13 * s.kz,
                        z -> scalp.grown(-4 * s.kx).at(z).map(o -> o.above(-34 * s.ky)),
                        Canvas.of(Tissue.MUSCLE)));
        s.add(
                Solid.of(
                        BOTTOM * 2 * s.kz,
                        -18 * s.kz,
                        z -> scalp.grown(-4 * s.kx).at(z).map(o -> o.above(16 * s.ky)),
                        Canvas.of(Tissue.MUSCLE)));
        for (int side = -1; side <= 1; side += 2) {
            Ellipsoid orbit = s.ellipsoid(side * 33, -60, -3, 21, 30, 20).turned(side * 0.35);
            s.add(orbit.grown(2.4), Tissue.RIB_CORTEX);
            s.add(orbit, Tissue.FAT);
            s.add(
                    s.tube(
                            0,
                            new double[] {side * 33, -66, -3, 2.4},
                            new double[] {side * 24, -50, -2, 2.4},
                            new double[] {side * 10, -34, 1, 2.3}),
                    Tissue.BRAINSTEM);
            s.add(
                    s.tube(
                            0,
                            new double[] {side * 22, -72, -3, 1.8},
                            new double[] {side * 17, -56, -3, 2.6},
                            new double[] {side * 12, -38, -2, 1.6}),
                    Tissue.MUSCLE);
            s.add(
                    s.tube(
                            0,
                            new double[] {side * 46, -72, -3, 1.6},
                            new double[] {side * 40, -54, -3, 2.4},
                            new double[] {side * 16, -36, -2, 1.6}),
                    Tissue.MUSCLE);
            s.add(s.ellipsoid(side * 33, -79, -3, 12.6, 12.6, 12.6), Tissue.WALL);
            s.add(s.ellipsoid(side * 33, -79, -3, 11.6, 11.6, 11.6), Tissue.EYE);
            s.add(s.ellipsoid(side * 33, -87.5, -3, 4.4, 2.1, 4.4), Tissue.LENS);
            sinus(s.ellipsoid(side * 28, -62, -38, 15, 17, 16));
            Spine.bone(
                    s,
                    Tissue.DIPLOE,
                    new double[] {side * 52, -66, -22, 4},
                    new double[] {side * 68, -34, -22, 2.6},
                    new double[] {side * 66, 0, -18, 3});
            Spine.bone(
                    s,
                    Tissue.DIPLOE,
                    new double[] {side * 54, 2, -28, 6},
                    new double[] {side * 54, -4, -60, 5});
        }
        s.add(s.ellipsoid(0, -62, -6, 15, 26, 18).boxy(3), Tissue.RIB_CORTEX); // ethmoid
        for (int row = 0; row < 4; row++) {
            for (int side = -1; side <= 1; side += 2) {
                s.add(
                        s.ellipsoid(side * 6.8, -80 + row * 11.5, -4, 5.6, 5.2, 13).boxy(2.6),
                        Tissue.AIR);
            }
        }
        s.add(s.ellipsoid(0, -72, -36, 15, 30, 18).boxy(2.6), Tissue.RIB_CORTEX); // nasal cavity
        s.add(s.ellipsoid(0, -72, -36, 13.5, 28.5, 17).boxy(2.6), Tissue.AIR);
        s.add(s.ellipsoid(0, -72, -36, 0.9, 27, 17).boxy(4), Tissue.RIB_CORTEX);
        for (int side = -1; side <= 1; side += 2) {
            s.add(s.ellipsoid(side * 7.5, -68, -38, 2.6, 19, 8), Tissue.WALL); // turbinates
        }
        s.add(s.ellipsoid(0, -20, -46, 13, 11, 24), Tissue.AIR); // pharynx
    }

    private void sinus(Ellipsoid e) {
        s.add(e.grown(1.6), Tissue.RIB_CORTEX);
        s.add(e, Tissue.AIR);
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

    private void base(long key) {
        // Occipital bone round the hind fossa, below the vault.
        Ellipsoid fossa = fossa();
        for (int side = -1; side <= 1; side += 2) {
            s.add(
                    Tissue.PETROUS,
                    Tissue.PETROUS,
                    1,
                    new double[] {side * 12, -6, -12, 5.5},
                    new double[] {side * 30, 7, -11, 8},
                    new double[] {side * 54, 24, -12, 11});
            Ellipsoid cells = s.ellipsoid(side * 58, 30, -20, 11, 14, 17);
            s.add(cells.grown(2.4), Tissue.PETROUS);
            s.add(Solid.of(cells, cells(key)));
            s.add(
                    s.tube(
                            0,
                            new double[] {side * 44, 10, -15, 3},
                            new double[] {side * 82, 15, -16, 3.6}),
                    Tissue.AIR);
            s.add(s.ellipsoid(side * 41, 11, -13, 3.5, 5, 4), Tissue.AIR); // tympanic cavity
            Spine.bone(
                    s,
                    Tissue.DIPLOE,
                    new double[] {side * 10, -36, 8, 3},
                    new double[] {side * 34, -42, 9, 2.6},
                    new double[] {side * 58, -40, 12, 3.5});
            Spine.bone(
                    s,
                    Tissue.DIPLOE,
                    new double[] {side * 14, -26, -10, 3},
                    new double[] {side * 46, -34, -8, 3},
                    new double[] {side * 62, -22, -2, 3});
        }
        s.add(
                s.tube(
                        0,
                        new double[] {0, -16, -4, 6},
                        new double[] {0, -4, -18, 6.5},
                        new double[] {0, 6, -36, 5.5}),
                Tissue.DIPLOE); // clivus
        s.add(
                s.tube(0, new double[] {0, -13, 0, 2.4}, new double[] {0, -12, 7, 1.6}),
                Tissue.RIB_CORTEX); // dorsum sellae
        sinus(s.ellipsoid(0, -32, -10, 12, 12, 9));
        s.add(s.ellipsoid(0, -32, -10, 0.8, 12, 9), Tissue.RIB_CORTEX);
        if (build.age() > 10) {
            for (int side = -1; side <= 1; side += 2) {
                s.add(s.ellipsoid(side * 10, -85.5, 20, 9, 3.6, 13), Tissue.AIR); // frontal sinus
            }
        }
        shellOfFossa(fossa);
    }

    private void shellOfFossa(Ellipsoid fossa) {
        // Drawn as short bars round the fossa so that the brain inside stays as painted.
        for (int ring = 0; ring < 4; ring++) {
            double z = (-16 - 7 * ring) * s.kz;
            Optional<Outline> at = fossa.grown(4).at(z);
            if (at.isEmpty()) {
                continue;
            }
            at.get()
                    .pieces(
                            (x0, y0, x1, y1) -> {
                                if (y0 > 18 * s.ky) {
                                    s.add(
                                            Solid.of(
                                                    new Capsule(
                                                            x0,
                                                            y0,
                                                            z,
                                                            4.5 * s.kx,
                                                            x1,
                                                            y1,
                                                            z,
                                                            4.5 * s.kx),
                                                    Canvas.of(Tissue.SKULL)));
                                }
                            });
        }
    }

    private static Shade cells(long key) {
        Noise walls = new Noise(key, "ct mastoid", 3.5);
        return (c, row, from, to, cover) -> {
            int at = row * c.grid.n();
            double y = c.grid.x(row);
            for (int i = from; i <= to; i++) {
                if (cover[i] > 0) {
                    double n = walls.at(c.grid.x(i), y, c.z);
                    c.blend(at + i, Math.min(1, cover[i]), n > 0.12 ? 500 : -880);
                }
            }
        };
    }
}
