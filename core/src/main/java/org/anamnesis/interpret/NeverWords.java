package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who had something never or at least once, where a column of a user's own table counts it: "never
 * admitted", "patients without relapses", "with any falls", "ohne Aufnahmen" are 0 or 1 and more of
 * the column.
 */
final class NeverWords {
    /** What headers of counts begin or end with. */
    private static final Pattern AROUND =
            Pattern.compile(
                    "(?iu)^(?:(?:n|nr|no|num|number|count|anzahl|zahl|total|nombre|número|numero)(?: of| der| von| de)? )?"
                            + "(?:(?:prior|previous|past|earlier|frühere|vorherige) )?|(?: (?:count|n|number|total|anzahl))$");

    /** What happened, and who it happened to, where one word does not come of the other. */
    private static final List<List<String>> PAIRS =
            List.of(
                    List.of("admissions", "admitted", "hospitali[sz]ed"),
                    List.of("inpatient stays", "admitted", "hospitali[sz]ed"),
                    List.of("inpatient admissions", "admitted", "hospitali[sz]ed"),
                    List.of("hospital admissions", "admitted", "hospitali[sz]ed"),
                    List.of("hospital stays", "admitted", "hospitali[sz]ed"),
                    List.of("hospitalizations", "admitted"),
                    List.of("hospitalisations", "admitted", "hospitalized"),
                    List.of("readmissions", "readmitted"),
                    List.of("falls", "fallen", "fell"),
                    List.of("pregnancies", "pregnant"),
                    List.of("surgeries", "operated(?: on)?"),
                    List.of("aufnahmen", "aufgenommen", "stationär aufgenommen"),
                    List.of("krankenhausaufenthalte", "stationär aufgenommen", "hospitalisiert"),
                    List.of("stürze", "gestürzt"),
                    List.of("operationen", "operiert"));

    private static final String WHO =
            "(?:(?:who|that|die) )?(?:(?:were|was|are|is|have|has|had|having|haben|hatten|wurden|been) )*";

    private static final String NEVER =
            WHO
                    + "(?:never|not(?: yet)?|(?:ha(?:ve|s|d)|were|was)n't(?: ever)?|nie(?:mals)?)(?: (?:yet|ever|been))*(?: (?:having|had|have))? ";

    private static final String WITHOUT =
            "(?:(?:with|have|has|having|had|who have|who had) (?:no|zero|0)|without(?: any)?|no|zero|ohne|keine[rn]?|sin|sans) "
                    + "(?:(?:prior|previous|past|earlier|recorded|known|früheren?) )?";

    private static final String WITH =
            "(?:(?:with|having|have|has|had) (?:any|some|one or more|at least one|an?)"
                    + "|(?:with|mit|con|avec)|at least one|one or more|mindestens ein(?:e[nmr]?)?) "
                    + "(?:(?:prior|previous|past|earlier|recorded|known|früheren?) )?";

    private static final String ONCE =
            "(?: (?:at least once|once or more|before|previously|mindestens einmal|schon einmal))";

    /** Nothing behind that says where or why, which is no longer what is counted. */
    private static final String NOWHERE =
            "(?: (?:to|in) (?:the |a )?hospital)?(?! (?:to|for|in|with|by|at|on|wegen|mit|auf)\\b)";

    private NeverWords() {}

