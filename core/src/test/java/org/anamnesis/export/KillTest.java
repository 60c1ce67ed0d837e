package org.anamnesis.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.anamnesis.random.SeedTree;
import org.anamnesis.testkit.TinyCohort;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A run that is killed at any moment: the folder is whole, and what was there before is not lost.
 */
@Tag("slow")
class KillTest {
    private static final int KILLS = 40;

    @TempDir private Path folder;

    /** The program that is killed: publishes the same folder again and again, each time larger. */
    static final class Victim {
        private Victim() {}

        public static void main(String[] arguments) throws IOException {
            Path target = Path.of(arguments[0]);
            for (int patients = 1; patients < 1_000_000; patients++) {
                publish(target, patients);
            }
        }
    }

    private static void publish(Path target, long patients) throws IOException {
        var cohort = TinyCohort.of(patients, 1);
        try (var publisher = Publisher.open(target)) {
            var request = ExportRequest.all(publisher.directory(), cohort.header(), Catalog.EMPTY);
            try (var sink = Exporters.installed().open(List.of("csv"), request)) {
                cohort.forEachBlock(sink::accept);
                sink.finish();
            }
            publisher.publish(PublisherTest.manifest(publisher.seal()));
        }
    }

    @Test
    void losesNothing() throws IOException, InterruptedException {
        Path target = folder.resolve("out");
        publish(target, 1);
        int asideSeen = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Process victim =
                    new ProcessBuilder(
                                    Path.of(System.getProperty("java.home"), "bin", "java")
                                            .toString(),
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    Victim.class.getName(),
                                    target.toString())
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("log").toFile())
                            .start();
            long wait = 300 + (long) (SeedTree.uniform(99, kill) * 700);
            assertTrue(!victim.waitFor(wait, TimeUnit.MILLISECONDS), "the victim ended by itself");
            victim.destroyForcibly().waitFor();
            if (Files.notExists(target)) {
                asideSeen++;
            } else {
                assertWhole(target);
            }
            Publisher.open(target).close(); // the next run recovers
            assertWhole(target);
            try (Stream<Path> left = Files.list(folder)) {
                assertEquals(
                        List.of("log", "out"),
                        left.map(p -> p.getFileName().toString()).sorted().toList());
            }
        }
        assertTrue(asideSeen < KILLS / 4, "absent only for the moment between two renames");
    }

    private static void assertWhole(Path target) throws IOException {
        String manifest = Files.readString(target.resolve(Publisher.MANIFEST));
        int listed = 0;
        for (PublishedFile file : FolderDigest.seal(target)) {
            if (!file.name().equals(Publisher.MANIFEST)) {
                assertTrue(manifest.contains(file.sha256()), file.name() + " differs");
                listed++;
            }
        }
        long promised = Pattern.compile("\\b[0-9a-f]{64}\\b").matcher(manifest).results().count();
        assertEquals(promised, listed, "files that the manifest lists");
        assertTrue(listed > 0, "no files");
    }
}
