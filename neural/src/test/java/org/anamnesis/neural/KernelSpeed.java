package org.anamnesis.neural;

import java.lang.management.ManagementFactory;
import java.util.logging.Logger;

/** Measures both kernels on one thread, for docs/decisions/0015-neural-kernel.md. */
final class KernelSpeed {
    private static final Logger LOG = Logger.getLogger(KernelSpeed.class.getName());

    private KernelSpeed() {}

    public static void main(String[] args) {
        int[][] shapes = {{500, 256, 256}, {256, 96, 300}, {256, 100, 96}, {1024, 256, 100}};
        for (Kernel kernel : new Kernel[] {new PlainKernel(), new VectorKernel()}) {
            for (int[] s : shapes) {
                for (int form = 0; form < 3; form++) {
                    Draws draws = new Draws(form);
                    Matrix a = KernelTest.random(draws, s[0], s[2], form == 1);
                    Matrix b = KernelTest.random(draws, s[2], s[1], form == 2);
                    Matrix c = Matrix.zeros(s[0], s[1]);
                    double best = 0;
                    for (int round = 0; round < 6; round++) {
                        long start = cpu();
                        int times = 0;
                        while (cpu() - start < 150_000_000L) {
                            kernel.multiply(a, b, c, false);
                            times++;
                        }
                        double flops = 2.0 * s[0] * s[1] * s[2] * times;
                        best = Math.max(best, flops / (cpu() - start));
                    }
                    LOG.info(
                            "%s %dx%dx%d form %d: %.1f GFLOP per CPU-s"
                                    .formatted(
                                            kernel.getClass().getSimpleName(),
                                            s[0],
                                            s[1],
                                            s[2],
                                            form,
                                            best));
                }
            }
        }
    }

    private static long cpu() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
