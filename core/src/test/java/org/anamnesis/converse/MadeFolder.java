package org.anamnesis.converse;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Records that a sentence asks for, as CSV in a folder. */
final class MadeFolder {
    private MadeFolder() {}

    static Path of(Anamnesis program, Path out, String words, long seed, int threads) {
        var request =
                new GenerateRequest(
                        Optional.of(words),
                        Optional.empty(),
                        Optional.of(out),
                        Optional.of(List.of("csv")),
                        OptionalLong.of(seed),
                        Optional.empty(),
                        false,
                        threads,
                        false);
        program.generate(request, (s, f) -> {});
        return out;
    }
}
