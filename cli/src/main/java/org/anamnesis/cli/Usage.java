package org.anamnesis.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.anamnesis.problem.Problem;
import org.anamnesis.problem.RequestException;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** What is wrong with a command line, in words for its writer rather than for its programmer. */
final class Usage {
    private static final String HELP = "./anamnesis --help lists what there is";

    /** Two letters exchanged are two changes; beyond that a guess would mislead. */
    private static final int SLIP = 2;

    private Usage() {}

    /** Something that the parser takes and the command does not. */
    static RequestException wrong(String where, String message, String suggestion) {
        return new RequestException(List.of(usage(where, message, suggestion)));
    }

    static Problem problem(CommandLine.ParameterException e) {
        CommandLine command = e.getCommandLine();
        if (e instanceof CommandLine.UnmatchedArgumentException u && !u.getUnmatched().isEmpty()) {
            return unmatched(u);
        }
        if (e instanceof CommandLine.MissingParameterException m && !m.getMissing().isEmpty()) {
            String missing =
                    m.getMissing().stream().map(Usage::name).collect(Collectors.joining(" and "));
            return usage("", missing + " is missing", help(command));
        }
        if (e.getArgSpec() instanceof OptionSpec option && e.getValue() != null) {
            String wanted = number(option) ? " takes a whole number" : " cannot take this";
            return usage(
                    option.longestName() + " " + e.getValue(),
                    option.longestName() + wanted,
                    help(command));
        }
        String first =
                Optional.ofNullable(e.getMessage()).orElse("").lines().findFirst().orElse("");
        return usage(first, "the command line was not understood", help(command));
    }

    private static Problem unmatched(CommandLine.UnmatchedArgumentException e) {
        String word = e.getUnmatched().get(0);
        boolean option = word.startsWith("-");
        var spec = e.getCommandLine().getCommandSpec();
        Stream<String> known =
                option ? spec.optionsMap().keySet().stream() : spec.subcommands().keySet().stream();
        String asked = word.contains("=") ? word.substring(0, word.indexOf('=')) : word;
        return usage(
                word,
                option ? "there is no such option" : "there is no such command",
                known.filter(k -> distance(k, asked) <= SLIP)
                        .min(Comparator.comparingInt(k -> distance(k, asked)))
                        .orElse(help(e.getCommandLine())));
    }

    /** Levenshtein's: letters to insert, delete or exchange to make one word the other. */
    private static int distance(String a, String b) {
        int[] row = IntStream.rangeClosed(0, b.length()).toArray();
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }

    private static boolean number(OptionSpec option) {
        return Number.class.isAssignableFrom(option.type()) || option.type() == int.class;
    }

    private static String name(ArgSpec arg) {
        return arg instanceof OptionSpec o
                ? o.longestName() + " " + o.paramLabel()
                : arg.paramLabel();
    }

    private static String help(CommandLine command) {
        return command == null
                ? HELP
                : "./%s --help lists what there is"
                        .formatted(command.getCommandSpec().qualifiedName());
    }

    private static Problem usage(String where, String message, String suggestion) {
        return new Problem("cli.usage", where, message, suggestion);
    }
}
