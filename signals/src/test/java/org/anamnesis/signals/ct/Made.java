package org.anamnesis.signals.ct;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Finding;
import org.anamnesis.study.Person;
import org.anamnesis.study.Study;

/** Studies for tests, and what is measured in their slices. */
final class Made {
    /** The person without any finding, by settings: slices that were made once serve every test. */
    private static final Map<Map<String, String>, Made> WELL = new HashMap<>();

    private final Phantom phantom;
    private final Map<Integer, Phantom.Slice> slices = new HashMap<>();

    Made(Study study) {
        this.phantom = Phantom.of(study);
    }

    static Person person(
            double age, boolean female, double height, double weight, String... conditions) {
        return new Person(
                0,
                "P1",
                "E1",
                LocalDateTime.of(2026, 3, 4, 9, 30),
                age,
                female,
                Map.of("height", height, "weight", weight),
                Set.of(conditions),
                Set.of());
    }

    static Finding finding(String id, String... details) {
        Map<String, String> all = new HashMap<>();
        for (int i = 0; i < details.length; i += 2) {
            all.put(details[i], details[i + 1]);
        }
        return new Finding(id, all);
    }

    static Study study(Map<String, String> settings, Finding... findings) {
        return new CtStudio()
                .plan(
                        person(58, false, 176, 80),
                        new AskedStudy("ct", settings, Map.of(), List.of(findings)),
                        41);
    }

    static Made well(Map<String, String> settings) {
        return WELL.computeIfAbsent(settings, s -> new Made(study(s)));
    }

    Grid grid() {
        return phantom.grid();
    }

    Phantom.Slice slice(int k) {
        return slices.computeIfAbsent(k, phantom::slice);
    }

    /** Mean CT number within a distance of a point. */
    double mean(double x, double y, double z, double radius) {
        Grid g = grid();
        double sum = 0;
        int count = 0;
        int k0 = Math.max(0, g.slice(z - radius));
        int k1 = Math.min(g.count() - 1, g.slice(z + radius));
        for (int k = k0; k <= k1; k++) {
            for (int j = 0; j < g.n(); j++) {
                for (int i = 0; i < g.n(); i++) {
                    double d = Math.hypot(Math.hypot(g.x(i) - x, g.x(j) - y), g.z(k) - z);
                    if (d <= Math.max(radius, 0.8 * g.step())) {
                        sum += slice(k).hu[j * g.n() + i];
                        count++;
                    }
                }
            }
        }
        return sum / count;
    }

    /** Volume in ml of what is denser than a level within a distance of a point. */
    double above(double level, double x, double y, double z, double radius) {
        Grid g = grid();
        int voxels = 0;
        for (int k = Math.max(0, g.slice(z - radius));
                k <= Math.min(g.count() - 1, g.slice(z + radius));
                k++) {
            for (int j = 0; j < g.n(); j++) {
                for (int i = 0; i < g.n(); i++) {
                    double d = Math.hypot(Math.hypot(g.x(i) - x, g.x(j) - y), g.z(k) - z);
                    if (d <= radius && slice(k).hu[j * g.n() + i] > level) {
                        voxels++;
                    }
                }
            }
        }
        return voxels * voxel();
    }

    /** ml of one voxel. */
    double voxel() {
        return grid().pixel() * grid().pixel() * grid().step() / 1000;
    }

    /** Volume of the mask of a finding, ml, its centre and the median CT number in it. */
    double[] mask(int finding) {
        Grid g = grid();
        double[] sum = new double[4];
        var inside = java.util.stream.IntStream.builder();
        for (int k = 0; k < g.count(); k++) {
            boolean[] mark = slice(k).marks[finding];
            for (int i = 0; mark != null && i < mark.length; i++) {
                if (mark[i]) {
                    int row = i / g.n();
                    sum[0]++;
                    sum[1] += g.x(i % g.n());
                    sum[2] += g.x(row);
                    sum[3] += g.z(k);
                    inside.add(slice(k).hu[i]);
                }
            }
        }
        int[] sorted = inside.build().sorted().toArray();
        double median = sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
        return new double[] {
            sum[0] * voxel(), sum[1] / sum[0], sum[2] / sum[0], sum[3] / sum[0], median
        };
    }
}
