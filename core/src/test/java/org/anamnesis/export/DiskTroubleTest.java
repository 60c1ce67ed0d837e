package org.anamnesis.export;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.anamnesis.testkit.TinyCohort;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Disks that refuse. A small disk can be made only by root on Linux; elsewhere such tests skip. */
class DiskTroubleTest {
    @TempDir private Path folder;

    private static boolean run(String... command) {
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            return process.waitFor(20, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Something done on a disk that was mounted for it. */
    @FunctionalInterface
    private interface OnDisk {
        void run(Path disk) throws IOException;
    }

    private void onDisk(String options, OnDisk test) throws IOException {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        assumeTrue(
                run("mount", "-t", "tmpfs", "-o", options, "tmpfs", disk.toString()),
                "skipped: a small disk cannot be mounted here (not root, or not Linux)");
        try {
            test.run(disk);
        } finally {
            assertTrue(run("umount", disk.toString()));
        }
    }

    @Test
    void aFullDiskIsSaidAndLeavesNothing() throws IOException {
        onDisk(
                "size=1m",
                disk -> {
                    Path target = disk.resolve("out");
                    var failure = assertThrows(IOException.class, () -> export(target, 10_000));
                    String message = DiskTrouble.explain(failure, target).getMessage();
                    assertTrue(message.contains("is full"), message);
                    try (Stream<Path> left = Files.list(disk)) {
                        assertEquals(List.of(), left.toList());
                    }
                });
    }

    @Test
    void aFullDiskKeepsTheEarlierRun() throws IOException {
        onDisk(
                "size=1m",
                disk -> {
                    Path target = disk.resolve("out");
                    export(target, 100);
                    byte[] before = Files.readAllBytes(target.resolve("cohort.csv"));
                    assertThrows(IOException.class, () -> export(target, 10_000));
                    assertArrayEquals(before, Files.readAllBytes(target.resolve("cohort.csv")));
                });
    }

    private static void export(Path target, long patients) throws IOException {
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
    void aReadOnlyDiskIsSaid() throws IOException {
        onDisk(
                "size=1m,ro",
                disk -> {
                    Path target = disk.resolve("out");
                    var failure = assertThrows(IOException.class, () -> export(target, 10));
                    String message = DiskTrouble.explain(failure, target).getMessage();
                    assertTrue(message.contains("read-only"), message);
                });
    }

    @Test
    void aFolderThatMayNotBeWrittenIsSaid() throws IOException {
        Path closed = Files.createDirectory(folder.resolve("closed"));
        assumeTrue(
                closed.toFile().setWritable(false) && !Files.isWritable(closed),
                "skipped: root may write everywhere");
        Path target = closed.resolve("out");
        var failure = assertThrows(IOException.class, () -> export(target, 10));
        String message = DiskTrouble.explain(failure, target).getMessage();
        assertTrue(message.contains("may not write"), message);
        assertFalse(Files.exists(target));
    }

    @Test
    void aNameThatIsTooLongIsSaidAndLeavesNothing() throws IOException {
        Path target = folder.resolve("new").resolve("x".repeat(250));
        var failure = assertThrows(IOException.class, () -> export(target, 10));
        String message = DiskTrouble.explain(failure, target).getMessage();
        assertTrue(message.contains("longer than the disk allows"), message);
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void theUnknownIsSaidWithItsReason() {
        String message =
                DiskTrouble.explain(new IOException("Input/output error"), Path.of("out"))
                        .getMessage();
        assertTrue(message.contains("Input/output error"), message);
    }

    @Test
    void theDiskHoldsSoManyPatientsAsItHasRoomFor() throws IOException {
        long free = folder.toFile().getUsableSpace();
        long fits = FreeSpace.patients(folder.resolve("not/there/yet"), 100);
        // others use the disk too while this runs
        assertEquals(0.9 * free / 100, (double) fits, 0.15 * free / 100);
        assertEquals(0, FreeSpace.patients(folder, 1e300));
        assertEquals(1_200_000, FreeSpace.round(1_299_999));
        assertEquals(99, FreeSpace.round(99));
        assertTrue(Files.notExists(folder.resolve("not")));
    }
}
