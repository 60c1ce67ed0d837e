package org.anamnesis.cli;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.anamnesis.converse.JsonForm;
import org.anamnesis.converse.Progress;
import org.anamnesis.problem.Problem;

/**
 * How the command line speaks: text for people, one JSON object for programs; problems and progress
 * aside.
 */
final class Voice {
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintStream out;
    private final PrintStream err;
    private final boolean json;
    private final boolean terminal;
    private final boolean coloured;

    /** The progress that the terminal shows now; empty when its line is clear. */
    private String shown = "";

    Voice(PrintStream out, PrintStream err, boolean json, boolean terminal) {
        this.out = out;
        this.err = err;
        this.json = json;
        this.terminal = terminal;
        this.coloured = Boolean.getBoolean("anamnesis.coloured") && !json;
    }

    void line(String text) {
        out.println(clean(text));
    }

    /** A line of which a part is faint: what stands behind the text, such as the user's words. */
    void line(String text, Paint paint, String faint) {
        String behind = faint.isEmpty() ? "" : "  " + Paint.FAINT.of(oneLine(faint), coloured);
        out.println(paint.of(oneLine(text), coloured) + behind);
    }

    /** A heading and its items; nothing when there are none. */
    void list(String heading, List<String> items) {
        if (!items.isEmpty()) {
            out.println(heading);
            items.forEach(i -> out.println("  - " + oneLine(i)));
        }
    }

    /** The one or the other, as was asked. */
    void say(Supplier<Map<String, Object>> object, Runnable text) {
        if (json) {
            object(object.get());
        } else {
            text.run();
        }
    }

    /** Somebody waits for what was said so far. */
    void flush() {
        out.flush();
    }

    /** Only to people. */
    void text(Runnable text) {
        if (!json) {
            text.run();
            out.flush();
        }
    }

    /** Whether a person watches. */
    boolean terminal() {
        return terminal && !json;
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
        clearProgress();
        if (json) {
            object(Map.of("problems", problems.stream().map(JsonForm::of).toList()));
            return code;
        }
        for (Problem p : problems) {
            err.println(oneLine(sentence(p)));
            err.println("  Try: " + oneLine(p.suggestion()));
        }
        return code;
    }

    private static String sentence(Problem p) {
        String message =
                p.message().isEmpty()
                        ? p.code()
                        : p.message().substring(0, 1).toUpperCase(Locale.ROOT)
                                + p.message().substring(1);
        if (!p.where().isBlank() && message.endsWith(".")) { // the words stand inside the sentence
            message = message.substring(0, message.length() - 1);
        }
        String where = p.where().isBlank() ? "" : " (\"" + shortened(p.where()) + "\")";
        return message + where + " [" + p.code() + "]";
    }

    int failure(String sentence, Throwable cause) {
        clearProgress();
        boolean debug = System.getenv("ANAMNESIS_DEBUG") != null;
        if (json) {
            String suggestion = debug ? "" : "ANAMNESIS_DEBUG=1 shows where it failed";
            object(
                    Map.of(
                            "problems",
                            List.of(
                                    JsonForm.of(
                                            new Problem(
                                                    "environment", "", sentence, suggestion)))));
        } else {
            err.println(oneLine(sentence));
        }
        if (debug) {
            cause.printStackTrace(err);
        }
        return Main.ENVIRONMENT;
    }

    /** Progress on standard error, only for a person at a terminal, on one line. */
    Progress progress() {
        if (!terminal || json) {
            return Progress.silent();
        }
        return (what, fraction) -> {
            String text = String.format(Locale.ROOT, "%3.0f %%  %s", 100 * fraction, oneLine(what));
            if (fraction >= 1) {
                clearProgress();
            } else if (!text.equals(shown)) {
                err.print(CLEAR_LINE + text);
                err.flush();
                shown = text;
            }
        };
    }

    /** What comes next starts on a line of its own. */
    private void clearProgress() {
        if (!shown.isEmpty()) {
            err.print(CLEAR_LINE);
            err.flush();
            shown = "";
        }
    }

    private static String shortened(String text) {
        return text.length() > 120 ? text.substring(0, 117) + "..." : text;
    }

    /** For what belongs on one line: nobody's words may add lines that look like ours. */
    private static String oneLine(String text) {
        return clean(text).replace('\n', ' ');
    }

    /**
     * Words of the user come back without control characters and without marks of writing
     * direction, which could move the cursor, hide text or show it in another order.
     */
    private static String clean(String text) {
        StringBuilder kept = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> kept.appendCodePoint(c == '\n' || !steersTerminal(c) ? c : ' '));
        return kept.toString();
    }

    private static boolean steersTerminal(int c) {
        return Character.isISOControl(c)
                || c == 0x2028
                || c == 0x2029
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069);
    }
}
