package org.anamnesis.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.anamnesis.converse.Change;
import org.anamnesis.converse.Turn;

/** A turn of a conversation, typed and in words. */
final class TurnWords {
    private TurnWords() {}

    static Map<String, Object> object(Turn t) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("message", t.message());
        m.put("kind", t.kind().name().toLowerCase(Locale.ROOT));
        m.put("language", t.language());
        m.put("reading", t.reading());
        m.put("reply", t.reply());
        m.put("changes", t.changes().stream().map(TurnWords::change).toList());
        m.put("assumed", t.assumed());
        m.put("not_used", t.notUsed());
        m.put("problems", t.problems().stream().map(Voice::map).toList());
        m.put("warnings", t.warnings());
        t.question().ifPresent(q -> m.put("question", question(q)));
        t.reach().ifPresent(r -> m.put("population", population(r)));
        if (!t.links().isEmpty()) {
            m.put("links", t.links().stream().map(TurnWords::link).toList());
        }
        if (!t.typed().isEmpty()) {
            m.put("answer", t.typed());
        }
        return m;
    }

    private static Map<String, Object> change(Change c) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("change", c.kind().name().toLowerCase(Locale.ROOT));
        if (c.kind() == Change.Kind.SET) {
            m.put("subject", c.subject());
        }
        if (c.kind() != Change.Kind.ADDED) {
            m.put("before", c.before());
        }
        if (c.kind() != Change.Kind.REMOVED) {
            m.put("after", c.after());
        }
        m.put("words", c.words());
        m.put("text", c.text());
        return m;
    }

    private static Map<String, Object> question(Turn.Asked q) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("text", q.text());
        m.put("about", q.about());
        m.put("choices", q.choices());
        m.put("default", q.choices().get(0));
        return m;
    }

    private static Map<String, Object> link(Turn.Linked l) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("words", l.words());
        m.put("concept", l.concept());
        m.put("name", l.name());
        m.put("similarity", Math.rint(1_000 * l.similarity()) / 1_000);
        m.put("taken", l.taken());
        return m;
    }

    private static Map<String, Object> population(Turn.Reach r) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("rows", r.rows());
        m.put("share", r.share());
        m.put("residents", r.people());
        return m;
    }

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
