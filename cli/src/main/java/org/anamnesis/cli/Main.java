package org.anamnesis.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import picocli.CommandLine;

/**
 * The command line's front door: finds the command, runs it, turns failures into sentences and exit
 * codes.
 */
public final class Main {
    /** Done. */
    static final int DONE = 0;

    /** The request cannot be met or was not understood. */
    static final int REQUEST = 2;

    /** Disk, resources or the program itself failed. */
    static final int ENVIRONMENT = 3;

    private Main() {}

    public static void main(String[] args) {
        var out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
        var err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
        int code = run(args, Anamnesis.bundled(), out, err, terminal());
        out.flush();
        System.exit(code);
    }

    /**
     * Runs one command.
     *
     * @param terminal whether a person watches, so that progress is worth showing
     * @return exit code
     */
    static int run(
            String[] args, Anamnesis facade, PrintStream out, PrintStream err, boolean terminal) {
        boolean json = List.of(args).contains("--json");
        var voice = new Voice(out, err, json, terminal);
        try {
            return Commands.execute(facade, voice, out, args);
        } catch (CommandLine.ParameterException e) {
            return voice.problems(List.of(usage(e)), REQUEST);
        } catch (RequestException e) {
            return voice.problems(e.problems(), REQUEST);
        } catch (EnvironmentException e) {
            return voice.failure(e.getMessage(), e);
        } catch (OutOfMemoryError e) {
            return voice.failure("not enough memory; give more by ANAMNESIS_JAVA_OPTS=-Xmx2g", e);
        } catch (RuntimeException e) {
            return voice.failure(
                    "something failed inside the program (%s); ANAMNESIS_DEBUG=1 shows where"
                            .formatted(e.getMessage()),
                    e);
        }
    }

    private static Problem usage(CommandLine.ParameterException e) {
        String suggestion = "./anamnesis --help lists what there is";
        if (e instanceof CommandLine.UnmatchedArgumentException unmatched
                && !unmatched.getSuggestions().isEmpty()) {
            suggestion = "did you mean " + String.join(" or ", unmatched.getSuggestions()) + "?";
        }
        String first = e.getMessage() == null ? "" : e.getMessage().lines().findFirst().orElse("");
        return new Problem("cli.usage", first, "the command line was not understood", suggestion);
    }

    /** Java 22 and later give a console without a terminal too; 17 gives none. */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean terminal() {
        return System.console() != null && System.getenv("TERM") != null;
    }
}
