package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who died and who survived, in requests about a user's own table that has one column of it: "100
 * patients who died", "survivors only", "keine Toten", whatever the language of the column. To the
 * rules these words are about the built-in population's follow-up.
 *
 * @param text with the column and its answer in place of the words
 * @param written the user's words by the text that stands for them
 */
record DeathWords(String text, Map<String, String> written) {
    private static final Set<String> DEATH =
            Set.of(
                    "died",
                    "dead",
                    "death",
                    "deaths",
                    "deceased",
                    "mortality",
                    "verstorben",
                    "gestorben",
                    "tot",
                    "tod",
                    "exitus",
                    "fallecido",
                    "fallecida",
                    "fallecimiento",
                    "muerte",
                    "muerto",
                    "décès",
                    "deces",
                    "décédé",
                    "mort");

    private static final String WHERE =
            "(?:\\s+(?:in (?:the )?hospital|in[ -]hospital|during (?:the )?(?:stay|follow-?up|study|trial)))?";

    private static final Pattern ALIVE =
            pattern(
                    "(?:nobody|no[ -]one|none(?: of (?:them|the patients))?|no (?:patients?|persons?|people))\\s+"
                            + "(?:(?:has|have|had|is|are|should|may)\\s+)?(?:died|dies|die|dead|deceased)"
                            + WHERE,
                    "(?:no|without(?: any)?)\\s+(?:deaths?|fatalities|dead)" + WHERE,
                    "(?:only\\s+)?(?:the\\s+)?survivors(?:\\s+only)?",
                    "(?:(?:who|that)\\s+)?(?:(?:have|has|are|is|were|was)\\s+)?(?:survived|(?:not|n't) (?:die|died|dead|deceased)|still alive|alive)"
                            + WHERE,
                    "(?:(?:who|that)\\s+)?(?:did|do|does|have|has|are|is)(?:\\s+not|n't)\\s+(?:die|died|dead|deceased)"
                            + WHERE,
                    "(?:niemand|keiner|keine patient(?:en|innen)|kein patient)\\s+(?:(?:ist|sind)\\s+)?(?:verstorben|gestorben|tot)(?:\\s+(?:ist|sind))?",
                    "(?:keine|ohne)\\s+(?:tote[nr]?|todesfälle|verstorbene[nr]?|gestorbene[nr]?)",
                    "(?:nur\\s+)?überlebende[nr]?",
                    "(?:die\\s+)?(?:überlebt\\s+haben|überlebten|noch\\s+leben|nicht\\s+(?:verstorben|gestorben|tot)(?:\\s+(?:sind|ist))?)",
                    "(?:solo\\s+)?(?:los\\s+)?supervivientes",
                    "sin\\s+(?:muertes|fallecidos)",
                    "(?:les\\s+)?survivants",
                    "sans\\s+(?:décès|morts)");

    private static final Pattern DEAD =
            pattern(
                    "(?:(?:who|that)\\s+)?(?:(?:have|has|had|are|is)\\s+)?(?:died|dead|deceased|passed away)"
                            + WHERE,
                    "(?:(?:cardiovascular|cardiac|cv|in-hospital|hospital|all-cause)\\s+)?(?:deaths?|mortality)"
                            + WHERE,
                    "(?:die\\s+)?(?:im\\s+krankenhaus\\s+|in\\s+der\\s+klinik\\s+)?(?:verstorben|gestorben|tot)(?:\\s+(?:sind|ist|waren|war))?",
                    "verstorbene[nrsm]?|gestorbene[nrsm]?|tote[nr]?|todesfälle|todesfall|tod",
                    "(?:que\\s+)?(?:han\\s+)?(?:fallecid[oa]s?|muert[oa]s?|murieron|fallecieron)",
                    "décédée?s?|morte?s?");

    private static Pattern pattern(String... forms) {
        return Pattern.compile(
                "(?<![\\p{L}\\p{N}_])(?:" + String.join("|", forms) + ")(?![\\p{L}\\p{N}_])",
                Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    static DeathWords of(String message, List<TableColumn> columns) {
        Map<String, String> written = new LinkedHashMap<>();
        List<TableColumn> own = columns.stream().filter(c -> died(c).isPresent()).toList();
        if (own.size() != 1) {
            return new DeathWords(message, written);
        }
        TableColumn column = own.get(0);
        String died = column.name() + " = " + died(column).orElseThrow();
        String alive =
                column.flag() ? column.name() + " = " + column.no().orElseThrow() : "not " + died;
        List<int[]> others =
                named(message, columns.stream().filter(c -> !c.equals(column)).toList());
        String text = replaced(message, ALIVE, alive, others, written);
        List<int[]> all = named(text, columns);
        return new DeathWords(replaced(text, DEAD, died, all, written), written);
    }

    /** The answer of a column that says that somebody died; empty if it is about something else. */
    private static Optional<String> died(TableColumn column) {
        boolean header = column.names().stream().anyMatch(DeathWords::isDeath);
        if (column.flag()) {
            return header ? column.yes() : Optional.empty();
        }
        List<String> dead =
                column.categorical()
                        ? column.answers().keySet().stream().filter(DeathWords::isDeath).toList()
                        : List.<String>of();
        return dead.size() == 1 ? Optional.of(dead.get(0)) : Optional.empty();
    }

    private static boolean isDeath(String name) {
        for (String word : name.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")) {
            if (DEATH.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Places of names and answers, which are read as they are. */
    private static List<int[]> named(String text, List<TableColumn> columns) {
        List<int[]> places = new ArrayList<>();
        for (TableColumn c : columns) {
            List<String> words = new ArrayList<>(c.names());
            words.addAll(c.answers().keySet());
            for (String word : words) {
                Matcher m = pattern(Pattern.quote(word)).matcher(text);
                while (m.find()) {
                    places.add(new int[] {m.start(), m.end()});
                }
            }
        }
        return places;
    }

    private static String replaced(
            String text, Pattern what, String by, List<int[]> taken, Map<String, String> written) {
        return what.matcher(text)
                .replaceAll(
                        m -> {
                            boolean free = taken.stream().noneMatch(t -> meet(t, m));
                            if (free) {
                                written.put(by, m.group());
                            }
                            return Matcher.quoteReplacement(free ? by : m.group());
                        });
    }

    private static boolean meet(int[] place, MatchResult m) {
        return place[0] < m.end() && m.start() < place[1];
    }
}
