package org.anamnesis.server.web.api;

import static org.anamnesis.server.web.api.Endpoint.Parameter.must;
import static org.anamnesis.server.web.api.Endpoint.Parameter.path;
import static org.anamnesis.server.web.api.Endpoint.Parameter.query;

import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Conversation;
import org.anamnesis.converse.JsonForm;
import org.anamnesis.converse.StudyPicture;
import org.anamnesis.converse.Version;
import org.anamnesis.server.JsonText;
import org.anamnesis.server.Previews;
import org.anamnesis.server.Talks;
import org.anamnesis.server.store.Talk;
import org.anamnesis.server.store.TalkStore;
import org.anamnesis.spec.SpecJson;

/** Conversations, their turns, versions and specification, and a look before the run. */
public final class TalkEndpoints implements Api.Endpoints {
    private static final int PAGE = 50;
    private static final int LARGEST_PAGE = 200;
    private static final int MOST_PATIENTS = 500;
    private static final int MOST_ROWS = 100;
    private static final int MOST_VERSIONS = 1_000_000;
    private static final Endpoint.Parameter ID = path("id", "of the conversation");
    private static final Map<String, Object> MESSAGE =
            Shape.text("the user's words", Talks.LONGEST);
    private static final Map<String, Object> TURN =
            Shape.object("what was understood, what changed, the reply, a question back");
    private static final Map<String, Object> SPEC =
            Shape.object("what is asked, as in a file spec.json");

    /** Others than those that are installed are refused in words. */
    private static final Map<String, Object> KIND =
            Shape.text("of a recording or image: ecg, eeg, ct", 200);

    private final Anamnesis program;
    private final Talks talks;
    private final Previews previews;

    public TalkEndpoints(Anamnesis program, Talks talks, Previews previews) {
        this.program = program;
        this.talks = talks;
        this.previews = previews;
    }

    @Override
    public List<Endpoint> all() {
        List<Endpoint> all = new ArrayList<>(conversations());
        all.addAll(turns());
        all.addAll(versions());
        all.addAll(pictures());
        return all;
    }

    /** Of studies, before anything is made. */
    private List<Endpoint> pictures() {
        Endpoint.Parameter kind = new Endpoint.Parameter("kind", "path", true, KIND);
        return List.of(
                Endpoint.get(
                                "/conversations/{id}/studies/{kind}",
                                "picture",
                                "A look at one recording or image that is asked for, of a patient of a small sample: the one that shows most of what was asked",
                                Map.of(),
                                this::picture)
                        .with(ID, kind)
                        .giving("image/svg+xml", "image/png"),
                Endpoint.get(
                                "/conversations/{id}/studies/{kind}/reading",
                                "reading",
                                "The report of the same recording or image",
                                Shape.members(
                                        "the report",
                                        "kind",
                                        KIND,
                                        "type",
                                        Shape.text("media type of the picture"),
                                        "reading",
                                        Shape.text("what it shows")),
                                this::reading)
                        .with(ID, kind));
    }

    private Object picture(Asked a) {
        StudyPicture made = previews.picture(find(a), a.path("kind"));
        a.ctx().contentType(made.type()).result(made.bytes());
        return Endpoint.Work.WRITTEN;
    }

    private Object reading(Asked a) {
        StudyPicture made = previews.picture(find(a), a.path("kind"));
        return Map.of("kind", made.kind(), "type", made.type(), "reading", made.reading());
    }

    private List<Endpoint> conversations() {
        return List.of(
                Endpoint.post(
                                "/conversations",
                                "begin",
                                "Begin a conversation, with a first message or a saved specification",
                                Endpoint.CREATED,
                                conversation(),
                                this::begin)
                        .reading(Shape.members("", "?message", MESSAGE, "?spec", SPEC)),
                Endpoint.get(
                                "/conversations",
                                "conversations",
                                "Your conversations, the latest first",
                                Api.page(
                                        "conversations", Shape.object("id, title, turns, changed")),
                                this::list)
                        .with(limit(), Api.before()),
                Endpoint.get(
                                "/conversations/{id}",
                                "conversation",
                                "Where a conversation stands",
                                conversation(),
                                a -> conversation(find(a), Map.of()))
                        .with(ID),
                Endpoint.delete(
                                "/conversations/{id}",
                                "deleteConversation",
                                "Delete a conversation and what was made in it",
                                a -> {
                                    talks.delete(a.owner(), a.path("id"));
                                    return Endpoint.Work.WRITTEN;
                                })
                        .with(ID));
    }

    private List<Endpoint> turns() {
        return List.of(
                Endpoint.post(
                                "/conversations/{id}/turns",
                                "say",
                                "Say something: a change, a question, an answer, undo",
                                Endpoint.CREATED,
                                conversation(),
                                a -> said(talks.say(a.owner(), a.path("id"), a.text("message"))))
                        .with(ID)
                        .reading(Shape.members("", "message", MESSAGE)),
                Endpoint.get(
                                "/conversations/{id}/turns",
                                "turns",
                                "What was said, in order",
                                Api.page("turns", TURN),
                                this::told)
                        .with(
                                ID,
                                limit(),
                                query(
                                        "from",
                                        Shape.whole("number of the first", 0, MOST_VERSIONS))),
                Endpoint.get(
                                "/conversations/{id}/spec",
                                "spec",
                                "What is asked now",
                                SPEC,
                                a -> Talks.specJson(find(a)))
                        .with(ID),
                Endpoint.post(
                                "/conversations/{id}/spec",
                                "amend",
                                "Put another specification in its place",
                                Endpoint.OK,
                                conversation(),
                                this::amend)
                        .as(HandlerType.PUT)
                        .with(ID)
                        .reading(SPEC),
                Endpoint.get(
                                "/conversations/{id}/preview",
                                "preview",
                                "A look before the run: a sample made and judged in memory; of a learned model rows and what stands in each column",
                                Shape.object("columns, rows, asked and achieved, sources"),
                                this::preview)
                        .with(
                                ID,
                                query(
                                        "patients",
                                        Shape.whole("in the sample; usual: 400", 1, MOST_PATIENTS)),
                                query("rows", Shape.whole("shown; usual: 20", 0, MOST_ROWS))));
    }

