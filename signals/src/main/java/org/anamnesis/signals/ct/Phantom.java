package org.anamnesis.signals.ct;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Study;

/** A study's body, slices and scanner, ready to be made. */
final class Phantom {
    private final Body body;
    private final Scanner scanner;
    private final Noise texture;

    private Phantom(Body body, Scanner scanner, Noise texture) {
        this.body = body;
        this.scanner = scanner;
        this.texture = texture;
    }

    static Phantom of(Study study) {
        Map<String, String> set = study.settings();
        Build build = Build.of(study.person(), study.key());
        List<Finding> findings = study.findings();
        int n = Integer.parseInt(set.get("matrix"));
        double step = Double.parseDouble(set.get("slice_mm"));
        String region = set.get("region");
        double[] range = range(region, build);
        int count = count(range, step);
        Kernel kernel = Kernel.of(set.get("kernel"));
        var texture = new Noise(study.key(), "ct texture", 6);
        Body body;
        if (region.equals("head")) {
            Head head = new Head(build);
            Map<Integer, Finding> ordered = Precedence.inOrder(findings);
            var disease =
                    new HeadDisease(
                            head, build, study.key(), OptionalDouble.empty(), Levels.FITTED);
            body =
                    new Body(
                            new Grid(n, head.field() / n, step, range[0], count),
                            head.paint(
                                    study.key(),
                                    new BrainInfarct(head, study.key()).changes(ordered),
                                    disease.lesions(ordered),
                                    Midline.painted(study)),
                            findings.size());
        } else {
            double pixel = new TrunkBody(build).field(range[0], range[1]) / n;
            body =
                    TrunkBody.paint(
                            build,
                            study.key(),
                            findings,
                            CtPlan.liver(study),
                            CtPlan.aorta(study),
                            new Sight(
                                    new Grid(n, pixel, step, range[0], count),
                                    kernel.sigma(pixel),
                                    texture));
        }
        Scanner scanner =
                new Scanner(
                        body.grid(),
                        kernel,
                        Double.parseDouble(set.get("mas")),
                        Double.parseDouble(set.get("kvp")),
                        set.get("noise").equals("fbp"),
                        study.key());
        return new Phantom(body, scanner, texture);
    }

    static double[] range(String region, Build build) {
        return region.equals("head")
                ? Head.range(build)
                : TrunkBody.range(build, region.equals("chest"));
    }

    static int count(double[] range, double step) {
        return Math.max(2, (int) Math.ceil((range[1] - range[0]) / step) + 1);
    }

    Grid grid() {
        return body.grid();
    }

    /**
     * One slice as stored: whole CT numbers, -1024 to 3071, and by finding what belongs to it, null
     * where it is not in this slice. Whoever gets it owns the arrays.
     */
    static final class Slice {
        final short[] hu;
        final boolean[][] marks;

        Slice(short[] hu, boolean[][] marks) {
            this.hu = hu;
            this.marks = marks;
        }
    }

    Slice slice(int k) {
        int pixels = grid().n() * grid().n();
        float[] image = new float[pixels];
        float[][] shares = body.slice(k, image, texture);
        scanner.scan(image, k);
        short[] hu = new short[pixels];
        for (int i = 0; i < pixels; i++) {
            hu[i] = (short) Math.max(-1024, Math.min(3071, Math.round(image[i])));
        }
        boolean[][] marks = new boolean[shares.length][];
        for (int f = 0; f < shares.length; f++) {
            boolean any = false;
            if (shares[f] != null) {
                boolean[] mark = new boolean[pixels];
                for (int i = 0; i < pixels; i++) {
                    mark[i] = shares[f][i] >= 0.5f;
                    any |= mark[i];
                }
                marks[f] = any ? mark : null;
            }
        }
        return new Slice(hu, marks);
    }
}
