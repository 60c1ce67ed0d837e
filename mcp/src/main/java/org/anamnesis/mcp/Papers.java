package org.anamnesis.mcp;

import io.modelcontextprotocol.server.McpAsyncServer;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncResourceSpecification;
import io.modelcontextprotocol.server.McpServerFeatures.AsyncResourceTemplateSpecification;
import io.modelcontextprotocol.spec.McpError;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.anamnesis.converse.JsonForm;
import org.anamnesis.problem.EnvironmentException;
import org.anamnesis.problem.RequestException;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The library as resources: listed as they come about, read in the order of all calls. */
final class Papers {
    /** A code of JSON-RPC that is a server's own. */
    private static final int FAILED = -32000;

    private final Library library;
    private final Talks talks;
    private final Scheduler where;
    private final Set<String> listed = ConcurrentHashMap.newKeySet();

    /**
     * @param where reading is done
     */
    Papers(Library library, Talks talks, Scheduler where) {
        this.library = library;
        this.talks = talks;
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
                template(true, "messages", "What was said in it", "and what is asked by now"),
                template(
                        false,
                        "{file}",
                        "A paper of a run",
                        "one of "
                                + Library.papers()
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
            template.mimeType(Library.OF_CONVERSATION.get(part));
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

    /** What is there from the start: conversations that were kept, and what can be said. */
    List<AsyncResourceSpecification> first() {
        List<Tool.Link> links =
                Stream.concat(
                                Stream.of(
                                        new Tool.Link(
                                                Addresses.PHRASES,
                                                "what can be said",
                                                Library.MARKDOWN),
                                        new Tool.Link(
                                                Addresses.CONVERSATIONS,
                                                "all conversations",
                                                Library.JSON_TYPE)),
                                talks.names().stream().flatMap(n -> of(n).stream()))
                        .toList();
        links.forEach(l -> listed.add(l.uri()));
        return links.stream().map(this::resource).toList();
    }

    /** What there is of a conversation. */
    static List<Tool.Link> of(String conversation) {
        return Library.OF_CONVERSATION.keySet().stream()
                .sorted()
                .map(
                        part ->
                                new Tool.Link(
                                        Addresses.conversation(conversation, part),
                                        conversation + " " + part,
                                        Library.OF_CONVERSATION.get(part)))
                .toList();
    }

    /** A paper of a run. */
    static Tool.Link of(String folder, String file) {
        return new Tool.Link(
                Addresses.run(folder, file), folder + "/" + file, Library.OF_RUN.get(file));
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
        try {
            Library.Page page = library.read(uri);
            return McpSchema.ReadResourceResult.builder(
                            List.of(
                                    McpSchema.TextResourceContents.builder(uri, page.text())
                                            .mimeType(page.type())
                                            .build()))
                    .build();
        } catch (RequestException e) {
            throw McpError.builder(McpSchema.ErrorCodes.RESOURCE_NOT_FOUND)
                    .message(e.problems().get(0).message())
                    .data(
                            Map.of(
                                    "uri",
                                    uri,
                                    "problems",
                                    e.problems().stream().map(JsonForm::of).toList()))
                    .build();
        } catch (EnvironmentException e) {
            throw McpError.builder(FAILED).message(e.getMessage()).build();
        }
    }
}
