package org.anamnesis.signals.ct;

import java.util.Optional;

/** What surrounds the brain: scalp, skull, face with its sinuses, base of the skull. */
final class HeadBone {
    private final Head head;
    private final Build build;
    private final Scene s;
    private final Ellipsoid scalp;

    HeadBone(Head head, Build build) {
        this.head = head;
        this.build = build;
        this.s = head.s;
        this.scalp = head.scalp();
    }

    /** Scalp, skull, face and the holder under the head. */
    void outside() {
        rest();
        shell();
        face();
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
        s.add(head.inner().grown(2.0 * k), Tissue.SKULL);
    }

    private void face() {
        // In front of and below the vault soft tissue replaces the ellipsoid's bone.
        s.add(
                Solid.of(
                        Head.BOTTOM * 2 * s.kz,
                        13 * s.kz,
                        z -> scalp.grown(-4 * s.kx).at(z).map(o -> o.above(-34 * s.ky)),
                        Canvas.of(Tissue.MUSCLE)));
        s.add(
                Solid.of(
                        Head.BOTTOM * 2 * s.kz,
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

    /** Base of the skull, painted over the brain. */
    void base(long key) {
        // Occipital bone round the hind fossa, below the vault.
        Ellipsoid fossa = head.fossa();
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
