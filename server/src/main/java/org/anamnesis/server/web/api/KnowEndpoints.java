package org.anamnesis.server.web.api;

import static org.anamnesis.server.web.api.Endpoint.Parameter.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.CatalogueSearch;
import org.anamnesis.converse.JsonForm;
import org.anamnesis.server.Talks;

/** What needs no conversation: reading words, asking the evidence, looking names up. */
public final class KnowEndpoints implements Api.Endpoints {
    private static final int MOST_TURNS = 50;
    private static final int MOST_ENTRIES = 500;
    private static final int USUAL = 20;

    private final Anamnesis program;

    public KnowEndpoints(Anamnesis program) {
        this.program = program;
    }

    @Override
    public List<Endpoint> all() {
        return List.of(
                Endpoint.post(
                                "/interpret",
                                "interpret",
                                "What is understood of some messages, without keeping anything",
                                Endpoint.OK,
                                Shape.members(
                                        "what was understood",
                                        "spec",
                                        Shape.object("as in a file spec.json"),
                                        "turns",
                                        Shape.list("one a message", Shape.object("as elsewhere"))),
                                a -> JsonForm.of(program.interpret(messages(a))))
                        .reading(
                                Shape.members(
                                        "",
                                        "turns",
                                        Shape.list(
                                                "messages, one after the other",
                                                Shape.text("the user's words", Talks.LONGEST),
                                                MOST_TURNS))),
                Endpoint.post(
                                "/ask",
                                "ask",
                                "Answer a question from evidence and population, with its sources",
                                Endpoint.OK,
                                Shape.members(
                                        "the answer",
                                        "answer",
                                        Shape.text("in a sentence"),
                                        "lines",
                                        Shape.list("figures and who says so", Shape.text(""))),
                                a -> JsonForm.of(program.ask(a.text("question").strip())))
                        .reading(
                                Shape.members(
                                        "", "question", Shape.text("one question", Talks.LONGEST))),
                Endpoint.get(
                                "/catalogue",
                                "catalogue",
                                "Conditions, observations and drugs that can be asked for, with codes",
                                Shape.members(
                                        "what was found",
                                        "entries",
                                        Shape.list("best first", Shape.object("an entry")),
                                        "total",
                                        Shape.whole("with those left out", 0, Integer.MAX_VALUE),
                                        "near",
                                        Shape.yes("whether they only look like it")),
                                this::catalogue)
                        .with(
                                query("words", Shape.text("a name, part of one, or a code", 200)),
                                query("kind", Shape.oneOf("usual: all", CatalogueSearch.kinds())),
                                query(
                                        "limit",
                                        Shape.whole("entries; usual: 20", 1, MOST_ENTRIES))));
    }

    private static List<String> messages(Asked a) {
        return ((List<?>) a.values().get("turns")).stream().map(String::valueOf).toList();
    }

    private Object catalogue(Asked a) {
        CatalogueSearch.Found found =
                CatalogueSearch.of(
                        a.maybe("words").orElse(""),
                        a.maybe("kind"),
                        (int) a.whole("limit", USUAL));
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("entries", found.entries());
        m.put("total", found.total());
        m.put("near", found.near());
        return m;
    }
}
