package org.anamnesis.converse;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.anamnesis.generate.Learners;

/** Tables learned as they are read, by the usual engine, with seed 1. */
final class SmallModels {
    private SmallModels() {}

    static Learned learned(Path table, Path model) {
        return new LearnDesk(Learners.installed(), Optional.empty(), "2026-11-29")
                .learn(
                        new LearnRequest(
                                table,
                                Optional.empty(),
                                Optional.of(model),
                                Optional.empty(),
                                Optional.empty(),
                                List.of(),
                                1),
                        Progress.silent());
    }
}