    static Reworded of(String message, List<TableColumn> columns) {
        var reworded = new Reworded(message, columns);
        List<TableColumn> counts = columns.stream().filter(c -> !nouns(c).isEmpty()).toList();
        for (TableColumn c : counts) {
            Set<String> own = new LinkedHashSet<>(nouns(c));
            Set<String> done = done(own);
            for (TableColumn other : counts) {
                if (!other.equals(c)) {
                    own.removeAll(nouns(other));
                    done.removeAll(done(nouns(other)));
                }
            }
            String none = c.name() + " at most 0";
            String some = c.name() + " at least 1";
            if (!done.isEmpty()) {
                String participle = joined(done) + NOWHERE;
                reworded.replace(Reworded.words(NEVER + participle), m -> Optional.of(none));
                reworded.replace(
                        Reworded.words(
                                WHO + "(?:ever |schon )?" + joined(done) + ONCE,
                                WHO + "ever " + participle),
                        m -> Optional.of(some));
            }
            if (!own.isEmpty()) {
                String noun = joined(own);
                String end =
                        "(?! (?:above|below|over|under|at|between|from|is|are|of|<|>|=|≥|≤|\\d|limit|condition|restriction))";
                reworded.replace(
                        Reworded.words(NEVER + "(?:any )?" + noun + end, WITHOUT + noun + end),
                        m -> Optional.of(none));
                reworded.replace(Reworded.words(WITH + noun + end), m -> Optional.of(some));
            }
        }
        return reworded;
    }

    private static String joined(Set<String> words) {
        return words.stream()
                .sorted((a, b) -> b.length() - a.length())
                .collect(Collectors.joining("|", "(?:", ")"));
    }

    /**
     * What a column counts, in the plural and singular as patterns: whole numbers without a unit
     * whose header names things.
     */
    private static Set<String> nouns(TableColumn c) {
        Set<String> nouns = new LinkedHashSet<>();
        if (c.kind() != TableColumn.Kind.NUMBER || c.decimals() > 0 || !c.unit().isEmpty()) {
            return nouns;
        }
        for (String name : c.names()) {
            String plain = name.replaceAll("[_.]+", " ").strip().toLowerCase(Locale.ROOT);
            String bare = AROUND.matcher(plain).replaceAll("").strip();
            boolean counted = !bare.equals(plain) || bare.matches(PLURAL);
            if (counted && bare.matches("[\\p{L} -]{3,}") && !MEASURES.matcher(bare).find()) {
                nouns.add(bare);
                if (bare.endsWith("ies")) {
                    nouns.add(bare.substring(0, bare.length() - 3) + "y");
                } else if (bare.endsWith("s")) {
                    nouns.add(bare.substring(0, bare.length() - 1));
                } else if (bare.endsWith("e")) { // Aufenthalt, Aufenthalten
                    nouns.add(bare.substring(0, bare.length() - 1));
                    nouns.add(bare + "n");
                } else {
                    nouns.add(bare + "s");
                }
            }
        }
        return nouns;
    }

    /** German plurals on -e are told one by one: "score" and "grade" end like them. */
    private static final String PLURAL =
            ".*(?:s|en|aufenthalte|besuche|eingriffe|stürze|anfälle|schübe|unfälle|infarkte)";

    /** Numbers of these are how long or how much, not how often. */
    private static final Pattern MEASURES =
            Pattern.compile(
                    "(?iu)\\b(?:days?|weeks?|months?|years?|hours?|minutes?|tage?n?|wochen?|monate?n?|jahre?n?|stunden?|status|class|grade|stage|age|weight|mass|pulse|press|loss|bias|diabetes|basis|dose)\\b");

    /**
     * Participles of what is counted: "vaccinations", "transfusions" and "relapses" say their own.
     */
    private static Set<String> done(Set<String> nouns) {
        Set<String> done = new LinkedHashSet<>();
        List<String> known = new ArrayList<>();
        for (String noun : nouns) {
            PAIRS.stream()
                    .filter(p -> noun.equals(p.get(0)))
                    .forEach(p -> known.addAll(p.subList(1, p.size())));
            String stem = noun.replaceFirst("(?:ations?|ations|ions?|es|e|s)$", "");
            if (noun.matches(".*ations?") && stem.length() > 3) {
                done.add(stem + "(?:at)?ed");
            } else if (noun.matches(".*(?:ions?|ses|ces)") && stem.length() > 3) {
                done.add(stem + "ed");
            }
        }
        done.addAll(known);
        return done;
    }
}
