package org.anamnesis.converse;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.spec.Said;
import org.anamnesis.spec.SpecFile;
import org.anamnesis.spec.SpecJson;
import org.anamnesis.spec.Trail;

/** A conversation as one JSON file: every message, every version, the names. */
public final class ConversationFile {
    private static final String FORMAT = "anamnesis_conversation";
    private static final int VERSION = 1;

    private ConversationFile() {}

    public static String write(Conversation c) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put(FORMAT, VERSION);
        m.put("messages", c.messages());
        IdentityHashMap<Said, Integer> known = new IdentityHashMap<>();
        List<Object> versions = new ArrayList<>();
        for (Version v : c.versions()) {
            Map<String, Object> one = version(v);
            one.put("said", said(v, c.versions(), known));
            known.putIfAbsent(v.said(), versions.size());
            versions.add(one);
        }
        m.put("versions", versions);
        m.put("names", c.names());
        if (!c.advice().isEmpty()) {
            m.put("advice", AdviceJson.write(c.advice(), c.messages().size()));
        }
        try {
            return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(m) + "\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Object> version(Version v) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put("message", v.message());
        try {
            m.put("spec", JSON.std.mapFrom(SpecJson.write(v.spec(), Said.NOTHING)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        v.before().ifPresent(n -> m.put("before", n));
        v.undone().ifPresent(n -> m.put("undone", n));
        v.open()
                .ifPresent(
                        o ->
                                m.put(
                                        "open",
                                        Typed.object(
                                                "message", o.message(), "version", o.version())));
        v.model()
                .ifPresent(
                        u -> m.put("model", Typed.object("file", u.file(), "sha256", u.sha256())));
        return m;
    }

    /**
     * What a version rests on: the same as an earlier one, that of an earlier one and more, or all
     * of it. Written whole each time, a long conversation's file would grow with its square.
     */
    private static Map<String, Object> said(
            Version v, List<Version> versions, IdentityHashMap<Said, Integer> known) {
        Map<String, Object> m = new LinkedHashMap<>();
        if (known.containsKey(v.said())) {
            m.put("as", known.get(v.said()));
            return m;
        }
        Said own = v.said();
        if (v.before().isPresent()) {
            Optional<Said> more = own.beyond(versions.get(v.before().getAsInt()).said());
            if (more.isPresent()) {
                m.put("after", v.before().getAsInt());
                own = more.get();
            }
        }
        m.put("messages", own.messages());
        m.put("assumed", own.assumed());
        m.put("ignored", own.ignored());
        return m;
    }

    private static Said said(Map<?, ?> m, List<Version> earlier) {
        if (m.get("as") != null) {
            return earlier.get(within(m.get("as"), earlier.size())).said();
        }
        Said before =
                m.get("after") == null
                        ? Said.NOTHING
                        : earlier.get(within(m.get("after"), earlier.size())).said();
        return new Said(
                Trail.of(before.messages()).plus(texts(m.get("messages"))),
                texts(m.get("assumed")),
                Trail.of(before.ignored()).plus(texts(m.get("ignored"))));
    }

    private static List<String> texts(Object list) {
        return ((List<?>) list).stream().map(String.class::cast).toList();
    }

    /**
     * @throws RequestException if the text is no conversation, or a damaged one
     */
    public static Conversation read(String text) {
        try {
            Map<String, Object> m = JSON.std.mapFrom(text);
            if (!(m.get(FORMAT) instanceof Integer version)) {
                throw damaged("it is not marked as a conversation");
            }
            if (version > VERSION) {
                throw damaged("it was written by a later version of this program");
            }
            List<Version> versions = new ArrayList<>();
            for (Object item : (List<?>) m.get("versions")) {
                versions.add(version((Map<?, ?>) item, versions));
            }
            Map<String, Integer> names = new LinkedHashMap<>();
            for (Map.Entry<?, ?> e : ((Map<?, ?>) m.get("names")).entrySet()) {
                names.put((String) e.getKey(), within(e.getValue(), versions.size()));
            }
            List<String> messages = new ArrayList<>();
            for (Object message : (List<?>) m.get("messages")) {
                messages.add((String) message);
            }
            Map<Integer, Advice> advice = new LinkedHashMap<>();
            if (m.get("advice") instanceof List<?> items) {
                advice.putAll(AdviceJson.read(items, messages.size()));
            }
            return new Conversation(messages, versions, names, advice);
        } catch (IOException e) {
            throw damaged("it is not complete JSON");
        } catch (ClassCastException | NullPointerException | IllegalArgumentException e) {
            throw damaged("a part is missing or of another kind");
        }
    }

    private static Version version(Map<?, ?> m, List<Version> earlier) throws IOException {
        int number = earlier.size();
        SpecFile file = SpecJson.file(JSON.std.asString(m.get("spec")));
        Optional<Version.Open> open = Optional.empty();
        if (m.get("open") instanceof Map<?, ?> o) {
            open =
                    Optional.of(
                            new Version.Open(
                                    (String) o.get("message"),
                                    within(o.get("version"), number + 1)));
        }
        return new Version(
                (String) m.get("message"),
                file.spec(),
                said((Map<?, ?>) m.get("said"), earlier),
                number(m.get("before"), number),
                number(m.get("undone"), number),
                open,
                Optional.ofNullable((Map<?, ?>) m.get("model"))
                        .map(u -> new UsedModel((String) u.get("file"), (String) u.get("sha256"))));
    }

    private static OptionalInt number(Object value, int below) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(within(value, below));
    }

    private static int within(Object value, int below) {
        int n = (Integer) value;
        if (n < 0 || n >= below) {
            throw new IllegalArgumentException("version " + n);
        }
        return n;
    }

    private static RequestException damaged(String why) {
        return new RequestException(
                List.of(
                        new Problem(
                                "talk.file",
                                "",
                                "this file cannot be read as a conversation: " + why,
                                "a file that \"chat --conversation FILE\" wrote, or another name for a new one")));
    }
}
