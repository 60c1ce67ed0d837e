package org.anamnesis.export;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/** Whether the folder that the user named may be written or replaced. */
final class Target {
    /** Key that stands in every manifest of ours. */
    private static final String MARK = "\"anamnesis\"";

    /** Manifests are small; whatever is larger is not one. */
    private static final long LARGEST_MANIFEST = 16 << 20;

    private Target() {}

    /** Where the folder really lies: absolute, a link followed, so that the rename hits it. */
    static Path place(Path target) throws IOException {
        return Files.exists(target) ? target.toRealPath() : target.toAbsolutePath().normalize();
    }

    /**
     * @param asked the user's own words
     * @throws RequestException if there is something that is not ours to replace
     */
    static void check(Path place, Path asked) throws IOException {
        if (place.getParent() == null) {
            throw refused("export.out.root", asked, "The root of a disk cannot be replaced");
        }
        for (Path p = place.getParent(); p != null; p = p.getParent()) {
            if (Files.exists(p) && !Files.isDirectory(p)) {
                throw refused("export.out.under-file", asked, "%s is a file".formatted(p));
            }
        }
        if (!Files.exists(place)) {
            return;
        }
        if (!Files.isDirectory(place)) {
            throw refused("export.out.file", asked, "There is a file of this name");
        }
        if (Siblings.isEmptyFolder(place)) {
            return;
        }
        Optional<String> stranger = stranger(place);
        if (stranger.isPresent()) {
            throw refused(
                    "export.out.not-ours",
                    asked,
                    "The folder holds %s, which Anamnesis did not write".formatted(stranger.get()));
        }
    }

    /** A file that no manifest of ours names, if there is one. */
    private static Optional<String> stranger(Path folder) throws IOException {
        Path manifest = folder.resolve(Publisher.MANIFEST);
        boolean readable =
                Files.isRegularFile(manifest) && Files.size(manifest) <= LARGEST_MANIFEST;
        // malformed UTF-8 becomes a replacement character and then simply matches nothing
        String text = readable ? new String(Files.readAllBytes(manifest), UTF_8) : "";
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(f -> !Files.isDirectory(f))
                    .map(f -> FolderDigest.name(folder, f))
                    .sorted()
                    .filter(
                            name ->
                                    !(name.equals(Publisher.MANIFEST) && text.contains(MARK))
                                            && !namesAll(text, List.of(name)))
                    .findFirst();
        }
    }

    static boolean namesAll(String manifest, List<String> files) {
        return manifest.contains(MARK)
                && files.stream().allMatch(f -> manifest.contains('"' + f + '"'));
    }

    private static RequestException refused(String code, Path asked, String message) {
        return new RequestException(
                List.of(
                        new Problem(
                                code,
                                asked.toString(),
                                message,
                                "a new name after --out, or empty this one yourself")));
    }
}
