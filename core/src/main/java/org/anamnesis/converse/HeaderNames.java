package org.anamnesis.converse;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.anamnesis.code.Vocabulary;
import org.anamnesis.interpret.TableColumn;

/** What people say for a header that nobody reads aloud: "LOS", "n_meds", "visit_count". */
final class HeaderNames {
    private static final Map<String, List<String>> SAID =
            Map.ofEntries(
                    Map.entry("los", List.of("length of stay", "stay")),
                    Map.entry("length of stay", List.of("LOS", "stay")),
                    Map.entry("time in hospital", List.of("length of stay", "LOS", "stay")),
                    Map.entry("verweildauer", List.of("length of stay", "LOS")),
                    Map.entry("fu", List.of("follow-up", "follow up")),
                    Map.entry("fup", List.of("follow-up", "follow up")),
                    Map.entry("readm", List.of("readmitted", "readmission")),
                    Map.entry("readmitted", List.of("readmission")),
                    Map.entry("admitted", List.of("admission")),
                    Map.entry("discharged", List.of("discharge")),
                    Map.entry("admit date", List.of("admission date", "admitted")),
                    Map.entry("admission date", List.of("admitted", "admission")),
                    Map.entry("discharge date", List.of("discharged", "discharge")));

    /** "n_meds", "num_lab_procedures", "number of visits", "visit_count". */
    private static final Pattern COUNTED =
            Pattern.compile(
                    "(?:n|no|nr|num|number|count|anzahl)(?: of)? (.+)|(.+) (?:count|number)");

    private HeaderNames() {}

    /** Other ways to say the header, none of them it. */
    static List<String> of(String header) {
        String plain =
                header.replaceAll("(?<=\\p{Ll})(?=\\p{Lu})", " ")
                        .replaceAll("[_.\\s]+", " ")
                        .strip()
                        .toLowerCase(Locale.ROOT);
        List<String> said = new ArrayList<>(SAID.getOrDefault(plain, List.of()));
        if (plain.matches("\\p{L}{3,}ion(?:en|s)?")) { // Erosionen, erosions: the same word
            String stem = plain.replaceFirst("(?:en|s)$", "");
            said.addAll(List.of(stem, stem + "s", stem + "en"));
            said.remove(plain);
        }
        Matcher m = COUNTED.matcher(plain);
        if (m.matches()) {
            String what = m.group(1) == null ? m.group(2) : m.group(1);
            said.add("number of " + what);
            said.add("number of " + what + "s");
            if (Vocabulary.bundled().find(what).isEmpty()) {
                said.add(what);
            }
        }
        return said;
    }

    /** "readmitted_30d", "death_1_year", "relapse 12m". */
    private static final Pattern WINDOW =
            Pattern.compile(
                    "(?i)(.*\\p{L}.*?)[ _.]+\\d+[ _.]?(?:d|days?|w|wks?|weeks?|m|mo|months?|y|yrs?|years?)");

    /**
     * The columns, each of a time that no other column shares by its name without the time too:
     * "readmitted" means readmitted_30d if there is no readmitted_90d.
     */
    static List<TableColumn> withoutWindows(List<TableColumn> columns) {
        Map<String, Integer> times = new HashMap<>();
        for (TableColumn c : columns) {
            Set<String> said = new HashSet<>();
            c.names().forEach(n -> said.add(n.toLowerCase(Locale.ROOT)));
            c.names().forEach(n -> bare(n).ifPresent(b -> said.add(b.toLowerCase(Locale.ROOT))));
            said.forEach(n -> times.merge(n, 1, Integer::sum));
        }
        List<TableColumn> all = new ArrayList<>();
        for (TableColumn c : columns) {
            Set<String> names = new LinkedHashSet<>(c.names());
            for (String n : c.names()) {
                bare(n).filter(b -> times.get(b.toLowerCase(Locale.ROOT)) == 1)
                        .ifPresent(names::add);
            }
            all.add(c.named(List.copyOf(names)));
        }
        return List.copyOf(all);
    }

    private static Optional<String> bare(String name) {
        Matcher m = WINDOW.matcher(name);
        return m.matches()
                ? Optional.of(m.group(1).replaceFirst("(?i)[ _.]+within$", ""))
                : Optional.empty();
    }
}
