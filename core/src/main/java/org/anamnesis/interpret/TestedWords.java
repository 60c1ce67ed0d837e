package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.anamnesis.problem.Problem;

/**
 * Who is positive or negative for what a column of a user's own table tells: "RF-negative",
 * "anti-CCP positive", "HIV+", "positive for erosions", however the table spells the two answers;
 * and "seropositive", where exactly one column is of serum.
 */
final class TestedWords {
    private static final Set<String> POSITIVE =
            Set.of(
                    "positive",
                    "pos",
                    "+",
                    "reactive",
                    "detected",
                    "present",
                    "positiv",
                    "positif",
                    "positivo",
                    "positiva",
                    "阳性");

    private static final Set<String> NEGATIVE =
            Set.of(
                    "negative",
                    "neg",
                    "-",
                    "non-reactive",
                    "nonreactive",
                    "non reactive",
                    "not detected",
                    "undetected",
                    "absent",
                    "negativ",
                    "négatif",
                    "negativo",
                    "negativa",
                    "阴性");

    /** Columns of antibodies and other tests of serum. */
    private static final Pattern SERUM =
            Pattern.compile(
                    "(?iu)(?:.*sero(?:positiv|status|log|negativ).*|.*serolog.*|.*\\banti[ -]?(?:ccp|cyclic.*)\\b.*|.*\\bacpa\\b.*|.*\\brf\\b.*|.*rh?eumatoid factor.*|.*rheumafaktor.*"
                            + "|.*\\bhiv\\b.*|.*\\bhbs?ag\\b.*|.*\\banti[ -]?h[bc][svc]\\b.*|.*antibod.*|.*antikörper.*|.*\\bigg\\b.*)");

    /** Ends of headers that say no more than that there is an answer. */
    private static final Pattern RESULT =
            Pattern.compile(
                    "(?iu)[ _.-]*(?:sero(?:positive|status|logy)|positive|status|result|test|screen)$");

    private static final String YES = "(?:positive|positiv(?:e[nrms]?)?|positif|positivo|positiva)";
    private static final String NO = "(?:negative|negativ(?:e[nrms]?)?|négatif|negativo|negativa)";

    private TestedWords() {}

    static Reworded of(String message, List<TableColumn> columns) {
        var reworded = new Reworded(message, columns);
        List<TableColumn> serum = new ArrayList<>();
        for (TableColumn c : columns) {
            Map<Boolean, String> answers = answers(c);
            if (answers.size() == 2) {
                named(reworded, c, answers);
                if (c.names().stream().anyMatch(n -> SERUM.matcher(n).matches())) {
                    serum.add(c);
                }
            }
        }
        for (boolean positive : new boolean[] {true, false}) {
            Pattern sero =
                    Reworded.words(
                            "(?:(?:who|that) (?:are|were|is) )?sero-?" + (positive ? YES : NO));
            if (serum.size() == 1) {
                TableColumn c = serum.get(0);
                String asked = asked(c, answers(c).get(positive));
                reworded.replace(sero, m -> Optional.of(asked));
            } else if (serum.size() > 1) {
                reworded.says(sero)
                        .ifPresent(words -> reworded.wrong(several(words, serum, positive)));
            }
        }
        return reworded;
    }

    private static void named(Reworded reworded, TableColumn c, Map<Boolean, String> answers) {
        String name =
                c.names().stream()
                        .flatMap(n -> Stream.of(n, RESULT.matcher(n).replaceAll("")))
                        .filter(n -> n.matches(".*\\p{L}.*"))
                        .distinct()
                        .map(n -> Pattern.quote(n).replaceAll("[ _]", "\\\\E[ _-]\\\\Q"))
                        .collect(Collectors.joining("|", "(?:", ")"));
        for (boolean positive : new boolean[] {true, false}) {
            String asked = asked(c, answers.get(positive));
            String word = positive ? YES : NO;
            reworded.replace(
                    Reworded.words(
                            name + "[ -]" + word,
                            "(?:(?:who|that) )?(?:(?:are|were|is|was|test|tests|tested) )*"
                                    + word
                                    + " for (?:the )?"
                                    + name),
                    m -> m.group().equals(asked) ? Optional.empty() : Optional.of(asked));
        }
        reworded.replace(
                Pattern.compile("(?<![\\p{L}\\p{N}_-])" + name + "\\+(?![\\p{L}\\p{N}+])"),
                m -> Optional.of(asked(c, answers.get(true))));
    }

    private static String asked(TableColumn c, String answer) {
        return c.name() + " = " + answer;
    }

    /** The answers that say positive and negative; not two unless both are there. */
    private static Map<Boolean, String> answers(TableColumn c) {
        Map<Boolean, String> answers = new TreeMap<>();
        if (c.kind() == TableColumn.Kind.CATEGORY) {
            for (String a : c.answers().keySet()) {
                String plain = a.strip().toLowerCase(Locale.ROOT);
                if (POSITIVE.contains(plain)) {
                    answers.putIfAbsent(true, a);
                } else if (NEGATIVE.contains(plain)) {
                    answers.putIfAbsent(false, a);
                }
            }
        }
        if (c.flag() && answers.size() < 2) {
            answers.put(true, c.yes().orElseThrow());
            answers.put(false, c.no().orElseThrow());
        }
        return answers;
    }

    private static Problem several(String words, List<TableColumn> serum, boolean positive) {
        return new Problem(
                "sample.words.serum",
                words,
                "Several columns tell of serum: "
                        + serum.stream().map(TableColumn::name).collect(Collectors.joining(", "))
                        + ".",
                serum.stream()
                        .map(c -> asked(c, answers(c).get(positive)))
                        .collect(Collectors.joining(positive ? " or " : " and ")));
    }
}
