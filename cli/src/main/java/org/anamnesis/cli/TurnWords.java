package org.anamnesis.cli;

import java.util.List;
import org.anamnesis.converse.Change;
import org.anamnesis.converse.Turn;

/** A turn of a conversation in words. */
final class TurnWords {
    private TurnWords() {}

    /**
     * The change with the words it came from, what was assumed and not used, whom it leaves, and
     * what to take care of; of other turns the reply.
     *
     * @param known warnings that were shown already and still stand; said once, they are read
     */
    static void speak(Turn t, List<String> known, Voice voice) {
        List<String> reply = t.reply().lines().toList();
        boolean read = !t.reading().isEmpty() && !t.changes().isEmpty();
        if (!read) {
            reply.forEach(voice::line);
        }
        if (!t.changes().isEmpty()) {
            voice.line(t.told("Changed:"));
            t.changes().forEach(c -> diff(c, voice));
        }
        if (read) {
            voice.list(t.told("Understood") + ":", beside(t));
            voice.list(t.told("Assumed") + ":", t.assumed());
            voice.list(
                    t.told("Not used") + ":", t.notUsed().stream().map(TurnWords::quoted).toList());
            reply.stream().skip(1).forEach(voice::line);
        }
        t.reach().ifPresent(r -> voice.line(t.told(r.inWords())));
        t.warnings().stream()
                .filter(w -> !known.contains(w))
                .forEach(w -> voice.line(t.told("Take care:") + " " + w, Paint.CARE, ""));
    }

    private static void diff(Change c, Voice voice) {
        Paint paint =
                switch (c.kind()) {
                    case ADDED, SET -> Paint.GAINED;
                    case REMOVED -> Paint.LOST;
                };
        String words = String.join(", ", c.words().stream().map(TurnWords::quoted).toList());
        voice.line("  " + c.text(), paint, c.kind() == Change.Kind.REMOVED ? "" : words);
    }

    /** What was understood and changed nothing, as it was asked before. */
    private static List<String> beside(Turn t) {
        List<String> shown =
                t.changes().stream()
                        .flatMap(c -> c.words().stream())
                        .map(TurnWords::quoted)
                        .toList();
        return t.reading().stream()
                .filter(r -> r.endsWith(")") && shown.stream().noneMatch(r::contains))
                .toList();
    }

    private static String quoted(String words) {
        return "\"" + words + "\"";
    }
}
