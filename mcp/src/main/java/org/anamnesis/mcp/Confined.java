package org.anamnesis.mcp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;

/**
 * The files that a client may name: those below some folders, where links lead is looked at.
 *
 * <p>Whether there is a file outside is never told. A link that somebody sets between the look and
 * the use is not seen: whoever can write into the folders is trusted not to.
 */
final class Confined {
    /** So deep and so many entries of a folder are looked through for links that lead out of it. */
    private static final int DEPTH = 6;

    private static final int ENTRIES = 20_000;

    private final Path out;
    private final List<Path> roots;

    /**
     * @param out folder below which is written, and read too
     * @param besides folders below which is only read
     * @throws RequestException with every folder that is not there
     */
    Confined(Path out, List<Path> besides) {
        List<Problem> problems = new ArrayList<>();
        List<Path> real = new ArrayList<>();
        Stream.concat(Stream.of(out), besides.stream())
                .forEach(f -> root(f).ifPresentOrElse(real::add, () -> problems.add(absent(f))));
        real.stream()
                .filter(r -> r.getParent() == null)
                .map(Confined::whole)
                .forEach(problems::add);
        if (!problems.isEmpty()) {
            throw new RequestException(problems);
        }
        this.out = real.get(0);
        this.roots = List.copyOf(real);
    }

    private static Optional<Path> root(Path folder) {
        try {
            return Files.isDirectory(folder) ? Optional.of(folder.toRealPath()) : Optional.empty();
        } catch (IOException e) {
            throw new EnvironmentException(
                    "The folder %s cannot be looked at (%s).".formatted(folder, e.getMessage()), e);
        }
    }

    private static Problem absent(Path folder) {
        return new Problem(
                "mcp.root.absent",
                folder.toString(),
                "there is no such folder",
                "a folder that is there");
    }

    /** Where programs are started that nobody told a folder. */
    private static Problem whole(Path root) {
        return new Problem(
                "mcp.root.whole",
                root.toString(),
                "this would give away the whole disk",
                "--root with a folder for the patients that are made");
    }

    /** The folder below which is written. */
    Path out() {
        return out;
    }

    /** A file or folder that is there, to be read. */
    Path read(String named) {
        Path found = find(path(named));
        if (!Files.exists(found)) {
            throw problem("absent", named, "there is no such file", "a file " + where());
        }
        if (Files.isDirectory(found)) {
            nothingLeadsOut(found, named);
        }
        return found;
    }

    /** A file that words name, whether it is there or not. */
    Path find(Path named) {
        Path place = path(named.toString());
        Path first = out.resolve(place);
        Path found =
                roots.stream()
                        .map(r -> r.resolve(place))
                        .filter(p -> Files.exists(p) && roots.stream().anyMatch(r -> in(r, p)))
                        .findFirst()
                        .orElse(first);
        if (roots.stream().noneMatch(r -> in(r, found))) {
            throw outside(named.toString());
        }
        return found;
    }

    /** A file or folder to be written, below the folder for that. */
    Path write(String named) {
        Path place = out.resolve(path(named));
        if (!in(out, place) || place.normalize().equals(out)) {
            throw problem(
                    "outside",
                    named,
                    "files are only written below the folder that the program was started for",
                    "a name without \"..\", for example \"cohort\"");
        }
        return place.normalize();
    }

    /**
     * How a file is named to a client: from the folder below which is written, if it lies there.
     */
    String told(Path file) {
        return file.startsWith(out) ? out.relativize(file).toString() : file.toString();
    }

    private static Path path(String named) {
        try {
            Path path = Path.of(named);
            for (Path part : path) {
                if (part.toString().equals("..")) {
                    throw outside(named);
                }
            }
            return path;
        } catch (InvalidPathException e) { // a character that no file name has
            throw problem("name", named, "no file can have this name", "letters, digits, - and _");
        }
    }

    /** Where the part of a place that is there really lies; the rest has no ".." and no links. */
    private static boolean in(Path root, Path place) {
        Path there = place;
        while (there != null && !Files.exists(there, LinkOption.NOFOLLOW_LINKS)) {
            there = there.getParent();
        }
        try {
            return there != null && there.toRealPath().startsWith(root);
        } catch (IOException e) { // a link that leads nowhere, or a folder that may not be entered
            return false;
        }
    }

    private void nothingLeadsOut(Path folder, String named) {
        try (Stream<Path> all = Files.walk(folder, DEPTH)) {
            boolean out =
                    all.limit(ENTRIES)
                            .filter(Files::isSymbolicLink)
                            .anyMatch(link -> roots.stream().noneMatch(r -> in(r, link)));
            if (out) {
                throw problem(
                        "outside",
                        named,
                        "a link in this folder leads out of the folders that may be read",
                        "a folder without such links");
            }
        } catch (IOException e) {
            throw new EnvironmentException(
                    "The folder %s cannot be read (%s).".formatted(named, e.getMessage()), e);
        }
    }

    private String where() {
        return "below " + String.join(" or ", roots.stream().map(Path::toString).toList());
    }

    private static RequestException outside(String named) {
        return problem(
                "outside",
                named,
                "this does not lie in a folder that the program was started for",
                "a file below these folders, named without \"..\"");
    }

    private static RequestException problem(
            String kind, String named, String message, String suggestion) {
        return new RequestException(
                List.of(new Problem("mcp.file." + kind, named, message, suggestion)));
    }
}
