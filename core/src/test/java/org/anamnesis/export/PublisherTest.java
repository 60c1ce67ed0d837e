package org.anamnesis.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.problem.RequestException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {
    /** No process has so high a number. */
    private static final String DEAD = "999999999999";

    @TempDir private Path folder;
    private Path target;

    @BeforeEach
    void name() {
        target = folder.resolve("out");
    }

    static String manifest(List<PublishedFile> files) {
        return files.stream()
                .map(f -> '"' + f.name() + "\": \"" + f.sha256() + '"')
                .collect(Collectors.joining(",\n", "{\"anamnesis\": \"0.1.0\",\n", "}\n"));
    }

    private void publish(String content) throws IOException {
        try (var publisher = Publisher.open(target)) {
            Files.writeString(publisher.directory().resolve("cohort.csv"), content);
            publisher.publish(manifest(publisher.seal()));
        }
    }

    private Set<String> names() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(p -> !p.equals(folder))
                    .map(p -> FolderDigest.name(folder, p))
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    private static final Set<String> WHOLE = Set.of("out", "out/cohort.csv", "out/manifest.json");

    @Test
    void aFolderAppearsWholeWithNothingBesideIt() throws IOException {
        try (var publisher = Publisher.open(target)) {
            Files.writeString(publisher.directory().resolve("cohort.csv"), "abc");
            assertFalse(Files.exists(target), "not before it is published");
            List<PublishedFile> files = publisher.seal();
            // FIPS 180-4, example of SHA-256 for "abc"
            String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
            assertEquals(List.of(new PublishedFile("cohort.csv", 3, abc)), files);
            publisher.publish(manifest(files));
        }
        assertEquals(WHOLE, names());
    }

    @Test
    void whatIsGivenUpLeavesNothingNotEvenTheParents() throws IOException {
        target = folder.resolve("a/b/out");
        try (var publisher = Publisher.open(target)) {
            Files.createDirectory(publisher.directory().resolve("deep"));
            Files.writeString(publisher.directory().resolve("deep/cohort.csv"), "abc");
        }
        assertEquals(Set.of(), names());
    }

    @Test
    void missingParentsAreMade() throws IOException {
        target = folder.resolve("a/b/out");
        publish("1");
        assertTrue(Files.exists(folder.resolve("a/b/out/manifest.json")));
    }

    @Test
    void anEarlierRunIsReplaced() throws IOException {
        publish("1");
        publish("2");
        assertEquals("2", Files.readString(target.resolve("cohort.csv")));
        assertEquals(WHOLE, names());
    }

    @Test
    void anEarlierRunSurvivesWhenTheNewOneIsGivenUp() throws IOException {
        publish("1");
        Publisher.open(target).close();
        assertEquals("1", Files.readString(target.resolve("cohort.csv")));
        assertEquals(WHOLE, names());
    }

    @Test
    void anEmptyFolderMayBeFilled() throws IOException {
        Files.createDirectory(target);
        publish("1");
        assertEquals(WHOLE, names());
    }

    @Test
    void aLinkIsFollowed() throws IOException {
        Path real = Files.createDirectory(folder.resolve("real"));
        Files.createSymbolicLink(target, real);
        publish("1");
        assertTrue(Files.isSymbolicLink(target));
        assertEquals("1", Files.readString(real.resolve("cohort.csv")));
    }

    private String refusal() {
        var refused = assertThrows(RequestException.class, () -> Publisher.open(target));
        return refused.problems().get(0).code();
    }

    @Test
    void aFileIsNotReplaced() throws IOException {
        Files.writeString(target, "mine");
        assertEquals("export.out.file", refusal());
        assertEquals("mine", Files.readString(target));
        target = target.resolve("below");
        assertEquals("export.out.under-file", refusal());
        assertEquals(Set.of("out"), names());
    }

    @Test
    void aFolderWithSomethingElseIsNotReplaced() throws IOException {
        Files.createDirectory(target);
        Files.writeString(target.resolve("thesis.docx"), "mine");
        assertEquals("export.out.not-ours", refusal());
        Files.writeString(target.resolve("manifest.json"), "{\"name\": \"a web app\"}");
        assertEquals("export.out.not-ours", refusal());
        assertEquals(Set.of("out", "out/manifest.json", "out/thesis.docx"), names());
    }

    @Test
    void notesThatTheUserAddedToOurFolderAreNotLost() throws IOException {
        publish("1");
        Files.writeString(target.resolve("notes.txt"), "mine");
        assertEquals("export.out.not-ours", refusal());
    }

    @Test
    void whatAppearsWhileWeWorkIsNotLost() throws IOException {
        try (var publisher = Publisher.open(target)) {
            Files.writeString(publisher.directory().resolve("cohort.csv"), "1");
            String manifest = manifest(publisher.seal());
            Files.createDirectory(target);
            Files.writeString(target.resolve("notes.txt"), "mine");
            assertThrows(RequestException.class, () -> publisher.publish(manifest));
        }
        assertEquals(Set.of("out", "out/notes.txt"), names());
    }

    @Test
    void aRunThatWasKilledBetweenTheRenamesIsUndone() throws IOException {
        publish("1");
        Files.move(target, folder.resolve(".out.old-" + DEAD));
        Publisher.open(target).close();
        assertEquals("1", Files.readString(target.resolve("cohort.csv")));
        assertEquals(WHOLE, names());
    }

    @Test
    void whatDeadRunsLeftIsRemovedAndOnlyThat() throws IOException {
        publish("1");
        Files.createDirectories(folder.resolve(".out.partial-" + DEAD + "/deep"));
        Files.createDirectory(folder.resolve(".out.old-" + DEAD + ".1"));
        Files.createDirectory(folder.resolve(".out.partial-notes"));
        Files.createDirectory(folder.resolve(".other.partial-" + DEAD));
        publish("2");
        var left = new TreeSet<>(WHOLE);
        left.addAll(Set.of(".out.partial-notes", ".other.partial-" + DEAD));
        assertEquals(left, names());
    }

    @Test
    void twoRunsAtOnceDoNotDisturbEachOther() throws IOException {
        try (var one = Publisher.open(target);
                var two = Publisher.open(target)) {
            Files.writeString(one.directory().resolve("cohort.csv"), "1");
            Files.writeString(two.directory().resolve("cohort.csv"), "2");
            one.publish(manifest(one.seal()));
            two.publish(manifest(two.seal()));
        }
        assertEquals("2", Files.readString(target.resolve("cohort.csv")));
        assertEquals(WHOLE, names());
    }

    @Test
    void aManifestThatDoesNotNameAFileIsAnError() throws IOException {
        try (var publisher = Publisher.open(target)) {
            Files.writeString(publisher.directory().resolve("cohort.csv"), "1");
            publisher.seal();
            assertThrows(
                    IllegalArgumentException.class,
                    () -> publisher.publish("{\"anamnesis\": \"0.1.0\"}"));
        }
        assertEquals(Set.of(), names());
    }
}
