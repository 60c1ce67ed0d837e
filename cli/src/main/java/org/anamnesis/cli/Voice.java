package org.anamnesis.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.converse.Progress;
import org.anamnesis.problem.Problem;

/**
 * How the command line speaks: text for people, one JSON object for programs; problems and progress
 * aside.
 */
final class Voice {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean json;
    private final boolean terminal;

    Voice(PrintStream out, PrintStream err, boolean json, boolean terminal) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.terminal = terminal;
    }

    boolean json() {
        return json;
    }

    void line(String text) {
        out.println(clean(text));
    }

    /** A heading and its items; nothing when there are none. */
    void list(String heading, List<String> items) {
        if (!items.isEmpty()) {
            out.println(heading);
            items.forEach(i -> out.println("  - " + clean(i)));
        }
    }

    /** The one JSON object of {@code --json}. */
    void object(Map<String, Object> value) {
        try {
            out.println(JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(value));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int problems(List<Problem> problems, int code) {
        if (json) {
            object(Map.of("problems", problems.stream().map(Voice::map).toList()));
            return code;
        }
        for (Problem p : problems) {
            err.println(clean(sentence(p)));
            err.println("  Try: " + clean(p.suggestion()));
        }
        return code;
    }

    private static String sentence(Problem p) {
        String message = Character.toUpperCase(p.message().charAt(0)) + p.message().substring(1);
        return p.where().isBlank()
                ? message + " [" + p.code() + "]"
                : message + " (\"" + shortened(p.where()) + "\") [" + p.code() + "]";
    }

    int failure(String sentence, Throwable cause) {
        if (json) {
            object(Map.of("problems", List.of(Map.of("code", "environment", "message", sentence))));
        } else {
            err.println(clean(sentence));
        }
        if (System.getenv("ANAMNESIS_DEBUG") != null) {
            cause.printStackTrace(err);
        }
        return Main.ENVIRONMENT;
    }

    static Map<String, Object> map(Problem p) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("code", p.code());
        m.put("where", p.where());
        m.put("message", p.message());
        m.put("suggestion", p.suggestion());
        return m;
    }

    /** Progress on standard error, only for a person at a terminal, on one line. */
    Progress progress() {
        if (!terminal || json) {
            return Progress.silent();
        }
        List<String> last = new ArrayList<>(List.of(""));
        return (what, fraction) -> {
            String text = "%3.0f %%  %s".formatted(100 * fraction, what);
            if (!text.equals(last.get(0))) {
                err.print("\r\u001b[K" + (fraction >= 1 ? "" : text));
                err.flush();
                last.set(0, text);
            }
        };
    }

    private static String shortened(String text) {
        return text.length() > 120 ? text.substring(0, 117) + "..." : text;
    }

    /**
     * Words of the user come back without control characters, which could move the cursor or hide
     * text.
     */
    private static String clean(String text) {
        return text.replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
    }
}
