package org.anamnesis.converse;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Writes which dialogues of a file go wrong, and how: for tuning on the half that is for it. */
final class DialogueReport {
    private DialogueReport() {}

    public static void main(String[] args) throws IOException {
        Anamnesis anamnesis = Anamnesis.bundled();
        List<String> wrong = new ArrayList<>();
        List<Dialogue> all = Dialogue.all(args[0]);
        int right = 0;
        for (Dialogue d : all) {
            right += d.right(d.played(anamnesis), wrong) == d.turns().size() ? 1 : 0;
        }
        try (PrintStream out =
                new PrintStream(
                        Files.newOutputStream(Path.of(args[1])), false, StandardCharsets.UTF_8)) {
            out.println(right + " of " + all.size() + " dialogues right");
            wrong.forEach(out::println);
        }
    }
}