    private List<Endpoint> versions() {
        return List.of(
                Endpoint.get(
                                "/conversations/{id}/versions",
                                "versions",
                                "Every version, the first one first",
                                Api.page("versions", Shape.object("number, message")),
                                this::versions)
                        .with(ID),
                Endpoint.get(
                                "/conversations/{id}/difference",
                                "compare",
                                "How two versions differ",
                                Shape.members(
                                        "the difference",
                                        "lines",
                                        Shape.list("a change each", Shape.text("in words")),
                                        "figures",
                                        Shape.list(
                                                "figures of the people in which they differ, and on what they rest; none if a version asks for nothing or cannot be met",
                                                Shape.text("in words"))),
                                this::compare)
                        .with(ID, must("first", version()), must("second", version())),
                Endpoint.post(
                                "/conversations/{id}/restore",
                                "restore",
                                "An earlier version once more, as a new one",
                                Endpoint.CREATED,
                                conversation(),
                                a ->
                                        said(
                                                talks.restore(
                                                        a.owner(),
                                                        a.path("id"),
                                                        (int) a.whole("version", -1))))
                        .with(ID)
                        .reading(Shape.members("", "version", version())));
    }

    private static Map<String, Object> version() {
        return Shape.whole("number of a version", 0, MOST_VERSIONS);
    }

    private static Map<String, Object> conversation() {
        return Shape.members(
                "a conversation",
                "id",
                Shape.text("names it"),
                "title",
                Shape.text("what was asked first"),
                "version",
                Shape.whole("number of the latest", 0, MOST_VERSIONS),
                "turns",
                Shape.whole("how many", 0, MOST_VERSIONS),
                "spec",
                SPEC,
                "narrowing",
                Shape.list("whom each requirement leaves", Shape.object("text, share")),
                "?question",
                Shape.object("what was asked back and waits for an answer"),
                "?turn",
                TURN);
    }

    private static Endpoint.Parameter limit() {
        return query("limit", Shape.whole("items of a page; usual: 50", 1, LARGEST_PAGE));
    }

    private Talk find(Asked a) {
        return talks.find(a.owner(), a.path("id"));
    }

    private Object preview(Asked a) {
        Conversation said = find(a).state();
        int patients = (int) a.whole("patients", 400);
        int rows = (int) a.whole("rows", 20);
        return said.model().isPresent()
                ? JsonForm.of(program.look(said, patients, rows))
                : JsonForm.of(program.preview(said, patients, rows));
    }

    private Object begin(Asked a) {
        if (a.values().get("spec") != null) {
            return said(talks.open(a.owner(), JsonText.of(a.values().get("spec"))));
        }
        if (a.maybe("message").isEmpty()) {
            return conversation(talks.begin(a.owner()), Map.of());
        }
        return said(talks.begin(a.owner(), a.text("message")));
    }

    private Object amend(Asked a) {
        var file = SpecJson.file(JsonText.of(a.values()));
        return said(talks.byHand(a.owner(), a.path("id"), s -> file.spec()));
    }

    private Object list(Asked a) {
        int limit = (int) a.whole("limit", PAGE);
        var found = talks.list(a.owner(), Api.place(a), limit + 1);
        return Api.cut(found, limit, TalkEndpoints::listed, l -> l.place().text());
    }

    private static Map<String, Object> listed(TalkStore.Listed l) {
        return Map.of("id", l.id(), "title", l.title(), "turns", l.turns(), "changed", l.changed());
    }

    private Object told(Asked a) {
        int limit = (int) a.whole("limit", PAGE);
        int from = (int) a.whole("from", 0);
        var found = talks.turns(a.owner(), a.path("id"), from, limit + 1);
        return Api.cut(found, limit, TalkEndpoints::told, last -> last.number() + 1);
    }

    private static Map<String, Object> told(TalkStore.ToldTurn t) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("number", t.number());
        m.put("version", t.version());
        m.put("said_at", t.saidAt());
        m.putAll(JsonText.object(t.told()));
        return m;
    }

    private Object versions(Asked a) {
        List<Object> items = new ArrayList<>();
        for (Version v : find(a).state().versions()) {
            items.add(Map.of("number", items.size(), "message", v.message()));
        }
        return Api.whole(items);
    }

    private Object compare(Asked a) {
        Talks.Difference found =
                talks.compare(
                        a.owner(),
                        a.path("id"),
                        (int) a.whole("first", 0),
                        (int) a.whole("second", 0));
        return Map.of("lines", found.lines(), "figures", found.figures());
    }

    private Map<String, Object> said(Talks.Said said) {
        return conversation(said.talk(), said.told());
    }

    private Map<String, Object> conversation(Talk talk, Map<String, Object> turn) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("id", talk.id());
        m.put("title", talk.title());
        m.put("version", talk.state().versions().size() - 1);
        m.put("turns", talk.turns());
        m.put("spec", JsonText.object(Talks.specJson(talk)));
        m.put(
                "narrowing",
                program.narrowing(talk.state()).stream()
                        .map(n -> Map.of("text", n.text(), "share", n.share()))
                        .toList());
        program.question(talk.state()).ifPresent(q -> m.put("question", JsonForm.of(q)));
        if (!turn.isEmpty()) {
            m.put("turn", turn);
        }
        return m;
    }
}
