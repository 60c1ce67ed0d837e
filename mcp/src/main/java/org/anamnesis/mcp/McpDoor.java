package org.anamnesis.mcp;

import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpAsyncServer;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.AssistantDoor;
import org.anamnesis.converse.PhraseBook;

/** Serves one client of the Model Context Protocol over two streams. */
public final class McpDoor implements AssistantDoor {
    private static final String INSTRUCTIONS =
            "Anamnesis makes synthetic patients that are asked for in plain words, with a source for"
                    + " every figure; they are not real patients and not for clinical decisions. Hold a"
                    + " conversation with the tool converse, passing on the user's own words, one"
                    + " thought a message: a request, changes, questions, \"undo\". If a question is"
                    + " asked back, put it to the user and say the answer with converse. Look at a"
                    + " sample with preview, at one ECG, EEG or CT with picture, make the files with generate. Look up names with"
                    + " catalogue, figures with ask. The user's own tables: learn, sample, evaluate."
                    + " When a result is an error, its problems say what would be accepted.";

    @Override
    public void serve(
            Anamnesis program, Leave leave, InputStream in, OutputStream out, PrintStream log) {
        var files = new Confined(leave.outRoot(), leave.readRoots());
        Anamnesis confined = program.reading(files::find);
        var talks = new Talks(leave.conversations());
        Consumer<String> told = line -> log.println("anamnesis mcp: " + line);
        McpJsonMapper json = McpJsonDefaults.getMapper();
        var wire = new Wire(json, in, out, told);
        var calls = new Calls(files, json, told);
        Thread last =
                new Thread(
                        () -> {
                            wire.cancelAll();
                            calls.close();
                        });
        Runtime.getRuntime().addShutdownHook(last); // half-made files go before the program does
        try (calls) {
            var library = new Library(confined, talks, files);
            var papers = new Papers(library, talks, calls.order());
            McpAsyncServer server =
                    McpServer.async(wire)
                            .serverInfo("anamnesis", Anamnesis.version())
                            .instructions(INSTRUCTIONS)
                            .capabilities(
                                    McpSchema.ServerCapabilities.builder()
                                            .tools(false)
                                            .resources(false, true)
                                            .build())
                            .validateToolInputs(false) // we tell every mistake, in our own words
                            .tools(
                                    tools(confined, talks, files, library, leave.mostPatients())
                                            .stream()
                                            .map(calls::specification)
                                            .toList())
                            .resources(papers.first())
                            .resourceTemplates(papers.templates())
                            .build();
            calls.made(links -> papers.list(server, links));
            told.accept("ready; files below " + files.out());
            warmUp(program, calls);
            wire.serve();
        } finally {
            forget(last);
        }
    }

    private static List<Tool> tools(
            Anamnesis program, Talks talks, Confined files, Library library, long mostPatients) {
        return Stream.of(
                        new TalkTools(program, talks).all(),
                        List.of(new StudyTool(program, talks).tool()),
                        new MakeTools(program, talks, files, mostPatients).all(),
                        new KnowTools(program, library).all(),
                        new TableTools(program, files).all())
                .flatMap(List::stream)
                .toList();
    }

    /** While nobody has called yet: turns that nobody sees, and of which no model is asked. */
    private static void warmUp(Anamnesis program, Calls calls) {
        Anamnesis alone = program.withSettings(Map.of("llm.provider", "off"));
        var first = new Thread(() -> PhraseBook.rehearse(alone, () -> !calls.begun()));
        first.setDaemon(true);
        first.start();
    }

    private static void forget(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) { // it is running: the program ends
            return;
        }
    }
}
