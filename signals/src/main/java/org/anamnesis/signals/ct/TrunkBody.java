package org.anamnesis.signals.ct;

import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import org.anamnesis.study.Finding;

/** Puts chest and belly together; both scans see the same body. */
final class TrunkBody {
    final Build build;
    final TrunkSize size;
    final Lungs lungs;
    final Scene scene;

    TrunkBody(Build build) {
        this.build = build;
        this.size = new TrunkSize(build);
        this.lungs = new Lungs(size);
        this.scene = new Scene(size.kx, size.ky, size.kz);
    }

    /** Heights of the lowest and highest slice. */
    static double[] range(Build build, boolean chest) {
        return chest
                ? new double[] {(Lungs.BOTTOM - 8) * build.tall(), (Lungs.TOP + 4) * build.tall()}
                : new double[] {-48 * build.tall(), 222 * build.tall()};
    }

    /**
     * All shapes, with the findings in their places.
     *
     * @param liver CT number of a liver without fat
     * @param aorta diameter in the belly, mm; 0 if it follows from the body
     */
    static Body paint(
            Build build,
            long key,
            List<Finding> findings,
            double liver,
            double aorta,
            Sight sight) {
        Function<LungPaint.Change, Body> painted =
                emphysema -> {
                    var body = new TrunkBody(build);
                    var chest = new ChestDisease(body, key, Levels.FITTED);
                    return new Body(
                            sight.grid(),
                            body.solids(
                                    key,
                                    findings,
                                    new double[] {liver, aorta},
                                    new Recovery(sight.grid(), sight.sigma()),
                                    chest.changes(findings, emphysema),
                                    c -> chest.drowned(findings, c),
                                    c -> chest.veiled(findings, c)),
                            findings.size());
                };
        for (int i = 0; i < findings.size(); i++) {
            if (findings.get(i).id().equals("emphysema")) {
                double share = Details.number(findings.get(i), "laa_percent") / 100;
                return painted.apply(
                        new Emphysema(new TrunkBody(build), key, share, i, painted, sight));
            }
        }
        return painted.apply(Emphysema.NONE);
    }

    /**
     * A body whose one lung holds no vessels and is marked: what fluid can take is what is seen.
     */
    static Body lung(Build build, long key, int side, Grid grid) {
        var body = new TrunkBody(build);
        LungPaint.Change marked =
                (c, pixel, part, x, y, z, healthy) -> {
                    if (x * side > 0) {
                        c.markAfter(0, pixel, part);
                    }
                    return healthy;
                };
        return new Body(
                grid,
                body.solids(
                        key,
                        List.of(),
                        new double[] {CtPlan.healthyLiver(key), 0},
                        new Recovery(grid, Kernel.SOFT.sigma(grid.pixel())),
                        List.of(marked),
                        c -> c.x0() * side > 0,
                        c -> false),
                1);
    }

    /**
     * @param belly CT number of the liver and diameter of the aorta, as for {@link #paint}
     * @param recovery of the contrast of small lesions
     * @param changes of the tissue of the lungs
     * @param hidden which vessels and airways of the lungs are not there
     * @param veiled which vessels are not seen; airways are
     */
    private List<Solid> solids(
            long key,
            List<Finding> findings,
            double[] belly,
            Recovery recovery,
            List<LungPaint.Change> changes,
            Predicate<Capsule> hidden,
            Predicate<Capsule> veiled) {
        var disease = new AbdomenDisease(this, key, Levels.FITTED);
        Trunk.table(scene, size);
        Trunk.wall(scene, size, build);
        for (int side = -1; side <= 1; side += 2) {
            int which = side;
            scene.add(
                    Solid.of(
                            lungs.bottom(),
                            lungs.top(),
                            z -> lungs.outline(which, z),
                            new LungPaint(lungs, size, key, changes)));
        }
        List<Ellipsoid> clear = Nodules.clear(findings);
        vessels(key, c -> hidden.test(c) || clear.stream().anyMatch(e -> near(e, c)), veiled);
        new Nodules(this, key, Levels.FITTED).paint(findings, scene, recovery);
        Abdomen abdomen =
                new Abdomen(
                        scene, size, build, belly[1] > 0 ? belly[1] / (2 * disease.aorta()) : 1);
        abdomen.domes(lungs);
        Chest.heart(scene, lungs, build);
        Chest.vessels(scene, build);
        Chest.airways(scene);
        Chest.inlet(scene);
        abdomen.muscles();
        Tissue liver = disease.liver(findings, belly[0]);
        abdomen.organs(lungs, liver, key);
        disease.paint(findings, liver.hu(), recovery);
        Trunk.bones(scene, size, build);
        return scene.solids();
    }

    private void vessels(long key, Predicate<Capsule> hidden, Predicate<Capsule> veiled) {
        for (int side = -1; side <= 1; side += 2) {
            LungTree tree = LungTree.grow(lungs, size, side, key);
            List<Capsule> airways = tree.airways().stream().filter(hidden.negate()).toList();
            tree.vessels().stream()
                    .filter(hidden.or(veiled).negate())
                    .forEach(c -> scene.add(Solid.of(c, Canvas.of(Tissue.BLOOD))));
            airways.forEach(
                    c ->
                            scene.add(
                                    Solid.of(
                                            c.radii(c.r0() + 0.9, c.r1() + 0.8),
                                            Canvas.of(Tissue.WALL))));
            airways.forEach(c -> scene.add(Solid.of(c, Canvas.of(Tissue.AIR))));
        }
    }

    private static boolean near(Ellipsoid e, Capsule c) {
        return c.inside(e.cx(), e.cy(), e.cz()) > -Math.max(e.a(), Math.max(e.b(), e.c()));
    }

    /** Field of view, mm: the widest slice and a margin, in steps of 10. */
    double field(double low, double high) {
        double most = 0;
        for (double z = low; z <= high; z += 10) {
            double back = size.skinCentre(z) + size.skinDepth(z);
            double front = -size.skinCentre(z) + size.skinDepth(z) + (build.female() ? 14 : 0);
            most = Math.max(most, Math.max(size.skinWidth(z), Math.max(back + 12, front)));
        }
        return Math.ceil(2 * most * 1.06 / 10) * 10;
    }
}
