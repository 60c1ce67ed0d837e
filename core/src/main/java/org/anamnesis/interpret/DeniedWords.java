package org.anamnesis.interpret;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Who is without what a column of a user's own table tells, or with it, in a word that comes of its
 * header: "untreated", "unvaccinated", "non-erosive", "unbehandelt". A column of treatments, of
 * which one answer is none, tells who is treated.
 */
final class DeniedWords {
    /** A column with such a word says who is treated. */
    private static final Pattern TREATMENT =
            Pattern.compile(
                    "(?iu).*\\b(?:treatments?|therapy|therapies|medications?|drugs?|treated|therapie|behandlung|medikamente?|medikation|tratamiento|traitement)\\b.*");

    private static final List<String> TREATED = List.of("treated", "medicated", "behandelt");

    private static final String NO_TREATMENT =
            "(?:(?:with|on|receiving|taking|getting|having|have|has|who have|who take) no|without(?: any)?|not on(?: any)?|no|ohne|keine|sin|sans) "
                    + "(?:treatments?|therapy|medications?|therapie|behandlung|medikation|tratamiento|traitement)"
                    + "|(?:treatment|therapy|drug|medication)[- ]na[iï]ve";

    private static final String WHO =
            "(?:(?:who|that|die) )?(?:(?:were|was|are|is|have|has|had|been|sind|waren|wurden) )*";

    /** An ending, and nothing behind that says with what or where: that is another column's. */
    private static final String ENDING =
            "(?:e[nrms]?)?(?! (?:with|by|for|at|in|on|against|using|mit|gegen|bei|con|avec)\\b)";

    /** "Never treated with methotrexate" is about methotrexate and not about treatment. */
    private static final Pattern NOT_WITH =
            Reworded.words(
                    WHO + "(?:never|not)(?: yet| been)* (?:treated|medicated) (?:with|by|on)");

    private DeniedWords() {}

    static Reworded of(String message, List<TableColumn> columns) {
        var reworded = new Reworded(message, columns);
        reworded.replace(NOT_WITH, m -> Optional.of("without"));
        Map<String, TableColumn> owner = owners(columns);
        owner.forEach(
                (form, c) -> {
                    String no = c.name() + " = " + c.no().orElseThrow();
                    reworded.replace(
                            Reworded.words(
                                    WHO + "(?:un|non-?)" + form + ENDING,
                                    WHO
                                            + "(?:never|not|nie|nicht)(?: yet| been)* "
                                            + form
                                            + ENDING),
                            m -> Optional.of(no));
                    if (c.names().stream().noneMatch(form::equalsIgnoreCase)) {
                        String yes =
                                c.flag() ? c.name() + " = " + c.yes().orElseThrow() : "not " + no;
                        reworded.replace(
                                Reworded.words(WHO + form + ENDING), m -> Optional.of(yes));
                    }
                });
        Optional.ofNullable(owner.get(TREATED.get(0)))
                .ifPresent(
                        c ->
                                reworded.replace(
                                        Reworded.words(NO_TREATMENT),
                                        m -> Optional.of(c.name() + " = " + c.no().orElseThrow())));
        return reworded;
    }

    /** The only column that a form comes of; a header that is the form goes before all others. */
    private static Map<String, TableColumn> owners(List<TableColumn> columns) {
        Map<String, List<TableColumn>> all = new LinkedHashMap<>();
        for (boolean itself : new boolean[] {true, false}) {
            Map<String, List<TableColumn>> found = new LinkedHashMap<>();
            for (TableColumn c : columns) {
                if (c.categorical() && c.no().isPresent()) {
                    (itself ? itself(c) : formed(c))
                            .forEach(f -> found.computeIfAbsent(f, k -> new ArrayList<>()).add(c));
                }
            }
            found.forEach(all::putIfAbsent);
        }
        Map<String, TableColumn> owners = new LinkedHashMap<>();
        all.forEach(
                (form, own) -> {
                    if (own.size() == 1) {
                        owners.put(form, own.get(0));
                    }
                });
        return owners;
    }

    private static Set<String> itself(TableColumn c) {
        Set<String> forms = new LinkedHashSet<>();
        for (String name : c.names()) {
            String plain = name.toLowerCase(Locale.ROOT);
            if (plain.matches("\\p{L}{3,}(?:ed|iert|elt|t)") && c.flag()) {
                forms.addAll(TREATED.contains(plain) ? TREATED : List.of(plain));
            }
        }
        return forms;
    }

    private static Set<String> formed(TableColumn c) {
        Set<String> forms = new LinkedHashSet<>();
        for (String name : c.names()) {
            String plain = name.toLowerCase(Locale.ROOT);
            if (TREATMENT.matcher(plain.replace('_', ' ')).matches()) {
                forms.addAll(TREATED);
            } else if (plain.matches("\\p{L}{3,}ations?")) { // vaccination
                forms.add(plain.replaceFirst("ions?$", "ed"));
            } else if (plain.matches("\\p{L}{3,}ions?")) { // erosions, hypertension, infection
                String stem = plain.replaceFirst("ions?$", "");
                forms.add(stem + "ive");
                forms.add(stem + "ed");
            } else if (plain.matches("\\p{L}{3,}(?:ment|ance)s?")) { // employment, insurance
                forms.add(plain.replaceFirst("(?:ment|ance)s?$", "ed"));
            } else if (plain.matches("\\p{L}{3,}ierung(?:en)?")) { // Hospitalisierung
                forms.add(plain.replaceFirst("ierung(?:en)?$", "iert"));
            }
        }
        return forms;
    }
}
