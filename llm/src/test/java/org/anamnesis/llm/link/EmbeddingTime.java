package org.anamnesis.llm.link;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.anamnesis.llm.Settings;

/**
 * Times the embedding model that the settings name: loading, and looking up one phrase; and says
 * how it does on the phrases kept apart. bench/README.md says how to run it.
 */
final class EmbeddingTime {
    private static final int WARM = 50;
    private static final int RUNS = 500;

    private EmbeddingTime() {}

    public static void main(String[] args) throws Exception {
        long start = System.nanoTime();
        Model model = Model.of(Settings.ofProcess(), KeptVectors.folder());
        double load = (System.nanoTime() - start) / 1e9;
        List<Example> phrases = Example.toMeasure();
        double[] millis = new double[RUNS];
        for (int i = -WARM; i < RUNS; i++) {
            Example e = phrases.get((i + WARM) % phrases.size());
            long before = System.nanoTime();
            model.link(e.phrase(), e.kinds());
            millis[Math.max(i, 0)] = (System.nanoTime() - before) / 1e6;
        }
        Arrays.sort(millis);
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.printf(
                Locale.ROOT,
                "loaded in %.2f s; one phrase: median %.1f ms, 99th percentile %.1f ms%n",
                load,
                millis[RUNS / 2],
                millis[RUNS * 99 / 100]);
        out.println(model.thresholds());
        out.println(Measured.of(model, phrases));
    }
}
