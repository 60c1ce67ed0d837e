package org.anamnesis.converse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.anamnesis.learn.ModelFile;
import org.anamnesis.problem.RequestException;
import org.anamnesis.study.Recordings;

/** A folder of recordings made of a model's rows; it appears whole or not at all. */
final class RecordingsMade {
    /** What every user is told. */
    static final String ABOUT =
            "Each row is a recording in the folder, and manifest.csv says what it was made of. They are of nobody, for software and teaching; do not train diagnostic models on them without checking.";

    private final ModelFile model;
    private final RowsRequest request;
    private final RowsFile.Asked asked;
    private final Progress progress;

    RecordingsMade(ModelFile model, RowsRequest request, RowsFile.Asked asked, Progress progress) {
        this.model = model;
        this.request = request;
        this.asked = asked;
        this.progress = progress;
    }

    List<RowsFile.Block> write() throws IOException {
        Optional<Recordings> recordings = Recordings.installed();
        if (recordings.isEmpty()) {
            throw RequestException.of(
                    "recordings.absent",
                    request.model().toString(),
                    "The model makes recordings, and the module of signals is not here.",
                    "the program with that module, as the launcher starts it");
        }
        try (Scratch rows = Scratch.make();
                Scratch made = Scratch.beside(request.out())) {
            Path csv = rows.folder().resolve("rows.csv");
            List<RowsFile.Block> blocks =
                    new RowsFile(model, request.to(csv), asked, progress).write();
            progress.step("making recordings", 0.95);
            recordings
                    .get()
                    .make(
                            model.enclosed().orElseThrow().bytes(),
                            csv,
                            made.folder(),
                            request.start());
            Files.move(made.folder(), request.out(), StandardCopyOption.ATOMIC_MOVE);
            return blocks;
        }
    }
}
