package org.anamnesis.signals.eeg;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.anamnesis.random.SeedTree;
import org.anamnesis.study.AskedStudy;
import org.anamnesis.study.Person;
import org.anamnesis.study.Study;

/**
 * Makes a folder of EEGs of many states and findings with the manifest that the outside verifier
 * reads, and says how fast: {@code MakeEegs FOLDER COUNT SECONDS THREADS}.
 */
final class MakeEegs {
    private MakeEegs() {}

    private static final EegStudio STUDIO = new EegStudio();

    /** Kinds of recordings, taken in turn. */
    static Study study(int number, int seconds, long seed) {
        var settings = new HashMap<String, String>();
        settings.put("duration_s", Integer.toString(seconds));
        var findings = new ArrayList<org.anamnesis.study.Finding>();
        double age = 20 + number * 37 % 60;
        switch (number % 12) {
            case 0, 1 -> settings.put("state", "eyes-closed");
            case 2 -> settings.put("state", "eyes-open");
            case 3 -> findings.add(People.finding(Sign.NORMAL_EEG));
            case 4 -> {
                findings.add(People.finding(Sign.ABSENCE_SEIZURE));
                age = 5 + number % 8;
            }
            case 5 -> settings.put("state", "n2");
            case 6 -> findings.add(People.finding(Sign.GENERALIZED_SLOWING));
            case 7 -> {
                settings.put("state", "eyes-closed");
                findings.add(People.finding(Sign.FOCAL_SPIKES));
            }
            case 8 -> settings.put("state", "n3");
            case 9 -> {
                settings.put("state", "eyes-closed");
                findings.add(People.finding(Sign.FOCAL_SLOWING));
                age = 3 + number % 15;
            }
            case 10 -> settings.put("state", "sleep");
            default -> {
                settings.put("state", "eyes-closed");
                findings.add(People.finding(Sign.EXCESS_BETA));
            }
        }
        Person person = People.person(number, age);
        return STUDIO.plan(
                person,
                new AskedStudy("eeg", settings, java.util.Map.of(), findings),
                SeedTree.key(seed, number));
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int count = Integer.parseInt(args[1]);
        int seconds = Integer.parseInt(args[2]);
        int threads = Integer.parseInt(args[3]);
        Files.createDirectories(folder);
        long from = System.nanoTime();
        var pool = Executors.newFixedThreadPool(threads);
        var rows = new ArrayList<Future<List<String>>>();
        for (int n = 0; n < count; n++) {
            int number = n;
            rows.add(pool.submit(() -> row(folder, number, seconds)));
        }
        var lines = new ArrayList<String>();
        lines.add(String.join(",", STUDIO.manifestColumns()));
        for (var row : rows) {
            lines.add(String.join(",", row.get()));
        }
        pool.shutdown();
        double took = (System.nanoTime() - from) / 1e9;
        Files.write(folder.resolve("manifest.csv"), lines, StandardCharsets.UTF_8);
        System.out.println(
                String.format(
                        Locale.ROOT,
                        "%d EEGs of %d s in %.1f s with %d threads: %.2f a second",
                        count,
                        seconds,
                        took,
                        threads,
                        count / took));
    }

    private static List<String> row(Path folder, int number, int seconds) throws IOException {
        return STUDIO.write(study(number, seconds, 1), folder, Set.of("edf")).manifest().get(0);
    }
}
