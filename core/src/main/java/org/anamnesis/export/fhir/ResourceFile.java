package org.anamnesis.export.fhir;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.anamnesis.cohort.PatientBlock;
import org.anamnesis.export.TableFile;
import org.anamnesis.export.TextOutput;

/** All resources of one type, one line each (NDJSON, as bulk data has it). */
final class ResourceFile implements Closeable {
    /** Writes the resources of one block and says how many. */
    @FunctionalInterface
    interface Maker {
        long write(PatientBlock block, TextOutput out) throws IOException;
    }

    private final String type;
    private final Path name;
    private final Maker maker;
    private final TextOutput out;
    private long written;

    ResourceFile(Path directory, String type, Maker maker) throws IOException {
        this.type = type;
        this.name = Path.of("fhir", type + ".ndjson");
        this.maker = maker;
        out = new TextOutput(directory.resolve(name));
    }

    /** Whether it holds resources of this type. */
    boolean holds(String type) {
        return this.type.equals(type);
    }

    void accept(PatientBlock block) throws IOException {
        written += maker.write(block, out);
    }

    /** Takes in resources that were written elsewhere, a line each. */
    void takeIn(Path lines) throws IOException {
        try (BufferedReader in = Files.newBufferedReader(lines, UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                out.text(line.getBytes(UTF_8));
                out.symbol('\n');
                written++;
            }
        }
    }

    TableFile finish() throws IOException {
        out.flush();
        return new TableFile(name, written);
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
