package org.anamnesis.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.anamnesis.problem.RequestException;

/**
 * A folder that appears whole or not at all.
 *
 * <p>Everything is written to a hidden sibling ({@code .NAME.partial-PID}), brought to the disk,
 * and then renamed. A folder of an earlier run is moved aside first ({@code .NAME.old-PID}) and
 * deleted afterwards; a run that is killed in between leaves it there, and the next run puts it
 * back. What dead runs left behind is removed by the next one, under the same name.
 *
 * <pre>
 * try (var publisher = Publisher.open(target)) {
 *     ... write to publisher.directory() ...
 *     publisher.publish(manifestOf(publisher.seal()));
 * } catch (IOException e) {
 *     throw DiskTrouble.explain(e, target);
 * }
 * </pre>
 */
public final class Publisher implements Closeable {
    /** The file that makes a folder ours. */
    public static final String MANIFEST = "manifest.json";

    private final Siblings siblings;
    private final Path partial;
    private final Optional<Path> firstCreated;
    private List<PublishedFile> sealed = List.of();
    private boolean published;

    private Publisher(Siblings siblings, Path partial, Optional<Path> firstCreated) {
        this.siblings = siblings;
        this.partial = partial;
        this.firstCreated = firstCreated;
    }

    /**
     * Prepares a folder to write to. Missing parents are made.
     *
     * @param target must not exist, or be empty, or hold nothing but an earlier run
     * @throws RequestException if the target is a file or holds something else; nothing was changed
     * @throws IOException if the disk refuses; see {@link DiskTrouble#explain}
     */
    public static Publisher open(Path target) throws IOException {
        Path place = Target.place(target);
        Target.check(place, target);
        Optional<Path> firstCreated = createParents(place.getParent());
        var siblings = new Siblings(place);
        siblings.recover();
        try {
            return new Publisher(siblings, siblings.createPartial(), firstCreated);
        } catch (IOException failed) {
            removeEmpty(place.getParent(), firstCreated);
            throw failed;
        }
    }

    /**
     * Looks whether a target may be written, without touching anything.
     *
     * @throws RequestException if it is a file or holds something that is not ours
     */
    public static void check(Path target) throws IOException {
        Target.check(Target.place(target), target);
    }

    /** The first of the folders that had to be made, the one nearest the root. */
    private static Optional<Path> createParents(Path parent) throws IOException {
        Path missing = null;
        for (Path p = parent; p != null && !Files.exists(p); p = p.getParent()) {
            missing = p;
        }
        try {
            Files.createDirectories(parent);
        } catch (IOException failed) {
            removeEmpty(parent, Optional.ofNullable(missing));
            throw failed;
        }
        return Optional.ofNullable(missing);
    }

    /** Where to write, ours alone until published. */
    public Path directory() {
        return partial;
    }

    /**
     * Brings every file to the disk and computes its checksum. Nothing may be written afterwards
     * but the manifest.
     */
    public List<PublishedFile> seal() throws IOException {
        sealed = FolderDigest.seal(partial);
        return sealed;
    }

    /**
     * Adds the manifest and makes the folder appear.
     *
     * @param manifest text of {@code manifest.json}; names each file of {@link #seal} as {@code
     *     "name"}, and has the key {@code "anamnesis"}: by these an earlier run is known again
     */
    public void publish(String manifest) throws IOException {
        if (!Target.namesAll(manifest, sealed.stream().map(PublishedFile::name).toList())) {
            throw new IllegalArgumentException("the manifest must name every file and the program");
        }
        Path file = partial.resolve(MANIFEST);
        Files.write(file, manifest.getBytes(UTF_8), StandardOpenOption.CREATE_NEW);
        FolderDigest.force(file);
        siblings.close();
        FolderDigest.force(partial);
        // Checked again: whatever appeared there while we worked is not ours to replace.
        Target.check(siblings.target(), siblings.target());
        Optional<Path> old = siblings.moveAside();
        try {
            Files.move(partial, siblings.target(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            if (old.isPresent()) {
                Files.move(old.get(), siblings.target(), StandardCopyOption.ATOMIC_MOVE);
            }
            throw failed;
        }
        published = true;
        FolderDigest.force(siblings.target().getParent());
        if (old.isPresent()) {
            Folders.delete(old.get());
        }
    }

    /** Removes what was written unless it was published. */
    @Override
    public void close() throws IOException {
        siblings.close();
        if (!published) {
            Folders.delete(partial);
            removeEmpty(siblings.target().getParent(), firstCreated);
        }
    }

    /** Takes back the folders that {@link #createParents} made, from the innermost outwards. */
    private static void removeEmpty(Path innermost, Optional<Path> firstCreated)
            throws IOException {
        if (firstCreated.isEmpty()) {
            return;
        }
        for (Path p = innermost; p != null && p.startsWith(firstCreated.get()); p = p.getParent()) {
            if (!Siblings.isEmptyFolder(p)) {
                return;
            }
            Files.delete(p);
        }
    }
}
