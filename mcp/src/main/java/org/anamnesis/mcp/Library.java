package org.anamnesis.mcp;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Conversation;
import org.anamnesis.converse.JsonForm;
import org.anamnesis.converse.Parts;
import org.anamnesis.converse.PhraseBook;
import org.anamnesis.converse.Previewed;
import org.anamnesis.converse.SpecPart;
import org.anamnesis.converse.Turn;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.report.SourcesReport;
import org.anamnesis.spec.SpecJson;

/** What can be read: what conversations came to, the papers of runs, and what can be said. */
final class Library {
    static final String MARKDOWN = "text/markdown";
    static final String JSON_TYPE = "application/json";

    /** Parts of a conversation, and their media types. */
    static final Map<String, String> OF_CONVERSATION =
            Map.of("spec", JSON_TYPE, "sources", MARKDOWN, "messages", JSON_TYPE);

    /** Papers of a run, and their media types. Tables of patients are not among them. */
    static final Map<String, String> OF_RUN =
            Map.of(
                    "report.html",
                    "text/html",
                    "sources.md",
                    MARKDOWN,
                    "sources.json",
                    JSON_TYPE,
                    "spec.json",
                    JSON_TYPE,
                    "manifest.json",
                    JSON_TYPE,
                    "dictionary.csv",
                    "text/csv",
                    "comparison.csv",
                    "text/csv",
                    "evaluation.html",
                    "text/html",
                    "evaluation.json",
                    JSON_TYPE,
                    "privacy.html",
                    "text/html");

    /** Parts of a specification that mean nothing to a learned model. */
    private static final Set<String> OF_COHORTS =
            Set.of("observations", "population", "engine", "formats");

    /** No paper of a run is larger; bytes. */
    private static final long LARGEST = 8 << 20;

    /** Enough of a cohort to tell where its figures come from. */
    private static final int A_FEW = 200;

    private final Anamnesis program;
    private final Talks talks;
    private final Confined files;

    Library(Anamnesis program, Talks talks, Confined files) {
        this.program = program;
        this.talks = talks;
        this.files = files;
    }

    /**
     * Something to read.
     *
     * @param type its media type
     */
    record Page(String type, String text) {}

    /**
     * @throws RequestException if there is nothing of this address
     */
    Page read(String uri) {
        if (uri.equals(Addresses.PHRASES)) {
            return new Page(MARKDOWN, phrases());
        }
        if (uri.equals(Addresses.CONVERSATIONS)) {
            return new Page(JSON_TYPE, json(Map.of("conversations", conversations())));
        }
        Addresses.Named named = Addresses.read(uri).orElseThrow(() -> absent(uri));
        String type = (named.conversation() ? OF_CONVERSATION : OF_RUN).get(named.part());
        if (type == null) {
            throw absent(uri);
        }
        return new Page(type, named.conversation() ? said(named) : paper(named));
    }

    private static RequestException absent(String uri) {
        return new RequestException(
                List.of(
                        new Problem(
                                "mcp.address",
                                uri,
                                "there is nothing of this address",
                                String.join(
                                        ", ",
                                        Addresses.CONVERSATIONS,
                                        Addresses.template(true, "spec"),
                                        Addresses.template(true, "sources"),
                                        Addresses.template(true, "messages"),
                                        Addresses.PHRASES,
                                        Addresses.template(false, "{file}")
                                                + " with a file of: "
                                                + papers()))));
    }

    /** Names of the papers of a run. */
    static String papers() {
        return String.join(", ", OF_RUN.keySet().stream().sorted().toList());
    }

    private List<Map<String, Object>> conversations() {
        List<Map<String, Object>> all = new ArrayList<>();
        for (String name : talks.names()) {
            try {
                all.add(told(name, talks.of(name)));
            } catch (RequestException e) { // a damaged file does not hide the others
                String why = e.problems().get(0).message();
                all.add(Map.of(TalkTools.CONVERSATION, name, "problem", why));
            }
        }
        return all;
    }

    /** Everything that is asked by now, a line each; of a learned model, what it can be asked. */
    static List<String> asked(Conversation said) {
        return Parts.of(said.spec()).stream()
                .filter(p -> said.model().isEmpty() || !OF_COHORTS.contains(p.id()))
                .map(SpecPart::text)
                .toList();
    }

    private Map<String, Object> told(String name, Conversation said) {
        Map<String, Object> m = new LinkedHashMap<>();
        m.put(TalkTools.CONVERSATION, name);
        m.put("messages", said.messages().size());
        m.put("asked", asked(said));
        said.model().ifPresent(u -> m.put("model", u.path().getFileName().toString()));
        try {
            program.question(said).ifPresent(q -> m.put("open_question", JsonForm.of(q)));
        } catch (RequestException e) { // its model is gone or another one now
            m.put("problem", e.problems().get(0).message());
        }
        return m;
    }

    private String said(Addresses.Named named) {
        Conversation said = talks.of(named.of());
        return switch (named.part()) {
            case "spec" -> SpecJson.write(said.spec());
            case "messages" -> {
                Map<String, Object> m = told(named.of(), said);
                m.put("messages", said.messages());
                yield json(m);
            }
            default -> said.model().isPresent() ? ofModel(said) : sources(said);
        };
    }

    private String ofModel(Conversation said) {
        Turn told = program.turn(said, "where do the figures come from?").turn();
        return told.reply() + "\n";
    }

    private String sources(Conversation said) {
        Previewed some = program.preview(said, A_FEW, 0);
        return "About a sample of %,d of the %,d patients that are asked for; sources do not depend on the number.\n\n"
                        .formatted(some.patients(), said.spec().count())
                + SourcesReport.markdown(some.found());
    }

    private static String phrases() {
        var page = new StringBuilder("# What can be said\n\nExamples; other words do, too.\n");
        String family = "";
        for (PhraseBook.Example e : PhraseBook.examples()) {
            if (!e.family().equals(family)) {
                family = e.family();
                page.append("\n## ").append(family).append("\n\n");
            }
            page.append("- ").append(e.words());
            if (!e.before().isEmpty()) {
                page.append(" (after: ").append(String.join("; ", e.before())).append(")");
            }
            page.append('\n');
        }
        return page.toString();
    }

    private String paper(Addresses.Named named) {
        Path file = files.read(named.of()).resolve(named.part());
        Path real = files.read(file.toString());
        try {
            if (!Files.isRegularFile(real) || Files.size(real) > LARGEST) {
                throw new RequestException(
                        List.of(
                                new Problem(
                                        "mcp.paper",
                                        named.part(),
                                        "this is no paper of a run",
                                        papers())));
            }
            return Files.readString(real, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new EnvironmentException(
                    "%s cannot be read (%s).".formatted(named.part(), e.getMessage()), e);
        }
    }

    private static String json(Map<String, Object> object) {
        try {
            return JSON.std.with(JSON.Feature.PRETTY_PRINT_OUTPUT).asString(object);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
