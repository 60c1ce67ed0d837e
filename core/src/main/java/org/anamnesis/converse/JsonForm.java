package org.anamnesis.converse;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.anamnesis.evaluate.Adherence;
import org.anamnesis.problem.Problem;
import org.anamnesis.report.Summary;

/** What is told, as objects for programs: the same through every door. */
public final class JsonForm {
    private JsonForm() {}

    public static Map<String, Object> of(Turn t) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("message", t.message());
        m.put("kind", t.kind().name().toLowerCase(Locale.ROOT));
        m.put("language", t.language());
        m.put("reading", t.reading());
        m.put("reply", t.reply());
        m.put("changes", t.changes().stream().map(JsonForm::change).toList());
        m.put("assumed", t.assumed());
        m.put("not_used", t.notUsed());
        m.put("problems", t.problems().stream().map(JsonForm::of).toList());
        m.put("warnings", t.warnings());
        t.question().ifPresent(q -> m.put("question", of(q)));
        t.reach().ifPresent(r -> m.put("population", population(r)));
        if (!t.links().isEmpty()) {
            m.put("links", t.links().stream().map(JsonForm::link).toList());
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

    public static Map<String, Object> of(Turn.Asked q) {
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

    public static Map<String, Object> of(Outcome done) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("spec", parsed(done.specJson()));
        m.put("understood", done.understood());
        m.put("assumed", done.assumed());
        m.put("not_used", done.notUsed());
        m.put("sources", done.sources());
        m.put("warnings", done.warnings());
        done.folder().ifPresent(f -> m.put("folder", f.toString()));
        m.put("files", done.files());
        m.put("patients", done.patients());
        m.put("seconds", done.seconds());
        return m;
    }

    public static Map<String, Object> of(Interpretation done) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("spec", parsed(done.specJson()));
        m.put("turns", done.turns().stream().map(JsonForm::of).toList());
        return m;
    }

    public static Map<String, Object> of(Answer answer) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("answer", answer.text());
        m.put("lines", answer.lines());
        m.putAll(answer.json());
        return m;
    }

    /** Rows as they are shown; what was asked beside what came; the five lines of sources. */
    public static Map<String, Object> of(Previewed p) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("patients", p.patients());
        m.put("columns", p.columns().stream().map(JsonForm::column).toList());
        m.put("rows", p.rows());
        m.put(
                "asked_and_achieved",
                p.found().evaluation().adherence().stream().map(JsonForm::adherence).toList());
        m.put("sources", Summary.lines(p.found()));
        m.put("seconds", p.seconds());
        return m;
    }

    /** Rows of a learned model as they are shown. */
    public static Map<String, Object> of(RowsLook look) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("patients", look.made());
        m.put("columns", look.columns().stream().map(JsonForm::column).toList());
        m.put("rows", look.first());
        m.put("notes", look.said());
        m.put("seconds", look.seconds());
        return m;
    }

    private static Map<String, Object> column(RowsLook.Column c) {
        return Typed.object(
                "name",
                c.name(),
                "summary",
                c.summary(),
                "shares",
                c.bars().stream()
                        .map(b -> Typed.object("value", b.text(), "share", b.share()))
                        .toList());
    }

    private static Map<String, Object> column(Previewed.Column c) {
        return Typed.object("name", c.name(), "label", c.label(), "unit", c.unit());
    }

    private static Map<String, Object> adherence(Adherence a) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("what", a.what());
        m.put("asked", a.asked());
        m.put("achieved", a.achieved());
        m.put("verdict", a.verdict().name().toLowerCase(Locale.ROOT));
        if (!a.note().isEmpty()) {
            m.put("note", a.note());
        }
        return m;
    }

    public static Map<String, Object> of(Learned done) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("schema", parsed(done.schemaJson()));
        m.put("columns", done.columns());
        m.put("dropped", done.dropped());
        m.put("rules", done.rules());
        m.put("notes", done.notes());
        done.schemaFile().ifPresent(f -> m.put("schema_file", f.toString()));
        done.model().ifPresent(f -> m.put("model", f.toString()));
        m.put("engine", done.engine());
        m.put("rows", done.rows());
        m.put("rows_in_file", done.rowsInFile());
        m.put("privacy", done.privacy());
        m.put("quality", done.quality());
        m.put("seconds", done.seconds());
        if (done.trainingCpuSeconds() > 0) {
            m.put("training_cpu_seconds", done.trainingCpuSeconds());
        }
        return m;
    }

    public static Map<String, Object> of(RowsMade done) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("out", done.out().toString());
        m.put("rows", done.rows());
        if (done.persons() > 0) {
            m.put("persons", done.persons());
        }
        m.put("understood", done.understood());
        m.put("notes", done.notes());
        m.put("yield", done.yield());
        m.put("engine", done.engine());
        m.put("seconds", done.seconds());
        return m;
    }

    public static Map<String, Object> of(Evaluated done) {
        Map<String, Object> m = new LinkedHashMap<>(done.json());
        m.put("notes", done.notes());
        m.put("folder", done.folder().toString());
        m.put("files", done.files());
        return m;
    }

    public static Map<String, Object> of(Loaded done) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("into", done.into());
        m.put("rows", done.rows());
        m.put("notes", done.notes());
        m.put("seconds", done.seconds());
        return m;
    }

    public static Map<String, Object> of(Validated done) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("ok", done.errors() == 0);
        m.put("formats", done.formats().stream().map(JsonForm::of).toList());
        m.put("seconds", done.seconds());
        return m;
    }

    private static Map<String, Object> of(Validated.Format format) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("format", format.name());
        m.put("standard", format.standard());
        m.put("counted", format.counted());
        m.put("checked_in_full", format.inFull());
        m.put("errors", format.errors().stream().map(JsonForm::of).toList());
        m.put("worth_a_look", format.looks().stream().map(JsonForm::of).toList());
        m.put("notes", format.notes());
        return m;
    }

    private static Map<String, Object> of(Validated.Fault fault) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("check", fault.check());
        m.put("where", fault.where());
        m.put("failed", fault.failed());
        m.put("of", fault.of());
        m.put("example", fault.example());
        return m;
    }

    public static Map<String, Object> of(Problem p) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("code", p.code());
        m.put("where", p.where());
        m.put("message", p.message());
        m.put("suggestion", p.suggestion());
        return m;
    }

    private static Map<String, Object> parsed(String json) {
        try {
            return JSON.std.mapFrom(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
