package org.anamnesis.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Checksums of a finished folder, and the way of its files to the disk. */
final class FolderDigest {
    private static final int SIZE = 1 << 16;

    private FolderDigest() {}

    /** Forces every file and folder to the disk; the checksums in the order of the names. */
    static List<PublishedFile> seal(Path folder) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(folder)) {
            paths = walk.toList();
        }
        List<PublishedFile> files = new ArrayList<>();
        ByteBuffer buffer = ByteBuffer.allocate(SIZE);
        for (Path path : paths) {
            if (Files.isDirectory(path)) {
                force(path);
            } else if (!path.getFileName().toString().equals(Siblings.LOCK)) {
                files.add(digest(folder, path, buffer));
            }
        }
        files.sort(Comparator.comparing(PublishedFile::name));
        return List.copyOf(files);
    }

    private static PublishedFile digest(Path folder, Path file, ByteBuffer buffer)
            throws IOException {
        MessageDigest sha256 = sha256();
        try (FileChannel in =
                FileChannel.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            in.force(true);
            while (in.read(buffer.clear()) >= 0) {
                sha256.update(buffer.flip());
            }
            return new PublishedFile(
                    name(folder, file), in.size(), HexFormat.of().formatHex(sha256.digest()));
        }
    }

    /** Brings a file, or the list of names of a folder, to the disk. */
    static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // Windows cannot open a folder and needs no such step; a file must be forced
            if (!Files.isDirectory(path)) {
                throw unsupported;
            }
        }
    }

    /** Relative to the folder, parts separated by {@code /} on every system. */
    static String name(Path folder, Path file) {
        return StreamSupport.stream(folder.relativize(file).spliterator(), false)
                .map(Path::toString)
                .collect(Collectors.joining("/"));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException absent) {
            throw new IllegalStateException("every Java runtime has SHA-256", absent);
        }
    }
}
