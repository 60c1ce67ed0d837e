package org.anamnesis.signals.ct;

import java.util.ArrayList;
import java.util.List;
import org.anamnesis.signals.Draws;

/** Small and large bowel, with what is in them. */
final class Bowel {
    private final Scene s;
    private final TrunkSize size;

    Bowel(Scene s, TrunkSize size) {
        this.s = s;
        this.size = size;
    }

    void fill(Draws d) {
        for (int i = 0; i < 95; i++) { // small bowel and its fat
            double x = d.uniform(-72, 78);
            double y = d.uniform(-66, 4) * (1 - 0.2 * Math.abs(x) / 80);
            double z = d.uniform(-130, 62);
            double turn = d.uniform(0, Math.PI);
            double r = d.uniform(8.5, 12.5);
            double length = d.uniform(8, 22);
            double dx = length * StrictMath.cos(turn);
            double dy = 0.6 * length * StrictMath.sin(turn);
            s.add(
                    Tissue.BOWEL,
                    new Tissue(d.uniform(8, 30), 6),
                    2,
                    new double[] {x - dx, y - dy, z, r},
                    new double[] {x + dx, y + dy, z + d.uniform(-8, 8), r});
            if (d.chance(0.16)) {
                s.add(
                        s.tube(
                                0,
                                new double[] {x, y - r * 0.45, z, r * 0.42},
                                new double[] {x + dx * 0.6, y - r * 0.45, z, r * 0.35}),
                        Tissue.AIR);
            }
        }
        double lateral = size.cavityWidth(20 * size.kz) / s.kx;
        double front = (size.cavityCentre(60 * size.kz) - size.cavityDepth(60 * size.kz)) / s.ky;
        double right = -(lateral - 24);
        double left = lateral - 20;
        colon(
                d,
                21,
                new double[][] {
                    {right + 6, 0, -90}, {right, 6, -20}, {right + 2, 8, 50}, {right + 10, -8, 66}
                });
        colon(
                d,
                18,
                new double[][] {
                    {right + 10, -8, 66},
                    {right + 34, front + 26, 62},
                    {0, front + 22, 48},
                    {40, front + 24, 62},
                    {left - 14, front + 46, 104}
                });
        colon(
                d,
                15,
                new double[][] {
                    {left - 14, front + 46, 104},
                    {left, 4, 112},
                    {left, 14, 50},
                    {left - 2, 16, -20},
                    {left - 8, 6, -90}
                });
    }

    private void colon(Draws d, double r, double[][] path) {
        int steps = 5;
        List<Ellipsoid> pouches = new ArrayList<>();
        for (int i = 1; i < path.length; i++) {
            for (int k = 0; k < steps; k++) { // haustra: a row of pouches
                double t = (k + 0.5) / steps;
                double x = path[i - 1][0] + (path[i][0] - path[i - 1][0]) * t;
                double y = path[i - 1][1] + (path[i][1] - path[i - 1][1]) * t;
                double z = path[i - 1][2] + (path[i][2] - path[i - 1][2]) * t;
                double w = r * d.uniform(0.86, 1.08);
                pouches.add(s.ellipsoid(x, y, z, w, w, w * 1.15));
            }
        }
        pouches.forEach(p -> s.add(p, Tissue.BOWEL));
        boolean gas = false;
        for (int i = 0; i < pouches.size(); i++) {
            gas = i % 4 == 0 ? d.chance(0.5) : gas; // gas lies in stretches
            Ellipsoid p = pouches.get(i);
            s.add(p.grown(-2), gas ? Tissue.AIR : Tissue.STOOL);
            if (gas) {
                s.add(
                        new Ellipsoid(
                                p.cx(),
                                p.cy() + p.b() * 0.66,
                                p.cz(),
                                p.a() * 0.66,
                                p.b() * 0.24,
                                p.c() * 0.6),
                        Tissue.STOOL);
            } else if (d.chance(0.7)) {
                s.add(
                        new Ellipsoid(
                                p.cx() - 3,
                                p.cy() - p.b() * 0.45,
                                p.cz(),
                                p.a() * 0.4,
                                p.b() * 0.26,
                                p.c() * 0.4),
                        Tissue.AIR);
            }
        }
    }
}
