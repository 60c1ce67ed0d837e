package org.anamnesis.mcp;

import static org.anamnesis.mcp.Parameter.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.CatalogueSearch;
import org.anamnesis.converse.JsonForm;

/** Tools that tell what is known: figures with their sources, and what can be asked for. */
final class KnowTools {
    private static final int MOST = 500;
    private static final int USUAL = 20;

    private static final int LONGEST = 100_000;
    private static final int A_PIECE = 20_000;

    private final Anamnesis program;
    private final Library library;

    KnowTools(Anamnesis program, Library library) {
        this.program = program;
        this.library = library;
    }

    List<Tool> all() {
        return List.of(ask(), catalogue(), read());
    }

    private Tool ask() {
        return new Tool(
                "ask",
                "Ask what the evidence says",
                "Answers a question in plain words from the evidence and the US reference population,"
                        + " with sample size and source: \"what is the mean HbA1c in US adults with type"
                        + " 2 diabetes, and who says so?\", \"how common is asthma in women over 60?\","
                        + " \"which sources are used for CKD?\". Questions about a conversation's own"
                        + " patients go to the tool converse.",
                List.of(text("question", "one question").must()),
                Shape.told(
                        Shape.members(
                                "answer", Shape.text("in a sentence"),
                                "lines",
                                        Shape.texts(
                                                "who says so: figure, unit, n, years, weighting, source")),
                        Map.of()),
                Tool.Effect.NONE,
                given -> {
                    String question = given.words("question").strip();
                    return progress -> Tool.Done.of(JsonForm.of(program.ask(question)));
                });
    }

    private static Tool catalogue() {
        return new Tool(
                "catalogue",
                "Look up what can be asked for",
                "Looks up conditions, observations, drugs and drug classes by any of their names, a"
                        + " part of one, or a code: what they are called here, their codes, and of"
                        + " observations the unit, the reference range and the column. Without words,"
                        + " everything of a kind.",
                List.of(
                        text(
                                "words",
                                "\"sugar\", \"kidney disease\", \"4548-4\"; usual: everything"),
                        text("kind", "usual: all").oneOf(CatalogueSearch.kinds()),
                        Parameter.whole("most", 1, MOST, "entries to tell; usual: " + USUAL)),
                Shape.told(
                        Shape.members(
                                "entries", Shape.list("best first", entry()),
                                "total", Shape.whole("with those that were left out"),
                                "near",
                                        Shape.of(
                                                "boolean",
                                                "whether nothing has these words and the entries only look like it")),
                        Map.of()),
                Tool.Effect.NONE,
                given -> {
                    CatalogueSearch.Found found =
                            CatalogueSearch.of(
                                    given.text("words").orElse(""),
                                    given.text("kind"),
                                    (int) given.whole("most").orElse(USUAL));
                    Map<String, Object> m = new LinkedHashMap<>();
                    m.put("entries", found.entries());
                    m.put("total", found.total());
                    m.put("near", found.near());
                    return Tool.Done.of(m).now();
                });
    }

    /** Many clients let their model call tools, and not read resources. */
    private Tool read() {
        return new Tool(
                "read",
                "Read a resource",
                "Reads what an address names, in pieces: the conversations that there are ("
                        + Addresses.CONVERSATIONS
                        + "), of a conversation what was said, its specification and its sources ("
                        + Addresses.template(true, "messages")
                        + ", .../spec, .../sources), of a run its papers ("
                        + Addresses.template(false, "{file}")
                        + ": "
                        + Library.papers()
                        + "), and what can be said ("
                        + Addresses.PHRASES
                        + "). The same can be read as resources.",
                List.of(
                        text("uri", "the address").must(),
                        Parameter.whole("from", 0, Integer.MAX_VALUE, "character to begin with"),
                        Parameter.whole(
                                "most", 1, LONGEST, "characters to tell; usual: " + A_PIECE)),
                Shape.told(
                        Shape.members(
                                "uri", Shape.text("the address"),
                                "type", Shape.text("media type"),
                                "text", Shape.text("the piece"),
                                "characters", Shape.whole("of the whole")),
                        Shape.members("next", Shape.whole("where the next piece begins"))),
                Tool.Effect.NONE,
                given -> {
                    String uri = given.words("uri");
                    Library.Page page = library.read(uri);
                    int whole = page.text().length();
                    int from = (int) Math.min(whole, given.whole("from").orElse(0));
                    int end = (int) Math.min(whole, from + given.whole("most").orElse(A_PIECE));
                    Map<String, Object> m = new LinkedHashMap<>();
                    m.put("uri", uri);
                    m.put("type", page.type());
                    m.put("text", page.text().substring(from, end));
                    m.put("characters", whole);
                    if (end < whole) {
                        m.put("next", end);
                    }
                    return Tool.Done.of(m).now();
                });
    }

    private static Map<String, Object> entry() {
        return Shape.object(
                "",
                Shape.members(
                        "id", Shape.text(""),
                        "kind", Shape.text(""),
                        "name", Shape.text(""),
                        "words", Shape.texts("that name it"),
                        "codes", Shape.list("in code systems", Shape.object(""))));
    }
}
