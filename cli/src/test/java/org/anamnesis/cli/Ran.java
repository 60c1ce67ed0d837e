package org.anamnesis.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Supplier;
import org.anamnesis.converse.Anamnesis;

/** What a command left behind. */
record Ran(int code, String out, String err) {
    /** Of the program as it ships. */
    static Ran run(String... args) {
        return run(false, Anamnesis::bundled, args);
    }

    /** Of a program that tests have written. */
    static Ran of(Anamnesis program, String... args) {
        return run(false, () -> program, args);
    }

    static Ran run(boolean terminal, Supplier<Anamnesis> facade, String... args) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int code =
                Main.run(
                        args,
                        facade,
                        new PrintStream(out, true, StandardCharsets.UTF_8),
                        new PrintStream(err, true, StandardCharsets.UTF_8),
                        terminal);
        return new Ran(
                code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    Map<String, Object> json() throws IOException {
        return JSON.std.mapFrom(out); // fails when anything follows the one object
    }
}
