import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Person;
import org.anamnesis.study.Studio;
import org.anamnesis.study.Studios;

/** Plans and writes studies of a kind on some threads; prints studies a second, the median of five rounds. */
public final class Signals {
    public static void main(String[] args) throws Exception {
        Studio studio = Studios.installed().of(args[0]).orElseThrow();
        int number = Integer.parseInt(args[1]);
        int threads = Integer.parseInt(args[2]);
        Map<String, String> settings = new TreeMap<>();
        for (int i = 3; i < args.length; i++) {
            settings.put(args[i].substring(0, args[i].indexOf('=')), args[i].substring(args[i].indexOf('=') + 1));
        }
        Path folder = Files.createTempDirectory("signals");
        double[] rates = new double[6];
        double[] work = new double[6];
        var pool = Executors.newFixedThreadPool(threads);
        var clock = java.lang.management.ManagementFactory.getThreadMXBean();
        for (int round = 0; round < 6; round++) { // the first is for the compiler
            long start = System.nanoTime();
            int first = round * number;
            List<Callable<Long>> all =
                    IntStream.range(0, threads)
                            .mapToObj(
                                    t ->
                                            (Callable<Long>)
                                                    () -> {
                                                        long cpu = clock.getCurrentThreadCpuTime();
                                                        for (int i = t; i < number; i += threads) {
                                                            one(studio, folder, settings, first + i);
                                                        }
                                                        return clock.getCurrentThreadCpuTime() - cpu;
                                                    })
                            .toList();
            for (var done : pool.invokeAll(all)) {
                work[round] += done.get() / 1e6 / number;
            }
            rates[round] = number / ((System.nanoTime() - start) / 1e9);
        }
        pool.shutdown();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        System.out.printf(
                "%s: %.2f a second on %d threads (median of 5 rounds of %d), %.1f ms of one processor each%n",
                args[0], median(rates), threads, number, median(work));
    }

    private static void one(Studio studio, Path folder, Map<String, String> settings, int i)
            throws IOException {
        var person =
                new Person(
                        i,
                        "p" + i % 50,
                        "e" + i % 50,
                        LocalDateTime.of(2024, 1, 1, 8, 0),
                        30 + i % 50,
                        i % 2 == 0,
                        Map.of(),
                        Set.of(),
                        Set.of());
        var asked = new AskedStudy(studio.kind(), settings, Map.of(), List.of());
        studio.write(studio.plan(person, asked, i), folder, Set.of(studio.formats().get(0)));
    }

    private static double median(double[] x) {
        double[] sorted = Arrays.stream(x).skip(1).sorted().toArray();
        return sorted[sorted.length / 2];
    }
}
