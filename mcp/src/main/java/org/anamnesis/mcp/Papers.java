package org.anamnesis.mcp;

import io.modelcontextprotocol.server.McpAsyncServer;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.Conversation;
import org.anamnesis.converse.JsonForm;
import org.anamnesis.converse.Previewed;
import org.anamnesis.converse.Turn;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import org.anamnesis.report.SourcesReport;
import org.anamnesis.spec.SpecJson;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Resources: the specification of a conversation, its sources, and the papers of a run. */
final class Papers {
    private static final Map<String, String> OF_RUN =
            Map.of(
                    "report.html", "text/html",
                    "sources.md", "text/markdown",
                    "sources.json", "application/json",
                    "spec.json", "application/json",
                    "manifest.json", "application/json",
                    "dictionary.csv", "text/csv",
                    "comparison.csv", "text/csv",
                    "evaluation.html", "text/html",
                    "evaluation.json", "application/json",
                    "privacy.html", "text/html");

    private static final Map<String, String> OF_CONVERSATION =
            Map.of("spec", "application/json", "sources", "text/markdown");

    /** A code of JSON-RPC that is a server's own. */
    private static final int FAILED = -32000;

    /** No paper of a run is larger; bytes. */
    private static final long LARGEST = 8 << 20;

    /** Enough of a cohort to tell where its figures come from. */
    private static final int A_FEW = 200;

    private final Anamnesis program;
    private final Talks talks;
    private final Confined files;
    private final Scheduler where;
    private final Set<String> listed = ConcurrentHashMap.newKeySet();

    /**
     * @param where reading is done
     */
    Papers(Anamnesis program, Talks talks, Confined files, Scheduler where) {
        this.program = program;
        this.talks = talks;
        this.files = files;
        this.where = where;
    }

    List<AsyncResourceTemplateSpecification> templates() {
        return List.of(
                template(true, "spec", "What a conversation asks for", "as spec.json of a run"),
                template(
                        true,
                        "sources",
                        "Where its figures come from",
                        "column by column, in full"),
                template(
                        false,
                        "{file}",
                        "A paper of a run",
                        "one of "
                                + String.join(", ", OF_RUN.keySet().stream().sorted().toList())
                                + "; the folder is named from the folder that is written to, a slash"
                                + " in it as %2F"));
    }

    private AsyncResourceTemplateSpecification template(
            boolean conversation, String part, String title, String description) {
        var template =
                McpSchema.ResourceTemplate.builder(
                                Addresses.template(conversation, part),
                                conversation ? "conversation-" + part : "run-paper")
                        .title(title)
                        .description(description);
        if (conversation) {
            template.mimeType(OF_CONVERSATION.get(part));
        }
        return new AsyncResourceTemplateSpecification(
                template.build(), (exchange, request) -> read(request.uri()));
    }

    /** Lists what came of a call, once; the client hears that the list is another one. */
    void list(McpAsyncServer server, List<Tool.Link> links) {
        for (Tool.Link l : links) {
            if (listed.add(l.uri())) {
                server.addResource(resource(l)).subscribe();
            }
        }
    }

    /** Conversations that were kept. */
    List<AsyncResourceSpecification> kept() {
        return talks.names().stream()
                .flatMap(n -> OF_CONVERSATION.keySet().stream().map(p -> conversation(n, p)))
                .peek(l -> listed.add(l.uri()))
                .map(this::resource)
                .toList();
    }

    /** What there is of a conversation. */
    static List<Tool.Link> of(String conversation) {
        return OF_CONVERSATION.keySet().stream()
                .sorted()
                .map(p -> conversation(conversation, p))
                .toList();
    }

    private static Tool.Link conversation(String name, String part) {
        return new Tool.Link(
                Addresses.conversation(name, part), name + " " + part, OF_CONVERSATION.get(part));
    }

    /** A paper of a run. */
    static Tool.Link of(String folder, String file) {
        return new Tool.Link(Addresses.run(folder, file), folder + "/" + file, OF_RUN.get(file));
    }

    private AsyncResourceSpecification resource(Tool.Link l) {
        return new AsyncResourceSpecification(
                McpSchema.Resource.builder(l.uri(), l.name()).mimeType(l.type()).build(),
                (exchange, request) -> read(request.uri()));
    }

    private Mono<McpSchema.ReadResourceResult> read(String uri) {
        return Mono.fromCallable(() -> found(uri)).subscribeOn(where);
    }

    private McpSchema.ReadResourceResult found(String uri) {
        Addresses.Named named = Addresses.read(uri).orElseThrow(() -> absent(uri, List.of()));
        try {
            boolean conversation = named.conversation();
            String type = (conversation ? OF_CONVERSATION : OF_RUN).get(named.part());
            if (type == null) {
                throw absent(uri, List.of());
            }
            String text = conversation ? said(named) : paper(named);
            return McpSchema.ReadResourceResult.builder(
                            List.of(
                                    McpSchema.TextResourceContents.builder(uri, text)
                                            .mimeType(type)
                                            .build()))
                    .build();
        } catch (RequestException e) {
            throw absent(uri, e.problems());
        } catch (EnvironmentException e) {
            throw McpError.builder(FAILED).message(e.getMessage()).build();
        }
    }

    private static McpError absent(String uri, List<Problem> problems) {
        return McpError.builder(McpSchema.ErrorCodes.RESOURCE_NOT_FOUND)
                .message("there is no such resource")
                .data(Map.of("uri", uri, "problems", problems.stream().map(JsonForm::of).toList()))
                .build();
    }

    private String said(Addresses.Named named) {
        Conversation conversation = talks.of(named.of());
        if (named.part().equals("spec")) {
            return SpecJson.write(conversation.spec());
        }
        if (conversation.model().isPresent()) {
            Turn told = program.turn(conversation, "where do the figures come from?").turn();
            return told.reply() + "\n";
        }
        Previewed some = program.preview(conversation, A_FEW, 0);
        return "About a sample of %,d of the %,d patients that are asked for; sources do not depend on the number.\n\n"
                        .formatted(some.patients(), conversation.spec().count())
                + SourcesReport.markdown(some.found());
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
                                        String.join(
                                                ", ",
                                                OF_RUN.keySet().stream().sorted().toList()))));
            }
            return Files.readString(real, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new EnvironmentException(
                    "%s cannot be read (%s).".formatted(named.part(), e.getMessage()), e);
        }
    }
}
