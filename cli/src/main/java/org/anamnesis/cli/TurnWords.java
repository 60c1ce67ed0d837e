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
     * The reply, the change, whom it leaves, and what to take care of.
     *
     * @param known warnings that were shown already and still stand; said once, they are read
     */
    static void speak(Turn t, List<String> known, Voice voice) {
        t.reply().lines().forEach(voice::line);
        if (!t.changes().isEmpty()) {
            voice.line(t.told("Changed:"));
            t.changes().forEach(c -> voice.line("  " + c.text()));
        }
        t.reach().ifPresent(r -> voice.line(t.told(r.inWords())));
        t.warnings().stream()
                .filter(w -> !known.contains(w))
                .forEach(w -> voice.line(t.told("Take care:") + " " + w));
    }
}
