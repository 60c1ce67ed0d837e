package org.anamnesis.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.RequestException;
import picocli.CommandLine;

/**
 * The command line's front door: finds the command, runs it, turns failures into sentences and exit
 * codes.
 */
public final class Main {
    /** Done. */
    static final int DONE = 0;

    /** A check was made and found errors. */
    static final int FOUND = 1;

    /** The request cannot be met or was not understood. */
    static final int REQUEST = 2;

    /** Disk, resources or the program itself failed. */
    static final int ENVIRONMENT = 3;

    private Main() {}

    public static void main(String[] args) {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = run(args, Anamnesis::bundled, out, err, terminal());
        System.exit(closed(out, err, code, Boolean.getBoolean("anamnesis.piped")));
    }

    /**
     * Whether what was said arrived. A reader that has seen enough ({@code | head}) is no failure;
     * a full disk is. The launcher knows which of them stands at the end: Java's message depends on
     * the user's language.
     *
     * @param piped whether standard output is a pipe
     * @return exit code
     */
    static int closed(PrintStream out, PrintStream err, int code, boolean piped) {
        if (out.checkError() && !piped && code == DONE) {
            err.println("Standard output could not be written; the files, if any, are complete.");
            return ENVIRONMENT;
        }
        return code;
    }

    /**
     * Runs one command.
     *
     * @param facade makes the program; called once, so that its failures are put into words too
     * @param terminal whether a person watches, so that progress is worth showing
     * @return exit code
     */
    static int run(
            String[] args,
            Supplier<Anamnesis> facade,
            PrintStream out,
            PrintStream err,
            boolean terminal) {
        boolean json = List.of(args).contains("--json");
        var voice = new Voice(out, err, json, terminal);
        try {
            return Commands.execute(facade.get(), voice, out, args);
        } catch (CommandLine.ParameterException e) {
            return voice.problems(List.of(Usage.problem(e)), REQUEST);
        } catch (RequestException e) {
            return voice.problems(e.problems(), REQUEST);
        } catch (EnvironmentException e) {
            return voice.failure(e.getMessage(), e);
        } catch (OutOfMemoryError e) {
            return voice.failure("Not enough memory; give more by ANAMNESIS_JAVA_OPTS=-Xmx2g.", e);
        } catch (RuntimeException | StackOverflowError | LinkageError e) {
            return voice.failure(
                    "Something failed inside the program (%s); ANAMNESIS_DEBUG=1 shows where."
                            .formatted(reason(e)),
                    e);
        }
    }

    /** The innermost message: a class that cannot be loaded wraps what was really wrong. */
    private static String reason(Throwable e) {
        Throwable cause = e;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    /** The launcher knows whether standard error is a terminal; Java knows only both at once. */
    private static boolean terminal() {
        return Boolean.getBoolean("anamnesis.terminal");
    }
}
