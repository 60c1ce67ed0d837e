package org.anamnesis.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import org.anamnesis.converse.Anamnesis;
import org.anamnesis.converse.AssistantDoor;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The program for an assistant, which starts it and speaks with it over standard input and output.
 */
@Command(
        name = "mcp",
        mixinStandardHelpOptions = true,
        description =
                "Serve an assistant over the Model Context Protocol, on standard input and output.",
        footer = {
            "",
            "An assistant's settings name this command; see docs/guide/mcp.md. Standard output carries only the protocol, standard error a log without the user's words."
        })
final class Mcp extends FacadeCommand {
    @Option(
            names = "--root",
            paramLabel = "DIR",
            defaultValue = ".",
            description =
                    "folder below which files are written and read; nothing else is (default: this folder)")
    private Path root;

    @Option(
            names = "--read",
            paramLabel = "DIR",
            description = "a folder below which files are read besides, for example your tables")
    private List<Path> read = new ArrayList<>();

    @Option(
            names = "--conversations",
            paramLabel = "DIR",
            description = "keep conversations in this folder; without it they end with the program")
    private Path conversations;

    @Option(
            names = "--most",
            paramLabel = "N",
            defaultValue = "1000000",
            description =
                    "patients of one cohort, and rows of one table (default: ${DEFAULT-VALUE})")
    private long most;

    @Mixin private ModelOptions model = new ModelOptions();
    @Mixin private VocabularyOption vocabulary = new VocabularyOption();

    private final PrintStream out;

    Mcp(Anamnesis facade, Voice voice, PrintStream out) {
        super(facade, voice);
        this.out = out;
    }

    @Override
    public int run() {
        if (model.table().isPresent()) {
            throw Usage.wrong(
                    "--model " + model.table().get(),
                    "a learned model is taken up in a conversation",
                    "start without --model and say \"use the model FILE\"");
        }
        if (most < 1) {
            throw Usage.wrong("--most " + most, "at least one patient is needed", "--most 100000");
        }
        var leave = new AssistantDoor.Leave(root, read, Optional.ofNullable(conversations), most);
        Anamnesis program = model.program(vocabulary.program(facade));
        PrintStream usual = System.out;
        System.setOut(System.err); // whatever prints must not speak between the messages
        try {
            door().serve(program, leave, System.in, out, System.err);
        } finally {
            System.setOut(usual);
        }
        return Main.DONE;
    }

    private static AssistantDoor door() {
        return ServiceLoader.load(AssistantDoor.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("the module mcp is not installed"));
    }
}
