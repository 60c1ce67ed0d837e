package org.anamnesis.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.anamnesis.converse.Anamnesis;
import picocli.CommandLine;

/** Which commands there are, and how one of them is found and run. */
final class Commands {
    private Commands() {}

    /**
     * Parses and runs; every failure comes out as the exception it was, for {@link Main} to put
     * into words.
     */
    static int execute(Anamnesis facade, Voice voice, PrintStream out, String... args) {
        CommandLine line = line(facade, voice, out);
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        CommandLine.ParseResult parsed = line.parseArgs(sentencesMarked(args));
        Integer help = CommandLine.executeHelpRequest(parsed);
        if (help != null) {
            return help;
        }
        while (parsed.hasSubcommand()) {
            parsed = parsed.subcommand();
        }
        return ((UseCase) parsed.commandSpec().userObject()).run();
    }

    /**
     * A sentence may begin with a dash ("-5 patients"); one with spaces is never an option. A space
     * in front says so to the parser and keeps the order of the turns.
     */
    private static String[] sentencesMarked(String... args) {
        return Arrays.stream(args)
                .map(a -> a.startsWith("-") && !a.startsWith("--") && a.contains(" ") ? " " + a : a)
                .toArray(String[]::new);
    }

    private static CommandLine line(Anamnesis facade, Voice voice, PrintStream out) {
        var line = new CommandLine(new Top());
        line.addSubcommand("generate", new Generate(facade, voice));
        line.addSubcommand("interpret", new Interpret(facade, voice));
        line.addSubcommand("chat", new Chat(facade, voice));
        line.addSubcommand("ask", new Ask(facade, voice));
        line.addSubcommand("evaluate", new Evaluate(facade, voice));
        line.addSubcommand("learn", new Learn(facade, voice));
        line.addSubcommand("sample", new Sample(facade, voice));
        line.addSubcommand("load", new Load(facade, voice));
        line.addSubcommand("mcp", new Mcp(facade, voice, out));
        line.addSubcommand("validate", new Validate(facade, voice));
        line.addSubcommand("serve", new Serve(facade, voice));
        line.addSubcommand(
                "evidence",
                new CommandLine(new Evidence())
                        .addSubcommand("build", new BuildCensus(facade, voice))
                        .addSubcommand("pretrain", new Pretrain(facade, voice)));
        return line;
    }
}
